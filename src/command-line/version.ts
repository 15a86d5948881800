declare global {
	/** Put in by the build. */
	var PROGRAM_VERSION: string | undefined;
}

export const version: string = globalThis.PROGRAM_VERSION ?? 'unreleased';

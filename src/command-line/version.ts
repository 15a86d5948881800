declare global {
	/** The version, which the build puts in. */
	var PROGRAM_VERSION: string | undefined;
}

/** The version of this program; `unreleased` in a checkout. */
export const version: string = globalThis.PROGRAM_VERSION ?? 'unreleased';

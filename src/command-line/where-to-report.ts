declare global {
	/** The address, which the build takes from package.json. */
	var PROGRAM_BUGS: string | undefined;
}

/** The address at which mistakes in this program are reported. */
export const whereToReport: string =
	globalThis.PROGRAM_BUGS ?? 'the address that package.json has for bugs';

/**
 * Returns what stands before a line that is typed: `sandbox# `, `sandbox/my-container# `, `/# `.
 * @param directory The shell's directory, relative to the sandbox; absolute in a chroot.
 */
export function promptOf(directory: string): string {
	return `${placeOf(directory)}# `;
}

function placeOf(directory: string): string {
	if (directory.startsWith('/')) {
		return directory;
	}
	return directory === '' || directory === '.' ? 'sandbox' : `sandbox/${directory}`;
}

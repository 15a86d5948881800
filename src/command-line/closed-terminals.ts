import { closeSync, fstatSync } from 'node:fs';
import { isatty } from 'node:tty';

/**
 * Closes, on exit, the terminals that are gone. Node.js restores the settings of each terminal that
 * it was started with, and aborts where one is gone, but passes over descriptors that are closed.
 */
export function closeLostTerminals(): void {
	process.on('exit', () => {
		[0, 1, 2].filter(isLost).forEach((descriptor) => {
			closeSync(descriptor);
		});
	});
}

/**
 * Whether the terminal of a descriptor is gone: it is still a device, but answers nothing. Neither
 * does /dev/null, which nobody misses.
 */
function isLost(descriptor: number): boolean {
	try {
		return fstatSync(descriptor).isCharacterDevice() && !isatty(descriptor);
	} catch {
		// The descriptor is closed already.
		return false;
	}
}

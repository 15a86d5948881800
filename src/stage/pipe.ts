import { constants, openSync } from 'node:fs';
import { Socket } from 'node:net';

/**
 * Opens one end of a named pipe. It is opened for reading and writing, so that opening does not
 * wait for the other end and no end of file is seen before the shell has opened its own; see
 * fifo(7).
 */
export const openPipe = (path: string): Socket =>
	// The socket holds no reference: a pipe alone is no reason for the program to go on.
	new Socket({
		fd: openSync(path, constants.O_RDWR | constants.O_NONBLOCK),
		readable: path.endsWith('.out'),
		writable: path.endsWith('.in'),
	}).unref();

import type { KernelFiles } from './port/kernel-files.ts';
import { readNames, readText } from './read.ts';

/** A line of proc_pid_stat(5). Session and parent are 0 where they lie outside our PID namespace. */
export type Stat = {
	readonly pid: number;
	/** At most 15 bytes of the program's name. */
	readonly name: string;
	/** `R`, `S`, `D`, `Z`, …: one letter. */
	readonly state: string;
	readonly parent: number;
	readonly session: number;
	/** Bits of the kernel's, such as the one for a process that is exiting. */
	readonly flags: number;
	/** Signals that wait for its first thread, as bits: that of SIGHUP, number 1, is the lowest. */
	readonly pending: number;
	/** Clock ticks since boot. With the pid it identifies a process for as long as the kernel runs. */
	readonly startTime: number;
};

export type RunningProcess = Stat & {
	/** The arguments joined by single spaces; `[name]` for what has none: kernel threads and zombies. */
	readonly command: string;
};

/** The pids of all processes that a procfs shows, in rising order. */
export function listPids(files: KernelFiles, procfs = '/proc'): number[] {
	return readNames(files, procfs)
		.filter((name) => /^\d+$/.test(name))
		.map(Number)
		.sort((one, other) => one - other);
}

/** The process of this pid, with its command line; undefined if it is gone. */
export function readProcess(
	files: KernelFiles,
	pid: number,
	procfs = '/proc',
): RunningProcess | undefined {
	const stat = readStat(files, pid, procfs);
	const commandLine = readText(files, `${procfs}/${pid}/cmdline`);
	if (!stat || commandLine === undefined) {
		return undefined;
	}

	return { ...stat, command: printable(commandLine) || `[${printable(stat.name)}]` };
}

/** The line of proc_pid_stat(5) of this pid; undefined if it is gone. */
export function readStat(files: KernelFiles, pid: number, procfs = '/proc'): Stat | undefined {
	const text = readText(files, `${procfs}/${pid}/stat`);
	return text === undefined ? undefined : parseStat(text);
}

/** False for a zombie: it has ended, and only waits for its parent to ask how. */
export function isLive(stat: Stat | undefined): stat is Stat {
	return stat !== undefined && stat.state !== 'Z' && stat.state !== 'X';
}

const exiting = 0x4;
const sigkill = 1 << 8;

/** Whether a process that still runs has been killed, or is exiting: it executes no other instruction of its program. */
export function isDying({ flags, pending }: Stat): boolean {
	return (flags & exiting) !== 0 || (pending & sigkill) !== 0;
}

/**
 * The numbers of a process in each PID namespace, beginning with that of the procfs (`NSpid` in
 * proc_pid_status(5)); undefined if it is gone.
 */
export function nsPids(files: KernelFiles, pid: number, procfs = '/proc'): number[] | undefined {
	return parseNsPids(readStatus(files, pid, procfs) ?? '');
}

/** The same, from the text of proc_pid_status(5). */
export function parseNsPids(status: string): number[] | undefined {
	return /^NSpid:\s*(.*)$/m.exec(status)?.[1]?.split(/\s+/).map(Number);
}

/** The pid of the process that traces another; `TracerPid` in proc_pid_status(5). Undefined if none does. */
export function tracerOf(files: KernelFiles, pid: number): number | undefined {
	const text = readStatus(files, pid) ?? '';
	return Number(/^TracerPid:\s*(\d+)$/m.exec(text)?.[1] ?? 0) || undefined;
}

/** The text of proc_pid_status(5); undefined if the process is gone. */
export function readStatus(files: KernelFiles, pid: number, procfs = '/proc'): string | undefined {
	return readText(files, `${procfs}/${pid}/status`);
}

/** Parses the text of proc_pid_stat(5). The name is split off first: a program may call itself `a) R 1`. */
export function parseStat(text: string): Stat {
	const open = text.indexOf('(');
	const close = text.lastIndexOf(')');
	const fields = text.slice(close + 2).split(' ');
	return {
		pid: Number(text.slice(0, open)),
		name: text.slice(open + 1, close),
		state: fields[0] ?? '',
		parent: Number(fields[1]),
		session: Number(fields[3]),
		flags: Number(fields[6]),
		pending: Number(fields[28]),
		startTime: Number(fields[19]),
	};
}

/** Arguments end in NUL; any control character in them would reach the learner's screen. */
function printable(commandLine: string): string {
	return commandLine.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
}

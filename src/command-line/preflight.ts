/** Where the program was started, and with what. */
export type Start = {
	/** The platform, as `process.platform` has it. */
	readonly platform: string;
	/** The version of Node.js, without the `v`. */
	readonly nodeVersion: string;
	readonly stdinIsTTY: boolean;
	readonly stdoutIsTTY: boolean;
	/** The command line without `node` and the program. */
	readonly words: readonly string[];
};

/** One sentence for standard error, and the exit code. */
export type Refusal = {
	readonly message: string;
	readonly code: number;
	/** Whether something else on this machine may run the lessons, and is to be looked for. */
	readonly looksAround: boolean;
};

/**
 * Decides whether the program can do here what it is asked for; undefined where it can. It runs
 * before anything else is loaded, on a Node.js of any age, so it imports nothing and uses no new
 * words of the language. Mistakes in the command line are left to the parser.
 */
export function preflight(start: Start): Refusal | undefined {
	const { platform, nodeVersion, stdinIsTTY, stdoutIsTTY, words } = start;
	if (!isNewEnough(nodeVersion)) {
		return refuse(tooOld(nodeVersion));
	}
	if (platform !== 'linux' && isWalkthrough(words)) {
		return { message: notLinux(platform), code: 1, looksAround: true };
	}

	if (platform !== 'linux' && needsLinux(words)) {
		return refuse(`${notLinux(platform)} ${instead}`);
	}

	if (isOnScreen(words) && !stdinIsTTY) {
		return refuse(noTerminal('input'));
	}
	if (isOnScreen(words) && !stdoutIsTTY) {
		return refuse(noTerminal('output'));
	}
	return undefined;
}

const linuxCommands = ['run', 'review', 'doctor', 'cleanup'];
const appearances = ['--no-color', '--no-motion', '--screen-reader', '--ascii'];
const oldest = { major: 20, minor: 12 };
/** The oldest version of Node.js that runs the program. */
export const oldestVersion = `${oldest.major}.${oldest.minor}`;

/** Whether a version of Node.js, without the `v`, is new enough. */
export function isNewEnough(nodeVersion: string): boolean {
	const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
	return major > oldest.major || (major === oldest.major && minor >= oldest.minor);
}

/** Whether the walkthrough is asked for; with `--plain` it is lines of text like those of `run`. */
function isOnScreen(words: readonly string[]): boolean {
	return words.every((word) => appearances.includes(word));
}

function isWalkthrough(words: readonly string[]): boolean {
	return words.every((word) => word === '--plain' || appearances.includes(word));
}

function needsLinux(words: readonly string[]): boolean {
	const isHelp = words.includes('--help') || words.includes('-h');
	const command = words.find((word) => !word.startsWith('-'));
	return !isHelp && command !== undefined && linuxCommands.includes(command);
}

function tooOld(nodeVersion: string): string {
	return (
		`containers-under-the-hood needs Node.js ${oldestVersion} or newer, ` +
		`and this is ${nodeVersion}: install a newer one, see https://nodejs.org/en/download.`
	);
}

const systems: Readonly<Record<string, string>> = { darwin: 'macOS', win32: 'Windows' };

/** Returns the sentence for a machine without Linux. */
export function notLinux(platform: string): string {
	return `Containers are made by the Linux kernel, and this is ${systems[platform] || platform}.`;
}

const instead =
	'Without a command, containers-under-the-hood shows what here can run Linux; ' +
	'list, check, export LESSON and replay FILE work as they are.';

function noTerminal(stream: string): string {
	return (
		`The walkthrough needs a terminal, and the standard ${stream} is none: ` +
		'start it in one, or run the lessons without questions with `containers-under-the-hood run --plain`.'
	);
}

function refuse(message: string): Refusal {
	return { message, code: 1, looksAround: false };
}

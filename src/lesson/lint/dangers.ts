import type { Shell } from './jails.ts';
import type { SimpleCommand } from './shell-words.ts';
import { writtenPaths } from './written-paths.ts';

/**
 * Returns what a command could do to the learner's machine, as sentences. In a jail, `/` is the
 * container's.
 */
export function dangers(command: SimpleCommand, { jailed, isAlone }: Shell): readonly string[] {
	const words = programWords(command.words);
	const paths = [...command.redirects, ...writtenPaths(words)]
		.filter(leavesSandbox)
		.filter((path) => !isAlone || !/^\/dev\/(tcp|udp)\//.test(path));
	return [
		...byName(words),
		...(words[0] === 'kill' ? killTargets(words).filter(isForeign).map(foreignProcess) : []),
		...paths.filter((path) => !jailed || isEverything(path)).map(outside),
	];
}

function byName([program = '']: readonly string[]): readonly string[] {
	if (program === 'sudo' || program === 'su' || program === 'doas') {
		return [
			`On the stage the learner is root already, and \`${program}\` would leave it; write the command without it.`,
		];
	}
	if (program === 'pkill' || program === 'killall') {
		return [
			`\`${program}\` also ends the learner's own processes of that name; write \`kill {{pid of COMMAND}}\`.`,
		];
	}
	return [];
}

/** Returns the targets of `kill`, which follow `-9` or `-s KILL`. */
function killTargets([, ...words]: readonly string[]): readonly string[] {
	const [signal = '', ...others] = words;
	const targets = signal.startsWith('-') ? others.slice(/^-[sn]$/.test(signal) ? 1 : 0) : words;
	return targets.filter((word) => word !== '--');
}

/**
 * Whether a target may be a process that is not the stage's. The stage's are a `{{fact}}`, a job
 * (`%1`), a variable, and process 1 of a PID namespace.
 */
function isForeign(target: string): boolean {
	return (/^-?\d+$/.test(target) && target !== '1') || /\b(pidof|pgrep)\b/.test(target);
}

function foreignProcess(target: string): string {
	return `\`kill\` of \`${target}\` may hit a process of the learner's; name ours with \`{{pid of COMMAND}}\` or \`{{inside pid of COMMAND}}\`.`;
}

function leavesSandbox(path: string): boolean {
	return (
		/^(\/|~|\$HOME|\$\{HOME\})/.test(path) &&
		!/^\/sys\/fs\/cgroup(\/|$)/.test(path) &&
		!/^\/dev\/(null|zero|full|stdout|stderr|tty|fd\/\d+)$/.test(path) &&
		// This path is a connection in bash, and leaves nobody's machine.
		!path.startsWith('/dev/tcp/127.0.0.1/')
	);
}

function isEverything(path: string): boolean {
	return /^\/+\*?$/.test(path);
}

function outside(path: string): string {
	if (isEverything(path)) {
		return `This writes to \`${path}\`, all there is; name the one file below the sandbox that is meant.`;
	}
	return `This writes to \`${path}\`, outside of the sandbox; every terminal starts in the sandbox, so write a relative path such as \`my-container/file\`.`;
}

/** Returns the program and its arguments, without the words that only say how it is started. */
function programWords(words: readonly string[]): readonly string[] {
	const [first = '', ...others] = words;
	if (keywords.has(first) || /^\w+=/.test(first)) {
		return programWords(others);
	}
	if (!starters.has(first)) {
		return words;
	}
	const program = others.findIndex((word) => checked.has(word) || word === 'chroot');
	return others[program] === 'chroot' || program === -1 ? words : others.slice(program);
}

const keywords = new Set(['do', 'else', 'if', 'then', 'time', 'until', 'while', '!', '{']);
const starters = new Set([
	'cgexec',
	'command',
	'env',
	'exec',
	'nice',
	'nohup',
	'nsenter',
	'setpriv',
	'timeout',
	'unshare',
]);
const checked = new Set([
	'cp',
	'kill',
	'killall',
	'mkdir',
	'mv',
	'pkill',
	'rm',
	'rmdir',
	'sudo',
	'tee',
]);

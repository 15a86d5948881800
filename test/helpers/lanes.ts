import { execFileSync } from 'node:child_process';
import { homedir, userInfo } from 'node:os';
import { fileURLToPath } from 'node:url';
import { execa, type Options } from 'execa';
import { failedSteps } from './failed-steps.ts';
import { installation, learner } from './names.ts';
import { tellOnFailure } from './tell-on-failure.ts';

/** Somebody who runs the program on this machine. */
export type Lane = {
	readonly name: string;
	/** Whether this machine lets the test be that person. */
	readonly possible: boolean;
	readonly uid: number;
	readonly home: string;
	/** The command line that runs the program; its pid is that of the program itself. */
	readonly command: (...words: readonly string[]) => readonly [string, readonly string[]];
	/** The words before any command that have this person run it. */
	readonly become: readonly string[];
};

const isRoot = process.getuid?.() === 0;
const entry = isRoot
	? `${installation}/dist/entry.js`
	: fileURLToPath(new URL('../../dist/entry.js', import.meta.url));

export const root: Lane = {
	name: 'root',
	possible: isRoot,
	uid: 0,
	home: homedir(),
	command: (...words) => [process.execPath, [entry, ...words]],
	become: [],
};

const becomeLearner = [
	...[`--reuid=${learner}`, `--regid=${learner}`, '--init-groups', '--reset-env'],
	...['env', 'LANG=C.UTF-8', 'TERM=xterm-256color'],
];

/** Nothing of the environment of root: no HOME, no session. */
export const ordinary: Lane = isRoot
	? {
			name: 'an ordinary user',
			possible: true,
			// Whoever only imports this needs no such user.
			get uid() {
				return uidOf(learner);
			},
			home: `/home/${learner}`,
			command: (...words) => ['setpriv', [...becomeLearner, process.execPath, entry, ...words]],
			become: ['setpriv', ...becomeLearner],
		}
	: {
			name: 'an ordinary user',
			possible: true,
			uid: userInfo().uid,
			home: homedir(),
			command: root.command,
			become: root.become,
		};

function uidOf(user: string): number {
	return Number(execFileSync('id', ['-u', user], { encoding: 'utf8' }));
}

export const lanes: readonly Lane[] = [root, ordinary];

/** Whoever can be had, root if possible, where it does not matter who it is. */
export const possibleLane = (): Lane => (root.possible ? root : ordinary);

/**
 * The command line of a lane, with variables of the environment in addition.
 * @param variables `NAME=VALUE`
 */
export function commandWith(
	{ become, command }: Lane,
	variables: readonly string[],
	...words: readonly string[]
): readonly [string, readonly string[]] {
	const [file, rest] = command(...words);
	// What makes somebody of root ends in `env` and its variables.
	return become.length === 0
		? ['env', [...variables, file, ...rest]]
		: [file, [...rest.slice(0, become.length - 1), ...variables, ...rest.slice(become.length - 1)]];
}

/** Starts the program as the person of a lane, where that person may read. */
export function start(lane: Lane, words: readonly string[], options: Options = {}) {
	const [file, arguments_] = lane.command(...words);
	const env = { PATH: process.env['PATH'], HOME: lane.home, LANG: 'C.UTF-8' };
	const run = execa(file, arguments_, {
		reject: false,
		cwd: '/',
		env,
		extendEnv: false,
		...options,
	});
	if (words.includes('--json') && options.buffer !== false) {
		let told = '';
		run.stdout?.on('data', (chunk: Buffer) => (told += chunk.toString()));
		tellOnFailure(() => failedSteps(told));
	}
	return run;
}

/** Where a lane's stages and their ledgers are. */
export const baseOf = ({ uid }: Lane): string => `/tmp/containers-under-the-hood-${uid}`;

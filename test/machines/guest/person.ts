import { execFileSync, type ChildProcess, spawn } from 'node:child_process';
import type { Person } from './run.ts';

/** The ordinary user of the image. */
const learner = 'learner';

export const uidOf = (person: Person): number =>
	person === 'root' ? 0 : Number(execFileSync('id', ['-u', learner], { encoding: 'utf8' }));

/** Starts a command as somebody; its output comes in pipes. */
export function startAs(person: Person, command: readonly string[]): ChildProcess {
	const [file = '', ...words] = [...becomeOf[person], ...loginShell, ...command];
	return spawn(file, words, { stdio: ['ignore', 'pipe', 'pipe'], cwd: '/' });
}

/** Sets PATH and the like as a terminal would. */
const loginShell = ['bash', '--login', '-c', 'cd; LANG=C.UTF-8 exec "$@"', 'bash'];

/** PAM opens a real session, and systemd then starts what a user has of it; systemd.exec(5), pam_systemd(8). */
const logIn = (user: string) => [
	...['systemd-run', '--quiet', '--wait', '--pipe', '--collect'],
	...['-p', 'PAMName=login', '-p', `User=${user}`],
];

const becomeOf: Readonly<Record<Person, readonly string[]>> = {
	root: logIn('root'),
	'user in a session': logIn(learner),
	'user who logs in': logIn(learner),
	'user without a session': [
		'setpriv',
		...[`--reuid=${learner}`, `--regid=${learner}`, '--init-groups', '--reset-env'],
	],
};

/**
 * Keeps somebody logged in, as in another window, so that coming and going of systemd's own things is
 * not taken for something that a run has left. Resolves when all of it is there.
 */
export function keepLoggedIn(person: Person): Promise<ChildProcess> {
	const script =
		'systemd-run --user --scope --quiet --collect true; echo there; exec sleep infinity';
	const session = startAs(person, ['sh', '-c', script]);
	return new Promise((resolve, reject) => {
		session.stdout?.once('data', () => {
			resolve(session);
		});
		session.stderr?.on('data', (chunk: Buffer) => {
			process.stderr.write(chunk);
		});
		session.once('close', () => {
			reject(new Error(`The session of ${person} ended.`));
		});
	});
}

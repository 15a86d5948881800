import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { execa } from 'execa';
import { leftSince, takeInventory } from '../helpers/inventory.ts';
import { type Lane, lanes, ordinary, root, start } from '../helpers/lanes.ts';
import { openTerminal } from '../helpers/open-terminal.ts';

type Found = {
	readonly missing: Readonly<
		Record<string, { cause: string; fix: string; lines: string[] } | undefined>
	>;
	readonly [key: string]: unknown;
};

const possible = lanes.filter((lane) => lane.possible);

describe.each(possible)('as $name', (lane) => {
	test('it changes nothing', async () => {
		const before = takeInventory();
		const home = readdirSync(lane.home);
		const { exitCode, stderr } = await start(lane, ['doctor']);
		expect([exitCode, stderr]).toEqual([0, '']);
		expect(await leftSince(before, 2000)).toEqual([]);
		expect(readdirSync(lane.home)).toEqual(home);
	});

	test.each([
		[80, 24],
		[60, 30],
	])('it fits on a screen of %i columns and %i lines', async (columns, rows) => {
		const terminal = openTerminal(...lane.command('doctor'), { columns, rows: 80 });
		expect(await terminal.exit).toBe(0);
		const lines = terminal.text().trimEnd().split('\n');
		expect(lines.length).toBeLessThan(rows);
		expect(lines.join('\n')).toMatch(/^system .*\n/);
		await terminal.close();
	});

	test('list says the same of every lesson', async () => {
		const [doctor, list] = await Promise.all(
			['doctor', 'list'].map(async (word) => String((await start(lane, [word])).stdout)),
		);
		const [, , ...reasons] = (list ?? '').split('\n\n');
		expect(doctor?.endsWith(reasons.join('\n\n'))).toBe(true);
		const lessons = [...(list ?? '').matchAll(/^ ?(\d+) .* min {2}(.*)$/gm)];
		expect(lessons.length).toBe(readdirSync('lessons').length);
		const verdicts = [...(doctor ?? '').matchAll(/^(?:lessons)? +([\d–, ]+): (.*)$/gm)];
		const told = verdicts.flatMap(([, numbers = '', verdict]) =>
			numbers.split(', ').flatMap((range) => {
				const [first = 0, last = first] = range.split('–').map(Number);
				return Array.from({ length: last - first + 1 }, (_, index) => [first + index, verdict]);
			}),
		);
		expect(new Map(told as [number, string][])).toEqual(
			new Map(lessons.map(([, number, verdict = '']) => [Number(number), verdict])),
		);
	});

	test('every key of --json is documented', async () => {
		const found = await examine(lane);
		const rows = readFileSync('docs/doctor.md', 'utf8').matchAll(/^\| (`.*?) \|/gm);
		const documented = [...rows].flatMap(([, names = '']) => names.match(/\w+/g) ?? []);
		expect(documented.toSorted()).toEqual(Object.keys(found).toSorted());
	});

	test('it says so where sudo cannot work, and finds tools in sbin without PATH', async () => {
		const found = await examine(lane, 'setpriv', '--no-new-privs', 'env', 'PATH=/usr/bin:/bin');
		expect(found['noNewPrivileges']).toBe(true);
		expect(found['tools']).toMatchObject({ chroot: expect.stringMatching(/sbin\/chroot$/) });
	});
});

// What is taken from root here is what containers and settings take.
const asRoot = root.possible ? test : test.skip;
const shell = (script: string) => ['bash', '-c', `${script}; exec "$@"`, 'bash'];
const powerless = ['setpriv', '--bounding-set=-all', '--inh-caps=-all'];

asRoot('capabilities that are missing are named', async () => {
	const found = await examine(root, 'setpriv', '--bounding-set=-sys_admin,-setfcap');
	expect(found['privilege']).toBe('none');
	expect(found['lacksCapabilities']).toEqual(['CAP_SYS_ADMIN', 'CAP_SETFCAP']);
	expect(found.missing['mount']?.cause).toMatch(
		/root here, but without CAP_SYS_ADMIN and CAP_SETFCAP/,
	);
	expect(found.missing['chroot']).toBeUndefined();
});

asRoot('a setting that forbids namespaces is named, with the line that changes it', async () => {
	const found = await examine(
		root,
		...['unshare', '--user', '--map-root-user'],
		...shell('echo 0 > /proc/sys/user/max_user_namespaces'),
		...powerless,
	);
	expect(found.missing['mount']?.cause).toMatch(/user\.max_user_namespaces is 0/);
	expect(found.missing['mount']?.lines).toEqual([
		expect.stringMatching(/sysctl -w user\.max_user_namespaces=10000/),
	]);
});

asRoot('root in a user namespace is told that it is not the root of the machine', async () => {
	const found = await examine(ordinary, 'unshare', '--user', '--map-root-user');
	expect(found['uid']).toBe(0);
	expect(found.missing['limits']?.cause).toMatch(/^You are root only in a user namespace/);
	expect(found.missing['mount']).toBeUndefined();
});

asRoot('a chroot whose / is not a mount is recognised', async () => {
	const found = await examine(
		root,
		...['unshare', '--mount', 'bash', '-c'],
		`set -e
		mount -t tmpfs none /mnt; mkdir /mnt/jail; cd /mnt/jail
		for d in /*; do [ -L $d ] && cp -P $d . || [ ! -d $d ] || [ $d = /mnt ] || { mkdir .$d; mount --rbind $d .$d; }; done
		exec chroot . "$@"`,
		'bash',
	);
	expect(found['chroot']).toBe(true);
	expect(found.missing['mount']?.cause).toMatch(/^You are in a chroot, and its \/ is not a mount/);
	expect(found.missing['mount']?.lines).toEqual(['mount --bind DIRECTORY DIRECTORY']);
});

/** What `doctor --json` finds as the person of a lane, started by these words. */
async function examine(lane: Lane, ...words: readonly string[]): Promise<Found> {
	const [file, arguments_] = lane.command('doctor', '--json');
	// Whoever the lane is comes first, then what is taken from them.
	const at = arguments_.indexOf(process.execPath);
	const all = [file, ...arguments_];
	const split = at < 0 ? 0 : at + 1;
	const [first = '', ...rest] = [...all.slice(0, split), ...words, ...all.slice(split)];
	const env = { PATH: process.env['PATH'], HOME: lane.home, LANG: 'C.UTF-8' };
	const { stdout } = await execa(first, rest, { cwd: '/', env, extendEnv: false });
	return JSON.parse(stdout) as Found;
}

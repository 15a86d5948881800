import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { execa } from 'execa';
import { parseLesson } from '../../src/lesson/parse-lesson.ts';
import { lessonScript } from '../../src/report/script/lesson-script.ts';
import { leftSince, takeInventory } from '../helpers/inventory.ts';
import { hasShellcheck, shellcheck } from '../helpers/shellcheck.ts';

const asRoot = process.getuid?.() === 0 ? test : test.skip;

/** In the order of the steps: sentences that are true then, and their opposites. */
const now = [
	['output contains one', 'output contains two'],
	['output lacks two', 'output lacks one'],
	['output matches /^o.e$/', 'output matches /^n/'],
	[
		'output contains {{pid of sleep 2345}} {{kernel}}',
		'output contains {{shell of host}} {{kernel}}',
	],
	['process sleep 2345 runs', 'process sleep 5432 runs'],
	[
		'process sleep 2345 shares the pid namespace of the host',
		'process sleep 2345 has a pid namespace of its own',
	],
	[
		'process tail -f a.txt has a pid namespace of its own',
		'process tail -f a.txt shares the pid namespace of the host',
	],
	[
		'process tail -f a.txt has a mount namespace of its own',
		'process tail -f a.txt has an ipc namespace of its own',
	],
	[
		'process tail -f a.txt shares the uts namespace of the host',
		'process sleep 2345 has a uts namespace of its own',
	],
	[
		'process tail -f a.txt shares the net namespace of process sleep 2345',
		'process tail -f a.txt shares the pid namespace of process sleep 2345',
	],
	['process sleep 4567 has the device eth0', 'process sleep 4567 has the device eth1'],
	['process sleep 4567 has the address 10.9.8.7', 'process sleep 4567 has the address 10.9.8.70'],
	['process sleep 4567 has the gateway 10.9.8.1', 'process sleep 4567 has the gateway 1.8.9.10'],
	['process sleep 4567 has heard from 10.9.8.1', 'process sleep 4567 has heard from 10.9.8.10'],
	['process sleep 4567 sends at most 1M a second', 'process sleep 4567 sends at most 10 a second'],
	[
		'process sleep 4567 is in another net namespace than process sleep 2345',
		'process tail -f a.txt is in another net namespace than process sleep 2345',
	],
	['process tail -f a.txt is 2 inside', 'process tail -f a.txt is 3 inside'],
	['process sleep 2345 does not catch SIGTERM', 'process sleep 2345 catches SIGTERM'],
	['process 1 of tail -f a.txt catches SIGCHLD', 'process 1 of tail -f a.txt catches SIGUSR1'],
	[
		'process sleep 3456 lacks the capability CAP_KILL',
		'process sleep 3456 has the capability CAP_KILL',
	],
	[
		'process sleep 2345 has the capability CAP_KILL',
		'process sleep 2345 lacks the capability CAP_KILL',
	],
	['process sleep 3456 may gain no privileges', 'process sleep 2345 may gain no privileges'],
	['process sleep 2345 has the root of the host', 'process tail -f a.txt has the root of the host'],
	['process tail -f a.txt has the root jail', 'process sleep 2345 has the root jail'],
	['process tail -f b.txt has the root jail', 'process tail -f b.txt has the root of the host'],
	['process sleep 2345 keeps the old root', 'process sleep 2345 has lost the old root'],
	['process tail -f a.txt keeps the old root', 'process tail -f a.txt has lost the old root'],
	['process tail -f b.txt has lost the old root', 'process tail -f b.txt keeps the old root'],
	['host sees sleep 2345', 'host does not see sleep 2345'],
	['container-1 sees tail -f a.txt', 'container-1 sees sleep 2345'],
	['container-1 does not see sleep 2345', 'container-1 does not see tail -f a.txt'],
	// What does not run at all is not hidden.
	['host sees the host', 'container-1 does not see sleep 5432'],
	['container-1 does not see the host', 'container-1 sees the host'],
	['file jail/bin/tail exists', 'file jail/bin/tail is missing'],
	['file jail/bin/fish is missing', 'file jail/bin/fish exists'],
	['directory jail/bin exists', 'directory jail/a.txt exists'],
	['mount jail/proc exists', 'mount jail/proc is missing'],
	['mount jail/bin is missing', 'mount jail/bin exists'],
	['group one exists', 'group one is missing'],
	['group two is missing', 'group two exists'],
	['group one holds sleep 2345', 'group one holds tail -f a.txt'],
	['group one gets 0.5 cores', 'group one gets 1 core'],
	['group free gets every core', 'group one gets every core'],
	['group one gets 64M of memory', 'group one gets 65M of memory'],
	['group free gets all memory', 'group one gets all memory'],
	['group one was not throttled', 'group one was throttled'],
	['group one killed nothing', 'group one killed a process'],
	['group one gets 9 processes', 'group one gets any number of processes'],
	['group free gets any number of processes', 'group one gets 8 processes'],
	['group one refused nothing', 'group one refused a process'],
] as const;
const later = [
	['process sleep 2345 is gone', 'process tail -f a.txt is gone'],
	['group one was throttled', 'group one was not throttled'],
	['group one killed a process', 'group one killed nothing'],
] as const;

const script = (first: readonly string[], second: readonly string[]) =>
	lessonScript(
		parseLesson(
			`---
format: 1
id: example
title: An example
minutes: 1
---

\`\`\`sh host setup
mkdir -p jail/proc jail/.old
for tool in bash tail umount; do cp -Lu --parents /bin/$tool /usr/bin/$tool $(ldd $(type -P $tool) | grep -o '/[^ )]*') jail; done
touch jail/a.txt jail/b.txt
\`\`\`

\`\`\`sh container-1 setup
unshare --pid --fork --mount-proc=jail/proc chroot jail bash
tail -f a.txt &
\`\`\`

## Now

\`\`\`sh host
sleep 2345 &
setpriv --inh-caps=-all --bounding-set=-kill --no-new-privs sleep 3456 &
unshare --net bash -c 'ip link add eth0 type veth peer name port; ip addr add 10.9.8.7/24 dev eth0; ip link set eth0 up; ip link set port up; ip route add default via 10.9.8.1; ip neigh add 10.9.8.1 lladdr 02:00:00:00:00:01 dev eth0; while sleep 0.1; do echo x > /dev/udp/10.9.8.1/9; done & exec sleep 4567' &
\`\`\`

\`\`\`sh container-2
unshare --mount --pid --fork --kill-child bash -c 'mount --bind jail jail; cd jail; mount -t proc proc proc; pivot_root . .old; umount -l .old; exec tail -f b.txt' &
\`\`\`

\`\`\`sh host cgroup-v1
mkdir /sys/fs/cgroup/{cpu,memory,pids}/{one,free}
echo 50000 > /sys/fs/cgroup/cpu/one/cpu.cfs_quota_us
echo 64M > /sys/fs/cgroup/memory/one/memory.limit_in_bytes
echo 9 > /sys/fs/cgroup/pids/one/pids.max
echo {{pid of sleep 2345 in host}} | tee /sys/fs/cgroup/{cpu,memory,pids}/one/cgroup.procs
\`\`\`

\`\`\`sh host cgroup-v2
mkdir /sys/fs/cgroup/{one,free}
echo '50000 100000' > /sys/fs/cgroup/one/cpu.max
echo 64M > /sys/fs/cgroup/one/memory.max
echo 9 > /sys/fs/cgroup/one/pids.max
echo {{pid of sleep 2345 in host}} > /sys/fs/cgroup/one/cgroup.procs
\`\`\`

\`\`\`sh host
printf 'o'; echo 'ne'
echo {{pid of sleep 2345}} {{kernel}} {{cores}} {{files in jail/a.txt}}
[ {{loader of jail/bin/bash}} = $(ldd /bin/bash | grep -o '^[^=]*/ld[^ ]*') ]
[ {{inside pid of tail -f a.txt}} = 2 ] && [ {{throttled of one}}{{killed in one}} = 00 ]
\`\`\`

\`\`\`needs
limits
\`\`\`

\`\`\`expect
${first.join('\n')}
\`\`\`

## Later

\`\`\`sh host cgroup-v1
bash -c 'for c in cpu memory; do echo $$ > /sys/fs/cgroup/$c/one/cgroup.procs; done; while [ $SECONDS -lt 1 ]; do :; done; printf -v x %200000000s'
\`\`\`

\`\`\`sh host cgroup-v2
bash -c 'echo $$ > /sys/fs/cgroup/one/cgroup.procs; while [ $SECONDS -lt 1 ]; do :; done; printf -v x %200000000s'
\`\`\`

\`\`\`sh host
kill -9 {{pid of sleep 2345}}
kill -9 {{pid of sleep 3456}}
kill -9 {{pid of sleep 4567}}
wait
\`\`\`

\`\`\`needs
limits
\`\`\`

\`\`\`expect
exit 137 from bash
${second.join('\n')}
\`\`\`
`,
			'lesson.md',
			1,
		),
		'1.2.3',
	);

asRoot.each([
	{ what: 'sees what is so', column: 0, exit: 0, ok: 'ok    ', other: 'NOT SO' },
	{ what: 'sees what is not so', column: 1, exit: 1, ok: 'NOT SO', other: 'ok    ' },
] as const)(
	'a script $what, of every kind',
	async ({ column, exit, ok, other }) => {
		const sentences = [now, later].map((pairs) => pairs.map((pair) => pair[column]));
		const [first = [], second = []] = sentences;
		const before = takeInventory();
		const directory = mkdtempSync('/tmp/cuth-script-');
		const file = join(directory, 'script.sh');
		// What is not so need not be waited for so long.
		writeFileSync(file, script(first, second).replaceAll('{1..40}', '{1..8}'));
		expect(hasShellcheck() ? await shellcheck(file) : '').toBe('');
		const { stdout, exitCode } = await execa('bash', [file], { reject: false, stdin: 'ignore' });
		rmSync(directory, { recursive: true });

		const verdicts = stdout.split('\n').filter((line) => /^ {2}(?:ok|NOT SO) /.test(line));
		const named = sentences
			.flat()
			.map((sentence) =>
				sentence
					.replaceAll(/\{\{(.*?)\}\}/g, '[$1]')
					.replace(/^file (.+) is missing$/, 'nothing at $1'),
			);
		for (const sentence of named) {
			expect(verdicts).toContain(`  ${ok}  ${sentence}`);
		}

		// Beside them, that what should go was there, and the code of the program that is killed.
		expect(
			verdicts.filter((line) => line.startsWith(`  ${other}`) && !line.includes('before,')),
		).toEqual(exit === 0 ? [] : ['  ok      exit 137']);
		expect(exitCode).toBe(exit);
		expect(await leftSince(before, 2000)).toEqual([]);
	},
	180_000,
);

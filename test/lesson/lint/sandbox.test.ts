import { expect, test } from '@jest/globals';
import { lintLesson } from '../../../src/lesson/lint/lint-lesson.ts';
import { parseLesson } from '../../../src/lesson/parse-lesson.ts';
import { lessonWith, typing } from '../example.ts';

function messagesOn(source: string): string[] {
	return lintLesson(parseLesson(source, 'x', 1), source).map(({ message }) => message);
}

test.each([
	'echo 1 > a',
	'echo 1 > /sys/fs/cgroup/memory/g/cgroup.procs',
	'ls 2>/dev/null',
	'echo hello > /dev/tcp/127.0.0.1/9',
	'ls >/dev/null 2>&1',
	'cat /proc/self/status',
	'cat < /etc/hosts > hosts',
	'cp /bin/bash my-container/bin',
	'cp -t my-container /bin/bash',
	'mkdir -p my-container/usr/bin',
	'mkdir /sys/fs/cgroup/g',
	'ln -s /usr/bin my-container/bin',
	"echo 'sudo rm > /etc/x'",
	'cp --parents $(ldd /bin/ls | grep -o "/[^ )]*") my-container',
	'cp /usr/bin/rm /usr/bin/kill my-container',
	'mount --rbind /proc my-container/proc',
	'cgset -r cpu.cfs_quota_us=$[ 100000 * $(getconf _NPROCESSORS_ONLN) ] g',
	'echo $((1 > 0))',
	'kill {{pid of tail -f a.txt}}',
	'kill -9 1',
	'kill -s KILL %1',
	'kill $!',
	'kill -9 $$',
	'kill -l',
	'chroot my-container rm -f /a.txt',
	'echo rm # > /etc/x',
])('“%s” stays on the stage', (command) => {
	expect(messagesOn(typing(command))).toEqual([]);
});

test.each([
	['echo 1 > /etc/motd', '/etc/motd'],
	['echo 1 >>/tmp/x', '/tmp/x'],
	['ls 2> "/tmp/a b"', '/tmp/a b'],
	['ls &>/tmp/x', '/tmp/x'],
	['echo 0 > /proc/sys/kernel/x', '/proc/sys/kernel/x'],
	['echo > /sys/fs/cgroups', '/sys/fs/cgroups'],
	['rm -rf /tmp/x', '/tmp/x'],
	['mkdir a && mkdir /a', '/a'],
	['mkdir a; (rm ~/x)', '~/x'],
	['true | tee "$HOME/x"', '$HOME/x'],
	['mv /etc/hosts a', '/etc/hosts'],
	['cp a b /usr/bin', '/usr/bin'],
	['cp --target-directory=/usr/bin a', '/usr/bin'],
	['cp -t /usr/bin a', '/usr/bin'],
	['for x in 1 2; do rm /$x; done', '/$x'],
	['LANG=C rm /x', '/x'],
	['timeout -s KILL 5 rm /x', '/x'],
	['unshare --mount rm /x', '/x'],
	["bash -c 'cd a; rm /x'", '/x'],
	['echo hello > /dev/tcp/192.168.1.1/9', '/dev/tcp/192.168.1.1/9'],
	['dd if=a of=/dev/sda', '/dev/sda'],
	['echo \\\n > /x', '/x'],
])('“%s” writes outside of the sandbox', (command, path) => {
	expect(messagesOn(typing(command))).toEqual([
		`This writes to \`${path}\`, outside of the sandbox; every terminal starts in the sandbox, so write a relative path such as \`my-container/file\`.`,
	]);
});

test.each([
	['rm -rf /', 'This writes to `/`, all there is'],
	['rm -rf /*', 'This writes to `/*`, all there is'],
	['sudo ls', '`sudo` would leave it; write the command without it'],
	['true; sudo ls', '`sudo` would leave it'],
	['pkill tail', "`pkill` also ends the learner's own"],
	['killall -9 tail', '`killall` also ends'],
	['kill 1234', '`kill` of `1234`'],
	['kill -9 1234', '`kill` of `1234`'],
	['kill -s KILL 1234', '`kill` of `1234`'],
	['kill -9 -1', '`kill` of `-1`'],
	['kill -- -12', '`kill` of `-12`'],
	['kill $(pidof tail)', '`kill` of `$(pidof tail)`'],
])('“%s” is refused, in a container too', (command, part) => {
	const inside = `\`\`\`sh container-1 setup\nchroot my-container bash\n\`\`\`\n`;
	const refused = [expect.stringContaining(part)];
	expect(messagesOn(typing(command))).toEqual(refused);
	const source = typing(command, 'container-1').replace('## A step', `${inside}## A step`);
	expect(messagesOn(source)).toEqual(refused);
});

/** Lines of one terminal, each in a step of its own with this expectation, then `rm /a`. */
function isJailed(
	lines: readonly string[],
	expectation = 'exit 0',
	terminal = 'container-1',
): boolean {
	const typed = [...lines, 'rm /a'].map(
		(line, index) =>
			`## ${index}\n\`\`\`sh container-1\n${line}\n\`\`\`\n\`\`\`expect\n${index === lines.length ? 'exit 0' : expectation}\n\`\`\`\n`,
	);
	const source = lessonWith(typed.join('').replace(/container-1(?=\nrm \/a)/, terminal));
	return !messagesOn(source).some((message) => message.includes('/a'));
}

test.each([
	['chroot', ['chroot my-container bash'], true],
	['chroot without a shell', ['chroot my-container'], true],
	['unshare and chroot', ['unshare --pid --fork chroot my-container /bin/bash'], true],
	['unshare with a root', ['unshare --pid --fork --root=my-container bash'], true],
	['nsenter', ['nsenter -t {{pid of bash}} -a'], true],
	['a shell within', ['chroot my-container bash', 'bash', 'exit'], true],
	['one program in the root', ['chroot my-container ls'], false],
	['a shell on the stage', ['unshare --pid --fork bash'], false],
	['the way out', ['chroot my-container bash', 'exit'], false],
	['a copy of bash', ['cp /bin/bash my-container/bin/bash'], false],
])('after %s, whether / is the container’s is known', (_, lines, jailed) => {
	expect(isJailed(lines)).toBe(jailed);
});

test('a chroot that must fail enters nothing', () => {
	expect(isJailed(['chroot my-container bash'], 'exit 127')).toBe(false);
	expect(isJailed(['chroot my-container bash'], 'exit 127 from chroot')).toBe(false);
});

test('a container in one terminal is none in another', () => {
	expect(isJailed(['chroot my-container bash'], 'exit 0', 'host')).toBe(false);
});

test('what has a network of its own connects to nobody else, until it is left', () => {
	const connect = 'echo hello > /dev/tcp/10.0.0.2/80';
	const inside = ['unshare --net bash', connect, 'unshare --mount bash', connect, 'exit', 'exit'];
	expect(messagesOn(typing(inside.join('\n')))).toEqual([]);
	for (const outside of [
		connect,
		[...inside, connect].join('\n'),
		`unshare --uts bash\n${connect}`,
	]) {
		expect(messagesOn(typing(outside))).toEqual([
			expect.stringContaining('`/dev/tcp/10.0.0.2/80`, outside of the sandbox'),
		]);
	}
});

import { expect, test } from '@jest/globals';
import { chooseCalls } from '../../../src/engine/explain/calls/choose-calls.ts';
import { parseTrace } from '../../../src/engine/explain/calls/parse-trace.ts';
import { countMarkers, splitCommands } from '../../../src/engine/explain/calls/split-commands.ts';
import { writeCall } from '../../../src/engine/words/system-call.ts';

/** What strace 6.1 wrote, shortened by more of the same; the first process is the terminal's shell. */
const trace = String.raw`11958 clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD, child_tidptr=0x7fa3caa06a10) = 11964
11964 execve("/usr/sbin/chroot", ["chroot", "my-container", "bash"], 0x5576eb6a87b0 /* 35 vars */) = 0
11964 openat(AT_FDCWD</tmp/hood>, "/usr/share/locale/locale.alias", O_RDONLY|O_CLOEXEC) = 3</etc/locale.alias>
11964 readlink("/tmp/hood/my-container", 0x7ffe536709b0, 1023) = -1 EINVAL (Invalid argument)
11964 chroot("my-container")            = 0
11964 chdir("/")                        = 0
11964 execve("/usr/bin/bash", ["bash"], 0x7ffe53670fa8 /* 35 vars */) = -1 ENOENT (No such file or directory)
11964 execve("/bin/bash", ["bash"], 0x7ffe53670fa8 /* 35 vars */) = -1 ENOENT (No such file or directory)
11964 write(2</tmp/hood/stderr>, "failed to run command \342\200\230bash\342\200\231", 32) = 32
11958 write(1</tmp/hood/stdout>, "\n", 1) = 1
11958 write(1</tmp/hood/stdout>, "\0010123456789abcdef 127 1.2 /tmp/hood\n", 33) = 33
11958 clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD, child_tidptr=0x7fa3caa06a10 <unfinished ...>
11965 execve("/usr/bin/unshare", ["unshare", "--pid", "--fork"], 0x5576eb6a87b0 /* 35 vars */ <unfinished ...>
11958 <... clone resumed>) = 11965
11965 <... execve resumed>) = 0
11965 unshare(CLONE_NEWNS|CLONE_NEWPID) = 0
`;

test('a failed chroot into an empty directory, and what unshare asks for', () => {
	const [first = [], second = []] = splitCommands(parseTrace(trace), 2);
	const chroot = chooseCalls({ terminal: 'host', text: 'chroot my-container bash' }, first);
	expect(chroot.calls.map(writeCall)).toEqual([
		'clone(flags=SIGCHLD) = 11964',
		'execve("/usr/sbin/chroot", ["chroot", "my-container", "bash"], …) = 0',
		'chroot("my-container") = 0',
		'chdir("/") = 0',
		'execve("/bin/bash", ["bash"], …) = -1 ENOENT (No such file or directory)',
	]);
	expect(chroot.calls.at(-1)?.times).toBe(2);
	const unshare = chooseCalls({ terminal: 'host', text: 'unshare --pid --fork' }, second);
	expect(unshare.calls.map(({ name }) => name)).toEqual(['clone', 'execve', 'unshare']);
	expect(unshare.calls[2]).toMatchObject({
		page: 'unshare(2)',
		meaning:
			'The process itself leaves for new namespaces: mount, pid (the pid one only for children).',
	});
});

/** From `mkdir -p`, `mount`, `kill` in a PID namespace, and `tail -f b.txt &` there. */
const second = String.raw`26456 mkdir("/sys", 0777)                = -1 EEXIST (File exists)
26456 chdir("/sys")                    = 0
26456 mkdir("yours", 0777)             = 0
25916 mkdir("/run/mount", 0755)        = -1 EEXIST (File exists)
25916 mount("/proc", "…/my-container-2/proc", 0x5617f2ab8a70, MS_BIND|MS_REC, NULL) = 0
26168 kill(1 /* 26168 in strace's PID NS */, SIGKILL) = 0
26281 openat(AT_FDCWD<…>, "/proc/meminfo", O_RDONLY|O_NOCTTY) = 3</proc/meminfo>
25628 renameat2(AT_FDCWD<…>, "my-container", AT_FDCWD<…>, "my-house", RENAME_NOREPLACE) = 0
`;

test('what a program does on its way, and how strace counts, is left out', () => {
	const { calls } = chooseCalls(
		{ terminal: 'host', text: 'grep MemTotal /proc/meminfo' },
		parseTrace(second),
	);
	expect(calls.map((call) => `${writeCall(call)}: ${call.meaning}`)).toEqual([
		'mkdir("yours", 0777) = 0: Makes a directory.',
		'mount("/proc", "…/my-container-2/proc", …, MS_BIND|MS_REC, NULL) = 0: Shows a directory in a second place.',
		'kill(1, SIGKILL) = 0: Sends SIGKILL to this process.',
		'openat(AT_FDCWD, "/proc/meminfo", O_RDONLY|O_NOCTTY) = 3: Reads what /proc tells about the machine.',
		'renameat2(AT_FDCWD, "my-container", AT_FDCWD, "my-house", RENAME_NOREPLACE) = 0: Gives it another name; what has it open, or is in it, stays there.',
	]);
});

const background = String.raw`100 clone(child_stack=NULL, flags=SIGCHLD) = 2 /* 200 in strace's PID NS */
100 write(1</p>, "\0010123456789abcdef 0 1.2 /\n", 25) = 25
200 execve("/usr/bin/tail", ["tail", "-f", "b.txt"], 0x5 /* 9 vars */) = 0
100 clone(child_stack=NULL, flags=SIGCHLD) = 3 /* 300 in strace's PID NS */
300 execve("/usr/bin/ls", ["ls"], 0x5 /* 9 vars */) = 0
100 write(1</p>, "\1fedcba9876543210 0 1.2 /\n", 25) = 25
`;

test('a job in the background belongs to the command that started it, in a PID namespace, too', () => {
	const parts = splitCommands(parseTrace(background), 2);
	expect(parts.map((calls) => calls.map(({ args: [first = ''] }) => first))).toEqual([
		['child_stack=NULL', '"/usr/bin/tail"'],
		['child_stack=NULL', '"/usr/bin/ls"'],
	]);
	expect(countMarkers(background)).toBe(2);
});

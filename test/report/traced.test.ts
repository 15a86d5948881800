import { expect, test } from '@jest/globals';
import type { LessonEvent } from '../../src/engine/words/event.ts';
import type { Origin } from '../../src/engine/words/origin.ts';
import type { TracedCall } from '../../src/engine/words/system-call.ts';
import { shortened } from '../../src/report/call.ts';
import { createMarkdownTranscript } from '../../src/report/markdown-transcript.ts';
import { createPlainReporter } from '../../src/report/plain.ts';

const chroot: TracedCall = {
	name: 'chroot',
	args: ['"my-container"'],
	result: '0',
	times: 1,
	meaning: 'From here on, / is my-container, for this process and its children.',
	page: 'chroot(2)',
};
const execve: TracedCall = {
	name: 'execve',
	args: ['"/bin/bash"', '["bash"]', '…'],
	result: '-1 ENOENT (No such file or directory)',
	times: 2,
	meaning: 'There is no such program in the root of this process.',
	page: 'execve(2)',
};
const text = 'chroot my-container bash';
const event: LessonEvent = {
	kind: 'traced',
	step: 'two',
	index: 1,
	commands: [
		{ terminal: 'host', text, calls: [chroot, execve, execve], more: 3 },
		{ terminal: 'host', text: 'cd /', calls: [], more: 0 },
	],
	on: undefined,
	missing: [],
};
const debian: Origin = {
	distribution: 'Debian GNU/Linux 13 (trixie)',
	kernel: '6.12',
	cgroup: 'v2',
	uid: 0,
	date: '2026-11-24T10:00:00Z',
};
const elsewhere: LessonEvent = {
	...event,
	on: debian,
	missing: [{ cause: 'strace is not there.', fix: 'Install it: `apt install strace`' }],
};

test('a plain page has the calls of a step, each with what it is for', () => {
	const tell = createPlainReporter({ columns: 60, colour: false });
	expect(tell(event)).toBe(`Under the hood of step 2
  host  chroot my-container bash
    chroot("my-container") = 0  [chroot(2)]
      From here on, / is my-container, for this process and
      its children.
    execve("/bin/bash", ["bash"], …) = -1 ENOENT (No such file or directory)  [execve(2), twice]
      There is no such program in the root of this process.
    execve("/bin/bash", ["bash"], …) = -1 ENOENT (No such file or directory)  [execve(2), twice]
    and 3 more kinds of calls

  host  cd /
    Nothing but what every program asks for.
`);
});

test('a plain page says why it has recorded ones, and of what machine', () => {
	const tell = createPlainReporter({ columns: 80, colour: false });
	expect(tell(elsewhere)).toMatch(
		/^Under the hood of step 2\n {2}why: strace is not there\.\n {2}fix: Install it:\n {7}apt install strace\nRecorded, not run here[^]*Debian[^]*chroot\("my-container"\) = 0/,
	);
});

test('a page of Markdown has them as a list, where the step has ended', () => {
	const tell = createMarkdownTranscript(debian);
	const started = { title: '', prose: '', commands: [], elsewhere: undefined } as const;
	tell({ kind: 'step-started', step: 'two', index: 1, ...started });
	expect(tell(event)).toBe('');
	const end = { outcome: 'passed', why: undefined, missing: [] } as const;
	expect(tell({ kind: 'step-finished', step: 'two', ...end })).toContain(markdown);
	expect(tell(event)).toBe(markdown);
	expect(tell(elsewhere)).toMatch(
		/\*\*Under the hood of step 2\*\*\n\nstrace is not there\. Install it: `apt install strace`\n\n\*\*Recorded, not run here:\*\* .*Debian/,
	);
});

const markdown = `**Under the hood of step 2**

\`host# chroot my-container bash\`

- \`chroot("my-container") = 0\`: From here on, / is my-container, for this process and its children. (chroot(2))
- \`execve("/bin/bash", ["bash"], …) = -1 ENOENT (No such file or directory)\`: There is no such program in the root of this process. (execve(2), twice)
- \`execve("/bin/bash", ["bash"], …) = -1 ENOENT (No such file or directory)\` (execve(2), twice)
- and 3 more kinds of calls

\`host# cd /\`

Nothing but what every program asks for.

`;

test.each([
	['"my-container"', '"my-container"'],
	['"/sys/fs/cgroup/memory/container-group/cgroup.procs"', '"…tainer-group/cgroup.procs"'],
	['"a long text that is no path at all"', '"a long text that is no pa…"'],
	['["cp", "-Lu", "--parents", "/usr/bin/ls", "x"]', '["cp", "-Lu", …]'],
	['O_RDONLY|O_NONBLOCK|O_CLOEXEC|O_DIRECTORY', 'O_RDONLY|O_NONBLOCK|…'],
	['{cap_a, cap_b, cap_c, cap_d, cap_e}', '{cap_a, cap_b, cap_c, cap_d…'],
])('%s is shortened to %s', (argument, short) => {
	expect(shortened(argument, 28)).toBe(short);
	expect(shortened(argument, Infinity)).toBe(argument);
});

import { expect, test } from '@jest/globals';
import { parseLesson } from '../../../src/lesson/parse-lesson.ts';
import { lessonScript } from '../../../src/report/script/lesson-script.ts';
import { lessonWith } from '../../lesson/example.ts';

test('a step is its title, its prose, its commands, what is expected, and its explanation', () => {
	const script = scriptOf(`
## What's in there

*Now* we look.

\`\`\`sh host
mkdir one
ls -d \\
	one
ls two
\`\`\`

\`\`\`expect
exit 2 from ls two
output contains one
\`\`\`

It is {{size of one}} big.
`);
	expect(afterRule("1. What's in there", script)).toBe(`
# Now we look.

step "1. What's in there"
run host <<'END'
mkdir one
ls -d \\
	one
END
run host exits 2 <<'END'
ls two
END
expect 'output contains one' output_contains one

# It is [size of one] big.

# This script ends with 0 only if everything was as the lesson says.
conclude
[ \${#failures[@]} = 0 ]
`);
});

test('what a step rests on is named, with what only a run knows in brackets', () => {
	const script = scriptOf(`
## A step

\`\`\`sh host
ls
\`\`\`

\`\`\`proof
/proc/{{shell of host}}/status NSpid
/proc/{{shell of host}}/root
\`\`\`

\`\`\`proof cgroup-v2
/sys/fs/cgroup/box/cpu.max
\`\`\`
`);
	expect(script).toContain(`
# To read: /proc/[shell of host]/status (NSpid)
# To read: /proc/[shell of host]/root
# To read: /sys/fs/cgroup/box/cpu.max, where there is cgroup-v2
`);
});

test('a question is asked before the commands, and what is wrong is answered after them', () => {
	const script = scriptOf(`
## A step

Prose.

Will it \`work\`?

- [ ] Yes, because
  it must.

  It must *not*.

- [x] No.

\`\`\`sh host
ls
\`\`\`

\`\`\`expect
output contains x
\`\`\`

So it did not.
`);
	expect(afterRule('1. A step', script).split('\n\n# This')[0]).toBe(`
# Prose.
#
# Will it \`work\`?
#
# • Yes, because it must.
# • No.

step '1. A step'
run host <<'END'
ls
END
expect 'output contains x' output_contains x

# If you thought otherwise:
#
# • Yes, because it must.
#
#   It must not.
#
# So it did not.`);
});

test('a fact becomes a call, and everything around it is typed as it stands', () => {
	const script = scriptOf(
		step('echo $$ `id` {{pid of tail -f a}} {{shell of container-1}}', 'output contains x'),
	);
	expect(script).toContain(
		"run host <<END\necho \\$\\$ \\`id\\` $(pid_of 'tail -f a') $(shell_of container-1)\nEND\n",
	);
	expect(script).toMatch(/^pid_of\(\) \{$/m);
	expect(script).toMatch(/^shell_of\(\) \{$/m);
	expect(script).not.toMatch(/^(?:cores_of|inside_pid_of|sees_host|make_group|machine_has)\(\)/m);
});

test('a fact that only prose has a use for cannot be typed, and is not looked for', () => {
	const typed = () => scriptOf(step('echo {{memory}}', 'output contains x'));
	expect(typed).toThrow(expect.objectContaining({ name: 'KnownError', exitCode: 2 }));
	expect(typed).toThrow('A script cannot find out what is to be filled in here: echo {{memory}}');
	expect(scriptOf(step('free', 'output contains {{memory}}'))).toContain(
		'\n# To be seen: output contains [memory]\n',
	);
});

test.each(['\\d+', '(?:a|b)', 'a+?'])('grep does not know %s', (pattern) => {
	expect(scriptOf(step('ls', `output matches /${pattern}/`))).toContain(
		`\n# To be seen: output matches /${pattern}/\n`,
	);
});

test('what every step needs is needed to begin, and other differences are looked at when they come', () => {
	const blocks = (text: string) =>
		`## ${text}\n\`\`\`sh host ps cgroup-v1\nls\n\`\`\`\n\`\`\`sh host no-ps\npwd\n\`\`\`\n`;
	const script = scriptOf(
		`\`\`\`needs\nldd\n\`\`\`\n${blocks('One')}\n${blocks('Two')}\`\`\`needs\nip\n\`\`\`\n`,
	);
	expect(script).toContain("\nrequire_that 'ldd is not installed' has_tools ldd\n");
	expect(script).toContain("\nlook_for cgroup-v1 'this machine does not have cgroup v1' \\\n");
	expect(afterRule('2. Two', script)).toContain(`
step '2. Two'
skip_without ip
machine_has ps cgroup-v1 && run host <<'END'
ls
END
machine_has no-ps && run host <<'END'
pwd
END
`);
	expect(afterRule('1. One', script).split('══')[0]).not.toContain('skip_without');
});

test('the last command of a step is another one on another machine', () => {
	const script = scriptOf(
		'## A step\n```sh host cgroup-v1\none\n```\n```sh host cgroup-v2\ntwo\n```\n```expect\nexit 3\n```\n',
	);
	expect(script).toContain("machine_has cgroup-v1 && run host exits 3 <<'END'\none\n");
	expect(script).toContain("machine_has cgroup-v2 && run host exits 3 <<'END'\ntwo\n");
});

test('prose fits 78 columns', () => {
	const prose = 'Some words that are `not code` and go on, and on. '.repeat(9);
	const script = scriptOf(
		`${prose}\n\n- ${prose}\n\n${step('ls', 'output contains x')}\n${prose}\n`,
	);
	const lines = script.slice(script.indexOf('══ An example')).split('\n');
	expect(lines.filter((line) => line.startsWith('#')).length).toBeGreaterThan(18);
	expect(lines.filter((line) => line.startsWith('#') && line.length > 78)).toEqual([]);
});

function scriptOf(body: string): string {
	return lessonScript(parseLesson(lessonWith(body), 'lesson.md', 7), '1.2.3');
}

test.each([
	['output matches /^a$/: the letter a', "expect 'output: the letter a' output_matches '^a$'"],
	['directory a exists', "expect 'directory a exists' is_directory a"],
])('%s', (expectation, test) => {
	expect(scriptOf(step('ls', expectation))).toContain(`\n${test}\n`);
});

function step(command: string, expectation: string): string {
	return `## A step\n\`\`\`sh host\n${command}\n\`\`\`\n\`\`\`expect\n${expectation}\n\`\`\`\n`;
}

function afterRule(title: string, script: string): string {
	return script.slice(script.indexOf('\n', script.indexOf(`# ══ ${title} `)) + 1);
}

import { expect, test } from '@jest/globals';
import { lintLesson } from '../../../src/lesson/lint/lint-lesson.ts';
import { parseLesson } from '../../../src/lesson/parse-lesson.ts';
import { lessonWith } from '../example.ts';

const block = (kind: string, ...lines: readonly string[]) =>
	`\`\`\`${kind}\n${lines.join('\n')}\n\`\`\`\n`;
const expected = block('expect', 'output contains x');

/** What the lint says is missing in a lesson with this body. */
function missingIn(body: string): string[] {
	const source = lessonWith(body);
	return lintLesson(parseLesson(source, 'x', 1), source).flatMap(
		({ line, message }) => /^This needs `(.*?)`/.exec(message)?.[1]?.concat(` ${line}`) ?? [],
	);
}

const step = (command: string, ...needs: readonly string[]) =>
	`## A\n${block('sh host', command)}${needs.length > 0 ? block('needs', ...needs) : ''}${expected}`;

test.each([
	['chroot a bash', 'chroot'],
	['unshare chroot a bash', 'chroot'],
	['unshare --pid --fork true', 'pid-namespace'],
	['unshare --user --map-root-user id', 'user-namespace'],
	['unshare --net bash', 'net-namespace'],
	['unshare --time --boottime 1 true', 'time-namespace'],
	['nsenter --target 1 --net true', 'namespace-tools'],
	['ping -c 1 10.0.0.1', 'ping'],
	['hostname', 'hostname'],
	['taskset -c 0 true', 'taskset'],
	['tar -cf a.tar a', 'tar'],
	['runc spec', 'runc'],
	['gzip -n a.tar', 'tar'],
	['mount --rbind /proc a/proc', 'mount'],
	['cp -L --parents $(ldd /bin/ls | grep -o x) a', 'ldd'],
	['ps aux', 'ps'],
	['ip -brief addr', 'ip'],
	['cgcreate -g cpu:/x', 'cgroup-tools'],
])('`%s` needs %s', (command, need) => {
	expect(missingIn(step(command))).toContain(`${need} 9`);
	expect(missingIn(step(command, 'pid-namespace', 'limits', need))).toEqual([]);
});

test('what only names a tool needs nothing', () => {
	expect(missingIn(step('move_in a ip ps && echo chrooted'))).toEqual([]);
});

test('who has a process tree of his own may change the root', () => {
	expect(missingIn(step('chroot a bash', 'pid-namespace'))).toEqual([]);
});

test('what is typed inside needs what brought the shell there', () => {
	const entered = step('chroot a bash', 'chroot');
	expect(missingIn(`${entered}\n## B\n${block('sh host', 'pwd')}${expected}`)).toEqual([
		'chroot 20',
	]);
});

test('the setup needs what every step needs', () => {
	const setup = block('sh host setup', 'ldd /bin/ls');
	const two = (first: string) =>
		`${setup}\n${step('true', first)}\n${step('true', 'ldd').replace('A', 'B')}`;
	expect(missingIn(two('ldd'))).toEqual([]);
	expect(missingIn(two('ps'))).toEqual(['ldd 8']);
});

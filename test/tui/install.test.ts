import { expect, test } from '@jest/globals';
import type { InstallSuggestion } from '../../src/tui/course.ts';
import { actedCourse } from './acted-course.ts';
import { walkerOf } from './walker.ts';

function offer(install: () => AsyncIterable<string>) {
	const suggestion: InstallSuggestion = {
		package: 'cgroup-tools',
		commands: ['apt-get install --yes cgroup-tools'],
		lesson: 'limits',
	};
	return { suggestion, install };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('the command is shown where it matters, and not run by itself', () => {
	let runs = 0;
	const offered = offer(async function* () {
		runs += 1;
		await settled();
		yield 'installing\n';
	});
	const walker = walkerOf(actedCourse(offered));
	walker.press('i');
	expect(walker.text()).not.toContain('apt-get');
	walker.press('G');
	expect(walker.text()).toContain('i runs apt-get install --yes cgroup-tools');
	expect(walker.bottom()).toContain('i install cgroup-tools');
	walker.press('Enter');
	expect(walker.text()).toContain('i runs apt-get install --yes cgroup-tools');
	expect(runs).toBe(0);
	walker.press('i');
	expect(runs).toBe(1);
});

test('in a lesson the key does not work where its command is out of sight', () => {
	let runs = 0;
	const offered = offer(async function* () {
		runs += 1;
		await settled();
		yield '';
	});
	const walker = walkerOf(actedCourse(offered), { columns: 60, rows: 18 });
	walker.press('G', 'Enter', '↓', 'i');
	expect(runs).toBe(0);
	expect(walker.bottom()).not.toContain('install');
});

test('an installation is shown live, cannot be left half-way, and ends in the list', async () => {
	let goOn = () => {};
	const pause = new Promise<void>((resolve) => {
		goOn = resolve;
	});
	const offered = offer(async function* () {
		yield 'Unpacking\n';
		await pause;
		yield 'Setting up\n';
	});
	const course = actedCourse(offered);
	const walker = walkerOf(course);
	walker.press('G', 'Enter', 'i');
	await settled();
	expect(walker.text()).toContain('# apt-get install --yes cgroup-tools');
	expect(walker.text()).toContain('Unpacking');
	walker.press('Esc', 'q', 'Ctrl-C');
	expect(walker.bottom()).toMatch(/^! Please wait/);
	expect(course.session.heard).not.toContain('close');
	goOn();
	await settled();
	expect(walker.text()).toContain('Setting up');
	expect(walker.text()).toContain('✓ Installed: open the lesson again.');
	walker.press('Esc', 'Enter');
	expect(course.session.heard).toEqual([
		'open limits a-control-group',
		'open limits a-control-group',
	]);
});

test('an installation that fails says why', async () => {
	const offered = offer(async function* () {
		await settled();
		yield 'E: Could not get lock\n';
		throw new Error('`apt-get` exited with 100.');
	});
	const walker = walkerOf(actedCourse(offered));
	walker.press('G', 'i');
	await settled();
	await settled();
	expect(walker.text()).toContain('E: Could not get lock');
	expect(walker.text()).toContain('✗ `apt-get` exited with 100.');
	expect(walker.bottom()).toMatch(/^Esc close/);
});

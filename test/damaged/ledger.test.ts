import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { examineLedger, type Ledger, readLedger, writeLedger } from '../../src/stage/ledger.ts';

let base = '';
let file = '';
beforeEach(() => {
	base = mkdtempSync(join(tmpdir(), 'ledger-test-'));
	file = join(base, 'a1b2c3.json');
});
afterEach(() => {
	rmSync(base, { recursive: true });
});

const identity = { pid: 7, startTime: 4711, bootId: 'b8d3' };
const cgroup = { version: 'v1', directories: { cpu: '/sys/fs/cgroup/cpu/x' } } as const;
const ledger = (): Ledger => ({
	format: 1,
	base,
	id: 'a1b2c3',
	directory: '/tmp/stages/a1b2c3',
	sandbox: '/tmp/stages/a1b2c3/sandbox',
	privilege: 'rootless',
	cgroup,
	driver: identity,
	guard: undefined,
});

test.each<Partial<Ledger>>([
	{},
	{ driver: undefined, guard: identity },
	{ cgroup: { version: 'none' }, privilege: 'none' },
	{ cgroup: { version: 'v2', directory: '/sys/fs/cgroup/x' }, privilege: 'root' },
	{ cgroup: { version: 'v1', directories: {} } },
])('what was written with %j is read again', (change) => {
	const written = { ...ledger(), ...change };
	writeLedger(written);
	expect(readLedger(file)).toEqual(written);
});

test('one that is gone is no trouble', () => {
	expect(examineLedger(file)).toBeUndefined();
});

const damaged: readonly [what: string, text: () => string, sentence: string][] = [
	['half a file', () => write(ledger()).slice(0, -9), 'is not JSON'],
	['an empty file', () => '', 'is not JSON'],
	['null', () => 'null', 'is no JSON object'],
	['a list', () => '[]', 'has no usable `format`'],
	['no sandbox', () => write({ ...ledger(), sandbox: undefined }), 'has no usable `sandbox`'],
	['a relative path', () => write({ ...ledger(), directory: 'a' }), 'has no usable `directory`'],
	['the root as sandbox', () => write({ ...ledger(), sandbox: '/' }), 'has no usable `sandbox`'],
	[
		'a sandbox that is not in the directory',
		() => write({ ...ledger(), sandbox: '/tmp/stages/a1b2c3d/sandbox' }),
		'has no usable `sandbox`',
	],
	['another privilege', () => write({ ...ledger(), privilege: 'x' }), 'has no usable `privilege`'],
	[
		'a cgroup of no version',
		() => write({ ...ledger(), cgroup: { version: 'v3' } }),
		'has no usable `cgroup`',
	],
	[
		'a cgroup without its directory',
		() => write({ ...ledger(), cgroup: { version: 'v2' } }),
		'has no usable `cgroup`',
	],
	[
		'a list of directories',
		() => write({ ...ledger(), cgroup: { ...cgroup, directories: ['/'] } }),
		'has no usable `cgroup`',
	],
	[
		'a directory that is a number',
		() => write({ ...ledger(), cgroup: { ...cgroup, directories: { cpu: 3 } } }),
		'has no usable `cgroup`',
	],
	[
		'a number by a name that valibot does not look at',
		() => write({ ...ledger(), cgroup: { ...cgroup, directories: { constructor: 3 } } }),
		'has no usable `cgroup`',
	],
	['a driver that is text', () => write({ ...ledger(), driver: '7' }), 'has no usable `driver`'],
	[
		'a pid that is negative',
		() => write({ ...ledger(), guard: { ...identity, pid: -1 } }),
		'has no usable `guard.pid`',
	],
	[
		'a start time beyond all numbers',
		() => write({ ...ledger(), driver: undefined, guard: identity }).replace('4711', '1e999'),
		'has no usable `guard.startTime`',
	],
];

test.each(damaged)('%s is told with the file and the field', (_what, text, sentence) => {
	writeFileSync(file, text());
	const { message } = refused();
	expect(message).toContain(`${file} should say what a run has left, and ${sentence}`);
	expect(message).toMatch(/ Look at it, and remove it by hand\.$/);
	expect(readLedger(file)).toBeUndefined();
});

test('one of a newer version is left to that', () => {
	writeFileSync(file, '{"format":2}');
	expect(refused().message).toBe(
		`${file} should say what a run has left, and has format 2, where this version reads format 1. ` +
			'Run `npx containers-under-the-hood@latest cleanup`.',
	);
});

const write = (value: object) => JSON.stringify(value);

function refused(): Error {
	const found = examineLedger(file);
	if (found instanceof Error) {
		return found;
	}

	throw new Error('This ledger is taken for a good one.');
}

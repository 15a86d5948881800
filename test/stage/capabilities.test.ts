import { expect, test } from '@jest/globals';
import type { Capabilities } from '../../src/engine/capabilities.ts';
import { requirements } from '../../src/lesson/requirement.ts';
import { containers } from './fixtures/containers.ts';
import { limits } from './fixtures/limits.ts';
import { debian, decideOn, obstructed, refused, v1NotWritable } from './fixtures/machine.ts';
import { restrictions } from './fixtures/restrictions.ts';

const rows = [...limits, ...containers, ...restrictions];

test.each(rows)('$machine: what is provided, why the rest is not, and what helps', (row) => {
	const { provides, missing } = row.is;
	const lacked = requirements.filter((one) => !provides.has(one));
	expect(lacked.filter((one) => !/cgroup-v|pivot-root|overlay/.test(one))).toEqual(row.lacks);
	const [first] = row.lacks;
	const why = first && missing.get(first);
	expect(why?.cause ?? '').toMatch(row.cause ?? /^/);
	expect(why?.fix ?? '').toMatch(row.fix ?? /^/);
});

test('the version is that of the controllers, whoever may use them', () => {
	const versions = ({ provides }: Capabilities) =>
		requirements.filter((one) => /cgroup-v/.test(one) && provides.has(one));
	expect(versions(decideOn({}))).toEqual(['cgroup-v2']);
	expect(versions(decideOn({}, v1NotWritable))).toEqual(['cgroup-v1']);
	expect(versions(decideOn({}, obstructed({ kind: 'not mounted' }, 'none')))).toEqual([]);
});

test.each(rows)('$machine: every cause and every fix is whole sentences', ({ is }) => {
	for (const requirement of requirements) {
		expect(is.provides.has(requirement)).toBe(!is.missing.has(requirement));
	}

	for (const { cause, fix } of is.missing.values()) {
		expect(cause).toMatch(/^\S.{20,}\.$/);
		expect(fix).toMatch(/^[A-Z].{20,}\.$/);
		// A command of two lines could not be copied, and a backtick in one not be told from its end.
		expect(fix).not.toContain('\n');
		expect(fix.split('`').length % 2).toBe(1);
	}
});

test('who may not use sudo is told the way that works', () => {
	const fixOf = (capabilities: Capabilities) => capabilities.missing.get('limits')?.fix;
	const noNewPrivileges = { ...debian.privileges, noNewPrivileges: true };
	expect(fixOf(decideOn({ privileges: noNewPrivileges }, v1NotWritable))).toMatch(
		/in another terminal, because no_new_privs keeps sudo from working/,
	);
	expect(fixOf(decideOn({ isNodeInPath: false }, v1NotWritable))).toMatch(
		/: `sudo env "PATH=\$PATH" npx containers-under-the-hood`\.$/,
	);
});

test('another root and overlays are missing where mounts are, and where they themselves are refused', () => {
	const said = (words: string) => ({ command: 'bash', words });
	const { missing } = decideOn(
		{},
		{
			pivotRoot: said("pivot_root: failed to change root from `.' to `old': Invalid argument"),
			overlay: said('mount: merged: wrong fs type'),
		},
	);
	expect(missing.get('pivot-root')?.cause).toMatch(/\(pivot_root: failed .* root of a chroot/);
	expect(missing.get('overlay')?.fix).toMatch(/since Linux 5\.11/);

	const { missing: without } = decideOn({}, refused('unshare: Operation not permitted'));
	expect(without.get('pivot-root')).toEqual(without.get('mount'));
	expect(without.get('overlay')).toEqual(without.get('mount'));
});

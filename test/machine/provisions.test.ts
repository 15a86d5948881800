import { expect, test } from '@jest/globals';
import type { Provisions } from '../../src/engine/words/provisions.ts';
import { requirements } from '../../src/lesson/requirement.ts';
import { containers } from './fixtures/containers.ts';
import { limits } from './fixtures/limits.ts';
import {
	debian,
	decideOn,
	docker,
	obstructed,
	refused,
	toolsWithout,
	v1NotWritable,
} from './fixtures/machine.ts';
import { restrictions } from './fixtures/restrictions.ts';

const rows = [...limits, ...containers, ...restrictions];

/** They go with others, and have tests of their own. */
const special = /cgroup-v|pivot-root|overlay|bridge|tc|ping|runc|bwrap/;

test.each(rows)('$machine: what is provided, why the rest is not, and what helps', (row) => {
	const { provides, missing } = row.is;
	const lacked = requirements.filter((one) => !provides.has(one));
	expect(lacked.filter((one) => !special.test(one))).toEqual(row.lacks);
	const [first] = row.lacks;
	const why = first && missing.get(first);
	expect(why?.cause ?? '').toMatch(row.cause ?? /^/);
	expect(why?.fix ?? '').toMatch(row.fix ?? /^/);
});

test('the version is that of the controllers, whoever may use them', () => {
	const versions = ({ provides }: Provisions) =>
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
	const fixOf = (provisions: Provisions) => provisions.missing.get('limits')?.fix;
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
	expect(missing.get('overlay')?.cause).toMatch(/refuses a mount of overlayfs .*wrong fs type/);

	expect(decideOn({}, { tools: toolsWithout(['tc']) }).missing.get('tc')?.fix).toMatch(
		/install -y iproute2`\.$/,
	);

	const { missing: without } = decideOn({}, refused('unshare: Operation not permitted'));
	expect(without.get('pivot-root')).toEqual(without.get('mount'));
	expect(without.get('overlay')).toEqual(without.get('mount'));
});

test('an overlay that is refused by an old kernel, or for want of its module, is told apart', () => {
	const explain = (words: string, kernel: string) =>
		decideOn(
			{ machine: { ...debian.machine, kernel } },
			{ overlay: { command: 'bash', words } },
		).missing.get('overlay');
	const old = explain('mount: merged: wrong fs type', '5.10.0-28-amd64');
	expect(old?.cause).toMatch(/^This is Linux 5\.10\.0-28-amd64, .* only since 5\.11/);
	expect(explain('mount: merged: wrong fs type', '5.11.0')?.cause).not.toMatch(/only since/);
	expect(explain('mount: merged: wrong fs type', '6.1.0')?.cause).not.toMatch(/only since/);
	const without = explain("mount: merged: unknown filesystem type 'overlay'.", '6.1.0');
	expect(without?.fix).toContain('modprobe overlay');
});

test("Docker's filter lets root with CAP_SYS_ADMIN mount, but not exchange the root", () => {
	const explain = (words: string) =>
		decideOn(docker, { pivotRoot: { command: 'bash', words } }).missing.get('pivot-root');
	const filtered = explain(
		"pivot_root: failed to change root from `.' to `old': Operation not permitted",
	);
	expect(filtered?.cause).toMatch(/^A seccomp filter forbids pivot_root \(pivot_root: failed/);
	expect(filtered?.fix).toMatch(/: `docker run --security-opt seccomp=unconfined …`\.$/);
	expect(explain('this is a chroot')?.cause).toMatch(/root of a chroot/);
});

test('a bridge, a queue and ping are missing where networks or the tools are, and where they themselves are refused', () => {
	const said = (words: string) => ({ command: 'unshare', words });
	const { missing, provides } = decideOn(
		{},
		{
			bridge: said('Error: Unknown device type.'),
			tc: said('Error: Specified qdisc kind is unknown.'),
			ping: said('ping: socktype: not permitted'),
		},
	);
	expect(missing.get('bridge')).toEqual({
		cause: expect.stringMatching(/veth.* \(Error: Unknown device type\.\)\./) as unknown,
		fix: expect.stringMatching(/: `.*modprobe --all bridge veth`\.$/) as unknown,
	});
	expect(missing.get('tc')).toEqual({
		cause: expect.stringMatching(/\(Error: Specified qdisc kind is unknown\.\)\./) as unknown,
		fix: expect.stringMatching(/: `.*modprobe sch_tbf`\.$/) as unknown,
	});
	expect(missing.get('ping')?.cause).toMatch(/\(ping: socktype: not permitted\)/);
	expect(provides.has('net-namespace')).toBe(true);

	const withoutTools = decideOn({}, { tools: toolsWithout(['ip', 'ping']) }).missing;
	expect(withoutTools.get('bridge')).toEqual(withoutTools.get('ip'));
	expect(decideOn({}, { tools: toolsWithout(['ping']) }).missing.get('ping')?.fix).toMatch(
		/install -y iputils-ping`\.$/,
	);

	const { missing: without } = decideOn({}, refused('unshare: Operation not permitted'));
	expect(without.get('bridge')).toEqual(without.get('net-namespace'));
	expect(without.get('tc')).toEqual(without.get('net-namespace'));
	expect(without.get('ping')).toEqual(without.get('net-namespace'));
});

test.each(['runc', 'bwrap'] as const)(
	'%s is there, is missing, or starts no container',
	(program) => {
		expect(decideOn({}).provides.has(program)).toBe(true);
		expect(decideOn({}, { tools: toolsWithout([program]) }).missing.get(program)).toEqual({
			cause: expect.stringMatching(
				`^${program} is not installed here\\. There is no container of `,
			) as unknown,
			fix: expect.stringMatching(/install -y (?:runc|bubblewrap)`\.$/) as unknown,
		});
		const said = { command: program, words: 'operation not permitted' };
		expect(decideOn({}, { [program]: said }).missing.get(program)).toEqual({
			cause: expect.stringMatching(
				`^${program} is installed, but starts no container here`,
			) as unknown,
			fix: expect.stringContaining('docs/compared-with-runc.md') as unknown,
		});

		const { missing } = decideOn({}, refused('unshare: Operation not permitted'));
		expect(missing.get(program)).toEqual(missing.get('mount'));
	},
);

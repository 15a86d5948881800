import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decode } from '../../src/engine/explain/decode.ts';
import { probe } from '../../src/stage/probe.ts';
import { openStage, type Stage } from '../../src/stage/stage.ts';
import { findTool } from '../../src/stage/tools.ts';
import { typeInto } from '../helpers/type-into.ts';

// Every message here is one that this kernel, and the programs on this machine, really give.
const { provisions, stagePlan } = await probe();
const { provides } = provisions;
const on = (holds: boolean) => (holds ? describe : describe.skip);

/** Takes everything from what follows that makes root root. */
const powerless = 'setpriv --bounding-set=-all --inh-caps=-all';
const copyAll = 'grep -o "/[^ )]*" | while read f; do mkdir -p $1${f%/*}; cp -L $f $1$f; done';

/** A root with bash and ps and their libraries, one without the loader, one without a library, and an empty one. */
const roots = [
	'mkdir -p empty jail/bin jail/dev jail/proc broken/bin halved',
	`copy() { (echo $2; ldd $2) | ${copyAll}; }`,
	'for program in /bin/bash /bin/umount $(type -P ps mount); do copy jail $program; done',
	'copy halved /bin/bash; rm $(find halved -name "libc.so*"); cp /bin/bash broken/bin',
	'touch file; printf "#!/no/such\\n" > script; printf "\\177ELF%060d" 0 > odd; chmod +x script odd',
];

on(provides.has('mount'))('what is said about roots and programs', () => {
	const type = onStage(roots);
	test.each<Row>([
		['PATH=/nowhere chroot empty bash', /is in \/usr\/sbin/],
		['unshare env PATH=/nowhere chroot empty bash', /is in \/usr\/sbin/],
		['chroot empty /bin/bash', /^The root was changed, and in it \S+bash\S? is not there/],
		['chroot broken /bin/bash', /the loader that it names is not/],
		['unshare --root=broken /bin/bash', /the loader that it names is not/],
		['chroot halved /bin/bash', /its library libc\.so\S* is not\. Copy it/],
		['chroot nowhere /bin/bash', /^There is no directory \S*nowhere\S* here/],
		['chroot file /bin/bash', /is a file, and only a directory/],
		['chroot jail /bin', /is there, but may not be executed/],
		[`${powerless} chroot jail /bin/bash`, /^Only root may change its root/],
		['chroot jail /bin/bash -c nonsense', /has a program nonsense here.*builtins/],
		['unshare nonsense', /^No directory in PATH has a program nonsense here/],
		['./odd', /another kind of processor/],
		['./script', /interpreter/],
		['chroot jail /bin/bash -c "echo 1 & wait; exit 9"', /no \/dev\/null in this root/],
		['ldd jail/nothing', /^There is no file jail\/nothing/],
		['ldd script', /^That program needs no libraries/],
		['chroot jail $(type -P ps)', /^There is no procfs in this root/],
		["bash -c 'kill -9 $$'", /^It was killed by SIGKILL/],
		["sh -c 'kill -TERM $$'", /^It was ended by SIGTERM/],
		['kill -9 $$', /^The line ended the very shell/],
		['kill 4194301', /^No process has the number 4194301/],
		[`${powerless} chown 5:5 file`, /CAP_CHOWN|not mapped/],
	])('%s', async (line, meaning) => {
		expect(await type(line)).toMatch(meaning);
	});
});

on(provides.has('pid-namespace'))('what is said about namespaces and mounts', () => {
	const type = onStage(roots);
	const inUser = 'unshare --user --map-root-user';
	test.each<Row>([
		["unshare --pid bash -c '/bin/true; /bin/true; /bin/true'", /namespace has ended.*`--fork`/],
		["unshare --pid sh -c '/bin/true; /bin/true; /bin/true'", /namespace has ended.*`--fork`/],
		['unshare --pid --fork ps', /^ps reads \/proc, and that is still the one of the host/],
		[
			"unshare --pid --fork --mount-proc unshare --pid --fork bash -c 'for i in {1..30}; do /bin/true; done; ps || exit 3'",
			/other number|another PID namespace/,
		],
		[`${powerless} unshare --uts true`, /^Only root may make this namespace/],
		[
			`${inUser} sh -c 'echo 0 > /proc/sys/user/max_uts_namespaces; unshare --uts true'`,
			/^No more namespaces.*no disk is full/,
		],
		['unshare --nonsense true', /does not know the option/],
		['unshare --mount-proc=nowhere true', /^There is no directory nowhere/],
		[`${inUser} hostname x`, /Make a UTS namespace first/],
		[`unshare --mount ${inUser} mount -t proc none jail/proc`, /PID namespace of its own/],
		['mount -t tmpfs none nowhere', /^There is no directory nowhere to mount on/],
		[
			'mount -t nonsense none empty',
			/not know this type of file system|only the root of the machine/,
		],
		['mount --bind empty/nowhere empty', /^What is to be mounted does not exist/],
		[
			'mount -t overlay none -o lowerdir=nowhere,upperdir=a,workdir=b empty',
			/^What is to be mounted does not exist/,
		],
		['umount empty', /^Nothing is mounted on \S*empty/],
		[
			'mount -t tmpfs none empty; cd empty; umount ../empty; c=$?; cd ..; umount empty; (exit $c)',
			/current directory or an open file in \S*empty/,
		],
		['chroot jail $(type -P mount)', /^`mount` reads \/proc/],
		["unshare --mount bash -c 'mkdir -p empty/old; pivot_root empty empty/old'", /must be a mount/],
		[`${powerless} ip link add x type dummy`, /CAP_NET_ADMIN/],
		["unshare --net bash -c 'echo > /dev/udp/10.1.2.3/9'", /no address and no route/],
		[`${inUser} chown 5:5 file`, /is not mapped in this user namespace/],
	])('%s', async (line, meaning) => {
		expect(await type(line)).toMatch(meaning);
	});
});

on(provides.has('mount') && findTool('busybox') !== undefined)('what busybox says', () => {
	const type = onStage(roots);
	test.each<Row>([
		['busybox chroot empty /bin/bash', /^The root was changed, and in it/],
		[`${powerless} busybox chroot jail /bin/bash`, /^Only root may change its root/],
		['mkdir none; cp $(type -P busybox) none; chroot none /busybox ps', /^There is no procfs/],
		['busybox unshare --kill-child true', /does not know the option: it is busybox's/],
		["unshare --pid busybox sh -c '/bin/true; /bin/true; /bin/true'", /namespace has ended/],
	])('%s', async (line, meaning) => {
		expect(await type(line)).toMatch(meaning);
	});
});

on(provides.has('limits') && provides.has('cgroup-v1') && provides.has('cgroup-tools'))(
	'what is said about cgroups of v1',
	() => {
		const memory = '/sys/fs/cgroup/memory/group';
		const type = onStage([
			'cgcreate -g cpu,memory:/group',
			`echo 16M > ${memory}/memory.limit_in_bytes`,
			`mkdir ${memory}/below /sys/fs/cgroup/pids/few`,
			'echo 1 > /sys/fs/cgroup/pids/few/pids.max',
		]);
		test.each<Row>([
			['cgset -r memory.max=1M group', /has cgroup v1.*`memory\.limit_in_bytes`/],
			['cgset -r memory.limit_in_bytes=1M nothing', /^The group or its file is not there/],
			['cgset -r cpu.cfs_quota_us=1 group', /at least 1000 microseconds/],
			['cgset -r nonsense.max=1 group', /`cat \/proc\/cgroups` lists/],
			['cgexec -g memory:/nothing true', /^There is no such group/],
			['cgclassify -g memory:/nothing $$', /^There is no such group/],
			['cgdelete -g memory:/nothing', /^The group \S*nothing is gone/],
			[`echo 1 > ${memory}/memory.max`, /"Permission denied", even to root/],
			['echo 1 > /sys/fs/cgroup/cpu/group/cpu.cfs_quota_us', /does not understand that value/],
			[`echo 4194301 > ${memory}/cgroup.procs`, /^That process has ended/],
			[`rmdir ${memory}`, /has processes or other groups in it/],
			[`rm -r ${memory}`, /`rmdir`/],
			['mkdir /sys/fs/cgroup/beside; cat /sys/fs/cgroup/beside/cgroup.procs', /is no cgroup/],
			['cgexec -g memory:/group tail /dev/zero', /^It was killed by SIGKILL.*`oom_kill`/],
			[
				`cgexec -g memory:/group bash -c 'echo 4096 > ${memory}/memory.limit_in_bytes'`,
				/already uses more memory than that/,
			],
			[
				"timeout -s KILL 2 bash -c 'echo $$ > /sys/fs/cgroup/pids/few/cgroup.procs; sleep 1; true'",
				/may not have more processes/,
			],
		])('%s', async (line, meaning) => {
			expect(await type(line)).toMatch(meaning);
		});
	},
);

type Row = readonly [line: string, meaning: RegExp];

/** Opens a stage for the tests around it; what it returns types a line there and decodes what came of it. */
function onStage(prepared: readonly string[]) {
	let stage: Stage;
	beforeAll(async () => {
		stage = await openStage(stagePlan);
		for (const line of prepared) {
			const { exit, output } = await typeInto(stage, line);
			expect([line, exit, output]).toEqual([line, 0, '']);
		}
	});
	afterAll(() => stage.close());

	return async (text: string) => {
		const { exit, output } = await typeInto(stage, text);
		const meaning = decode({ source: text, text, exit, output, stopped: undefined }, provisions);
		if (process.env['SHOW']) {
			console.log(`${text}\n${exit} ${output}=> ${meaning ?? '?'}`);
		}
		return meaning ?? `nothing is known of exit ${exit} and: ${output}`;
	};
}

import { execa } from 'execa';
import type { Circumstances } from '../kernel/circumstances.ts';
import type { Refused, Trials } from '../machine/trials.ts';
import { findCgroupPlace } from './cgroup/find-place/find-place.ts';
import { stageEnvironment, startDirectory } from './environment.ts';
import { privileges } from './privilege/privilege.ts';
import { straceCommands, straceTrial } from './strace.ts';
import { findTool, findTools } from './tools.ts';

/** Tries everything once, each in namespaces that end with it, so that nothing is changed. */
export async function runTrials(circumstances: Circumstances): Promise<Trials> {
	const isRoot = circumstances.privileges.uid === 0;
	const { privilege, mount } = await tryMount(isRoot);
	const { enter } = privileges[privilege];
	const tools = findTools();
	const on = async (...command: readonly string[]) =>
		mount.at(-1) ?? (await attempt([...enter, ...command]));
	const onMemory = (script: string) => on('bash', '-c', `${inMemory} && ${script}`);
	return {
		tools,
		privilege,
		mount,
		chroot: await attempt([...enter, 'chroot', '/', 'true']),
		pidNamespace: await on('unshare', '--pid', '--fork', '--kill-child', '--mount-proc', 'true'),
		setpriv: await attempt([
			...[...enter, 'setpriv', '--inh-caps=-all', '--bounding-set=-sys_chroot'],
			...['true'],
		]),
		otherUser: await attempt([
			...[...enter, 'setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', 'true'],
		]),
		strace: await tryStrace(enter),
		pivotRoot: await onMemory(`${endAtTheRoot} && mkdir old && pivot_root . old`),
		overlay: await onMemory(overOneFile),
		userNamespace: await on('unshare', '--user', '--map-root-user', 'true'),
		netNamespace: await on(
			...['unshare', '--net'],
			...(tools.get('ip') === undefined ? ['true'] : ['ip', 'link', 'set', 'lo', 'up']),
		),
		bridge: tools.get('ip') && (await on('unshare', '--net', 'bash', '-c', aBridge)),
		tc: tools.get('tc') && (await on('unshare', '--net', 'bash', '-c', aQueue)),
		ping: tools.get('ping') && (await on('unshare', '--net', 'bash', '-c', aPing)),
		runc: tools.get('runc') && (await onMemory(aContainerOfRunc)),
		bwrap: tools.get('bwrap') && (await on(...aContainerOfBwrap)),
		timeNamespace: await on('unshare', '--time', '--boottime', '1', 'true'),
		cgroup: await findCgroupPlace(isRoot, privilege),
	};
}

/**
 * The shell that makes a directory which goes with the mount namespace. Without -n there would be a
 * /run/mount, which would stay.
 */
const inMemory = 'mount -n -t tmpfs probe /tmp && cd /tmp';

/**
 * The script that gets another root and walks up from it, which must end there. In a chroot only
 * the mount of the chroot would be exchanged, and whoever walks up past it is outside of both.
 */
const endAtTheRoot = `mkdir room && mount -n --rbind / room && unshare --root=room --wd=. bash -c '
	until [ . -ef .. ]; do cd -P ..; done 2>&-
	[ . -ef / ]' || { echo 'this is a chroot' >&2; exit 1; }`;

const overOneFile = `mkdir lower upper work merged && >lower/file && mount -n -t overlay overlay \
	-o lowerdir=lower,upperdir=upper,workdir=work,userxattr merged && rm merged/file`;

const aBridge = `ip link add bridge0 type bridge &&
	ip link add port1 type veth peer name eth0 && ip link set port1 master bridge0`;

const aQueue = 'tc qdisc add dev lo root tbf rate 8mbit burst 32kb latency 400ms';

const aPing = 'ip link set lo up && ping -n -c 1 -W 1 127.0.0.1';

/**
 * The script that starts a container by runc as lesson 8 does: it may make no cgroups, and a user
 * who is root by a map has no group of terminals. The root is the machine's, mounted once more, to
 * which runc lets nobody write.
 */
const aContainerOfRunc = `mkdir root && mount -n --rbind / root && runc spec && sed -i '
	s/"terminal": true/"terminal": false/; s/"sh"/"true"/; s/"rootfs"/"root"/
	/"gid=5"/d; s/"mode=0620",/"mode=0620"/' config.json &&
	for tree in $(grep cgroup /proc/self/mounts | cut -d ' ' -f 2); do mount -n -o remount,bind,ro $tree; done &&
	unshare --mount --pid --fork --kill-child --mount-proc \
		runc --root state --rootless=true run containers-under-the-hood-probe`;

const aContainerOfBwrap = [
	...['unshare', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc'],
	...['bwrap', '--unshare-all', '--cap-drop', 'ALL', '--ro-bind', '/', '/'],
	...['--proc', '/proc', '--dev', '/dev', 'true'],
];

/**
 * Tries to mount. Root tries it as itself first: only in a container does it need a user namespace.
 */
async function tryMount(isRoot: boolean): Promise<Pick<Trials, 'privilege' | 'mount'>> {
	const mount: Refused[] = [];
	for (const privilege of isRoot ? (['root', 'rootless'] as const) : (['rootless'] as const)) {
		const refused = await attempt([
			...privileges[privilege].enter,
			// With -n it makes no /run/mount, which would stay.
			...['mount', '-n', '-t', 'tmpfs', 'probe', '/tmp'],
		]);
		if (refused === undefined) {
			return { privilege, mount: [] };
		}

		mount.push(refused);
	}

	return { privilege: 'none', mount };
}

/**
 * Tries to trace, with the newest options first. Where there is no strace at all, the tools tell.
 */
async function tryStrace(enter: readonly string[]): Promise<Trials['strace']> {
	let refused: Refused = { command: 'strace', words: '' };
	for (const command of findTool('strace') === undefined ? [] : straceCommands) {
		const trial = await attempt([...enter, ...straceTrial(command)]);
		if (trial === undefined) {
			return { command };
		}

		refused = trial;
	}

	return refused;
}

async function attempt(words: readonly string[]): Promise<Refused | undefined> {
	const [file = '', ...arguments_] = words;
	const { exitCode, stderr, shortMessage } = await execa(file, arguments_, {
		cwd: startDirectory,
		env: stageEnvironment('/'),
		extendEnv: false,
		reject: false,
		stdin: 'ignore',
		timeout: 30_000,
		killSignal: 'SIGKILL',
	});
	return exitCode === 0
		? undefined
		: { command: words.join(' '), words: stderr.trim() || (shortMessage ?? '') };
}

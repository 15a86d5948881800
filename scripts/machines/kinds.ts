import type { Person } from '../../test/machines/guest/run.ts';
import { debian, type Recipe, ubuntu } from './recipes.ts';

/** A kind of machine that all lessons are run on, and so a row of docs/machines.md. */
type Kind = {
	/** The first column. */
	readonly title: string;
} & ({ readonly boots?: undefined } | Booted);

/** How a machine is had that is booted for it; its tests are in test/machines/booted. */
type Booted = {
	readonly boots: Recipe;
	/** Who runs the lessons. */
	readonly as: Person;
	/** Kernel settings, sysctl(8), while they are run. */
	readonly settings?: Readonly<Record<string, string>>;
};

/** All kinds of machine, in the order of the table, by the names under which tests keep what became of the lessons. */
export const kinds = {
	'this-hybrid-root': {
		title: 'Root, hybrid: the controllers on cgroup v1, an empty v2 beside them',
	},
	'debian-v2-root': {
		title: 'Root, cgroup v2',
		boots: debian,
		as: 'root',
	},
	'debian-v2-user': {
		title: 'Ordinary user who is logged in, cgroup v2, systemd; no sudo',
		boots: debian,
		as: 'user in a session',
	},
	'ubuntu-v2-user-unrestricted': {
		title: 'The same on Ubuntu, `kernel.apparmor_restrict_unprivileged_userns=0`',
		boots: ubuntu,
		as: 'user in a session',
		settings: { 'kernel.apparmor_restrict_unprivileged_userns': '0' },
	},
	'debian-v2-user-no-session': {
		title: 'Ordinary user without a session (su, cron), cgroup v2',
		boots: debian,
		as: 'user without a session',
	},
	'this-hybrid-user': { title: 'Ordinary user, hybrid' },
	'ubuntu-v2-user': {
		title: 'Ordinary user, Ubuntu with the restriction by AppArmor',
		boots: ubuntu,
		as: 'user in a session',
	},
	'debian-v2-user-max-user-namespaces': {
		title: 'Ordinary user, `user.max_user_namespaces=0`',
		boots: debian,
		as: 'user without a session',
		settings: { 'user.max_user_namespaces': '0' },
	},
	'debian-v2-user-userns-clone': {
		title: 'Ordinary user, `kernel.unprivileged_userns_clone=0`',
		boots: debian,
		as: 'user without a session',
		settings: { 'kernel.unprivileged_userns_clone': '0' },
	},
	'docker-privileged-root': { title: 'Root in Docker, `--privileged --cgroupns=host`' },
	'docker-privileged-private-root': { title: 'Root in Docker, `--privileged --cgroupns=private`' },
	'docker-sys-admin-root': { title: 'Root in Docker, `--cap-add SYS_ADMIN`' },
	'docker-default-root': { title: 'Root in Docker, no flags' },
	'docker-read-only-root': { title: 'Root in Docker, `--read-only --tmpfs /tmp:exec`' },
	'docker-privileged-user': { title: 'Ordinary user in Docker, `--privileged`' },
	'docker-no-seccomp-no-masks-user': {
		title:
			'Ordinary user in Docker, `--security-opt seccomp=unconfined --security-opt systempaths=unconfined`',
	},
	'docker-no-seccomp-user': {
		title: 'Ordinary user in Docker, `--security-opt seccomp=unconfined`',
	},
	'docker-no-masks-user': {
		title: 'Ordinary user in Docker, `--security-opt systempaths=unconfined`',
	},
	'docker-default-user': { title: 'Ordinary user in Docker, no flags' },
	'this-node-22': { title: 'Root, Node.js 22' },
	'this-node-24': { title: 'Root, Node.js 24' },
	'this-node-26': { title: 'Root, Node.js 26' },
} as const satisfies Readonly<Record<string, Kind>>;

type KindName = keyof typeof kinds;

/** The names of those that are booted. */
export type BootedKind = {
	[name in KindName]: (typeof kinds)[name] extends Booted ? name : never;
}[KindName];

/** What is said of a kind in the first column; undefined where there is no such kind. */
export const titleOf = (kind: string): string | undefined =>
	Object.entries(kinds).find(([name]) => name === kind)?.[1].title;

/** Of the machines that are booted, each once. */
export const recipes: readonly Recipe[] = [
	...new Set(Object.values<Kind>(kinds).flatMap(({ boots }) => boots ?? [])),
];

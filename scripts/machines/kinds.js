/**
 * The kinds of machine in the table, in its order: the name under which a lane keeps its result, and
 * the first column.
 */
export const kinds = {
	'this-hybrid-root': 'Root, hybrid: the controllers on cgroup v1, an empty v2 beside them',
	'debian-v2-root': 'Root, cgroup v2',
	'debian-v2-user': 'Ordinary user who is logged in, cgroup v2, systemd; no sudo',
	'ubuntu-v2-user-unrestricted':
		'The same on Ubuntu, `kernel.apparmor_restrict_unprivileged_userns=0`',
	'debian-v2-user-no-session': 'Ordinary user without a session (su, cron), cgroup v2',
	'this-hybrid-user': 'Ordinary user, hybrid',
	'ubuntu-v2-user': 'Ordinary user, Ubuntu with the restriction by AppArmor',
	'debian-v2-user-max-user-namespaces': 'Ordinary user, `user.max_user_namespaces=0`',
	'debian-v2-user-userns-clone': 'Ordinary user, `kernel.unprivileged_userns_clone=0`',
	'docker-privileged-root': 'Root in Docker, `--privileged --cgroupns=host`',
	'docker-privileged-private-root': 'Root in Docker, `--privileged --cgroupns=private`',
	'docker-sys-admin-root': 'Root in Docker, `--cap-add SYS_ADMIN`',
	'docker-default-root': 'Root in Docker, no flags',
	'docker-read-only-root': 'Root in Docker, `--read-only --tmpfs /tmp:exec`',
	'docker-privileged-user': 'Ordinary user in Docker, `--privileged`',
	'docker-no-seccomp-no-masks-user':
		'Ordinary user in Docker, `--security-opt seccomp=unconfined --security-opt systempaths=unconfined`',
	'docker-no-seccomp-user': 'Ordinary user in Docker, `--security-opt seccomp=unconfined`',
	'docker-no-masks-user': 'Ordinary user in Docker, `--security-opt systempaths=unconfined`',
	'docker-default-user': 'Ordinary user in Docker, no flags',
	'this-node-22': 'Root, Node.js 22',
	'this-node-24': 'Root, Node.js 24',
	'this-node-26': 'Root, Node.js 26',
};

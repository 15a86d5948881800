#!/usr/bin/env bash
# A container made by hand: all that the lessons of containers-under-the-hood came to.
#
#     bash container.sh              a shell in it
#     bash container.sh ps aux       one command in it
#
# Takes Linux with bash and util-linux, as root or as an ordinary user. When the command ends, or this
# script is ended, nothing is left: no process, no mount, no file, no group.
set -u
PATH=$PATH:/usr/sbin:/sbin

# Change these as you like. A program that is not named here is not in the container.
name=my-container
programs=(bash cat echo getconf hostname id ls mkdir mount ps rm sleep tail)
cores=1 memory=1000M processes=100

# Limits (lesson 6). A group is a directory, and each of its limits is a number in a file.
make_groups() {
	top=/sys/fs/cgroup time=$((cores * 100000))
	if [ -e "$top/cgroup.controllers" ]; then # cgroup v2, which has one tree
		if [ "${in_scope-}" ]; then # A group that hands on its controllers may hold no process itself.
			top+=$(sed -n 's/^0:://p' /proc/self/cgroup)
			mkdir "$top/script" && echo $$ >"$top/script/cgroup.procs" &&
				echo '+cpu +memory +pids' >"$top/cgroup.subtree_control" || return
		fi
		groups=("$top/$name-$$")
		mkdir "${groups[@]}" && echo "$time 100000" >"${groups[0]}/cpu.max" &&
			echo "$memory" >"${groups[0]}/memory.max" && echo "$processes" >"${groups[0]}/pids.max"
	else # cgroup v1, which has a tree for each controller
		groups=("$top"/{cpu,memory,pids}/"$name-$$")
		mkdir "${groups[@]}" && echo "$time" >"${groups[0]}/cpu.cfs_quota_us" &&
			echo "$memory" >"${groups[1]}/memory.limit_in_bytes" && echo "$processes" >"${groups[2]}/pids.max"
	fi
}

# It can be removed when nobody is in it any more, which takes the kernel a moment.
remove_groups() {
	for group in "${groups[@]}"; do
		for _ in {1..100}; do [ ! -d "$group" ] || rmdir "$group" || sleep 0.05; done 2>/dev/null
	done
}

# Moving in (lesson 2). A program takes its libraries along, and a script the program that reads it.
move_in() {
	for file in $(type -P "${@:2}"); do
		ldd "$file" 2>/dev/null | grep -o '/[^ )]*' | xargs cp -Lu --parents -t "$1" "$file" || return
		reader=$(head -n 1 "$file" | tr -d '\0' | sed -n 's/^#! *//p')
		[ -z "$reader" ] || move_in "$1" "${reader%% *}"
	done
}

# The first process in the namespaces starts this script again, and comes here. Before it becomes the command
# it makes a root (lessons 1 and 2), in memory and in a mount namespace, so that nobody else sees it or has to
# remove it, and a /proc that shows this PID namespace and no other (lesson 4).
if [ "${inside-}" ]; then
	mount -n -t tmpfs -o mode=755 root /tmp && move_in /tmp "${programs[@]}" || exit
	mkdir /tmp/proc && mount -n -t proc proc /tmp/proc && hostname "$name" || exit
	exec env -i PATH="$PATH" HOME=/ TERM="${TERM-dumb}" PS1="$name# " chroot /tmp "$@"
fi

# An ordinary user may make groups where systemd hands on a part of the tree, in a scope.
namespaces=(--pid --fork --kill-child --mount --uts --ipc --net --cgroup)
if [ "$(id -u)" != 0 ]; then
	namespaces+=(--user --map-root-user)
	export XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-/run/user/$(id -u)}
	scope=(systemd-run --user --scope --quiet --collect --property=Delegate=yes)
	if [ -z "${in_scope-}" ] && [ -f "$0" ] && "${scope[@]}" true 2>/dev/null; then
		in_scope=yes exec "${scope[@]}" bash "$0" "$@"
	fi
fi
groups=()
if ! make_groups; then
	echo 'So there are no limits. Root can make them, and with cgroup v2 whoever is logged in by systemd.' >&2
	remove_groups
	groups=()
fi

# The groups are removed by a process that waits for the end of this script, even by kill -9: then the pipe
# that it reads is closed. The container ends with this script as well; the kernel sees to that (setpriv).
exec {alive}> >(trap '' HUP INT TERM && cat && remove_groups)
remover=$! container=''
trap '[ -z "$container" ] || kill -KILL "$container"; exec {alive}>&-; wait "$remover"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
[ $# != 0 ] || set -- bash
(
	trap - HUP INT TERM
	for group in "${groups[@]}"; do echo "$BASHPID" >"$group/cgroup.procs" || exit; done
	inside=yes exec setpriv --pdeathsig KILL unshare "${namespaces[@]}" bash "$0" "$@" {alive}>&-
) <&0 &
container=$!
wait "$container"
code=$? container=''
exit "$code"

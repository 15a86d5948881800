#!/usr/bin/env bash
# A container made by hand: all that the lessons of containers-under-the-hood came to.
#
#     bash container.sh ps aux       one command in it; without words, a shell
#
# Takes Linux 5.11 or later with bash, util-linux and iproute2, as root or as an ordinary user. When the command
# ends, or this script is ended, nothing is left: no process, no mount, no file, no group.
set -u
PATH=$PATH:/usr/sbin:/sbin

# Change these as you like. A program that is not named here is not in the container; with base=DIRECTORY it
# has those of that directory instead, and setpriv and umount must be among them.
name=my-container base=${base-} cores=1 memory=1000M processes=100 files=1024
programs=(bash cat echo getconf hostname id ls mkdir mount ps rm setpriv sleep tail umount)
capabilities=+kill,+net_bind_service,+audit_write

# Limits (lesson 6). A group is a directory, and each of its limits is a number in a file.
make_groups() {
	top=/sys/fs/cgroup time=$((cores * 100000))
	if [ -e "$top/cgroup.controllers" ]; then # cgroup v2, which has one tree
		if [ "${in_scope-}" ]; then # A group that hands on its controllers may hold no process itself.
			top+=$(sed -n 's/^0:://p' /proc/self/cgroup)
			mkdir "$top/script" && echo $$ >"$top/script/cgroup.procs" &&
				echo '+cpu +memory +pids' >"$top/cgroup.subtree_control" || return
		fi
		groups=("$top/$name-$$") limits=(cpu.max memory.max pids.max) time="$time 100000"
	else # cgroup v1, which has a tree for each controller
		groups=("$top"/{cpu,memory,pids}/"$name-$$") limits=(cpu.cfs_quota_us memory.limit_in_bytes pids.max)
	fi
	mkdir "${groups[@]}" && echo "$time" >"${groups[0]}/${limits[0]}" &&
		echo "$memory" >"${groups[1]-${groups[0]}}/${limits[1]}" &&
		echo "$processes" >"${groups[2]-${groups[0]}}/${limits[2]}"
}
remove_groups() { # The kernel allows it a moment after the last process has ended.
	for group in "${groups[@]}"; do for _ in {1..100}; do [ ! -d "$group" ] || rmdir "$group" || sleep 0.05; done; done
} 2>/dev/null

# The first process in the namespaces starts this script again, and comes here. What it mounts, nobody else sees.
if [ "${inside-}" ]; then
	set -e
	if [ "$base" ]; then mount --bind "$base" /mnt; else # Programs move in, with their libraries (lesson 2).
		mount -t tmpfs -o mode=755 base /mnt
		for file in $(type -P "${programs[@]}"); do
			ldd "$file" 2>/dev/null | grep -o '/[^ )]*' | xargs cp -Lu --parents -t /mnt "$file"
		done
	fi
	# The base is only read: an overlay keeps what changes, in memory (lesson 10).
	mount -t tmpfs changes /tmp; mkdir /tmp/{upper,work,root}
	mount -t overlay -o lowerdir=/mnt,upperdir=/tmp/upper,workdir=/tmp/work,userxattr overlay /tmp/root
	cd /tmp/root; mkdir -p dev proc tmp
	# A /proc of this PID namespace (lesson 4), without what it tells of the machine, which has no namespace.
	mount -t proc -o nosuid,nodev,noexec proc proc
	for path in proc/{acpi,asound,kcore,keys,latency_stats,sched_debug,scsi,timer_list,timer_stats}; do
		[ ! -d "$path" ] || mount -t tmpfs -o ro hidden "$path"
		[ ! -f "$path" ] || mount --bind /dev/null "$path"
	done
	for path in proc/{bus,fs,irq,sys,sysrq-trigger}; do
		[ ! -e "$path" ] || mount -o bind,ro,nosuid,nodev,noexec "$path" "$path"
	done
	# The devices that every program expects, and no disk.
	mount -t tmpfs -o nosuid,mode=755 devices dev; ln -s /proc/self/fd dev/fd
	for device in dev/{full,null,random,tty,urandom,zero}; do touch "$device"; mount --bind {/,}"$device"; done
	# A name and a network of its own (lesson 5), and a root that nobody gets out of (lesson 9).
	hostname "$name"; ip link set lo up
	pivot_root . tmp; cd /; umount -l tmp
	# Root, but not the machine's (lesson 12): with few capabilities, and no way to more.
	ulimit -n "$files"; unset inside base
	PS1="$name# " exec setpriv --no-new-privs --inh-caps=-all --bounding-set="-all,$capabilities" "$@"
fi

# An ordinary user may make groups where systemd hands on a part of the tree, in a scope.
groups=() namespaces=(--pid --fork --kill-child --mount --uts --ipc --net --cgroup)
if [ "$(id -u)" != 0 ]; then
	namespaces+=(--user --map-root-user)
	export XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-/run/user/$(id -u)} base
	scope=(systemd-run --user --scope --quiet --collect --property=Delegate=yes)
	if [ -z "${in_scope-}" ] && [ -f "$0" ] && "${scope[@]}" true 2>/dev/null; then
		in_scope=yes exec "${scope[@]}" bash "$0" "$@"
	fi
fi
if ! make_groups; then
	echo 'So there are no limits. Root can make them, and with cgroup v2 whoever is logged in by systemd.' >&2
	remove_groups; groups=()
fi

# The groups are removed by a process that waits for the end of this script, even by kill -9: then the pipe
# that it reads is closed. The container ends with this script as well; the kernel sees to that (setpriv).
exec {alive}> >(trap '' HUP INT TERM && cat && remove_groups)
remover=$! container=''
trap '[ -z "$container" ] || kill -KILL "$container"; exec {alive}>&-; wait "$remover"' EXIT
trap 'exit 130' INT; trap 'exit 143' HUP TERM
(
	trap - HUP INT TERM
	for group in "${groups[@]}"; do echo "$BASHPID" >"$group/cgroup.procs" || exit; done
	exec setpriv --pdeathsig KILL unshare "${namespaces[@]}" env -i inside=yes base="$base" \
		PATH="$PATH" HOME=/ TERM="${TERM-dumb}" bash "$0" "${@:-bash}" {alive}>&-
) <&0 &
container=$!
wait "$container"; code=$? container=''
exit "$code"

#!/bin/bash
# The first process of an enclosure: `enclosure.sh DIRECTORY COMMAND…`. It furnishes the namespaces that unshare(1) has
# just made for it, runs the command, and waits for the orphans of all that the command starts, as bash does.
# DIRECTORY/groups has lines `TYPE OPTIONS MOUNT GROUP`, separated by tabs: the hierarchies of control groups, and the
# group in each that is the enclosure's. DIRECTORY/kept has the paths that must be seen though they are below /tmp.
set -eu

if [ "$1" != furnish ]; then
	while IFS=$'\t' read -r _ _ _ group; do
		echo $$ >"$group/cgroup.procs"
	done <"$1/groups"
	# What downloads something enters the machine's network by this file.
	touch "$1/root/tmp/outer-network"
	mount --bind /proc/self/ns/net "$1/root/tmp/outer-network"
	# Only now: what is its own group when it is made is the root of a cgroup namespace.
	exec unshare --cgroup --net bash "$0" furnish "$@"
fi

directory=$2
shift 2

# The mounts of the machine would show the groups above.
umount -R /sys/fs/cgroup
while IFS=$'\t' read -r type options mount _; do
	if [ "$mount" != /sys/fs/cgroup ] && ! mountpoint -q /sys/fs/cgroup; then
		mount -t tmpfs -o mode=755 cgroup /sys/fs/cgroup
	fi
	mkdir -p "$mount"
	mount -t "$type" -o "$options" cgroup "$mount"
	if [ "$type" = cgroup2 ] && [ -s "$mount/cgroup.controllers" ]; then
		# A group that hands controllers on may hold no process itself; cgroups(7).
		mkdir "$mount/tests"
		echo $$ >"$mount/tests/cgroup.procs"
		sed 's/\([^ ]*\)/+\1/g' "$mount/cgroup.controllers" >"$mount/cgroup.subtree_control"
	fi
done <"$directory/groups"

if [ -e "$directory/home" ]; then
	mount --bind "$directory/home" "$(cat "$directory/homes")"
fi

mount -t tmpfs -o mode=1777 tmpfs /dev/shm
# /tmp last: the directory may be in there.
for place in /var/tmp /tmp; do
	own=$directory/root$place
	while read -r kept; do
		case $kept in
		"$place"/*)
			mkdir -p "$directory/root$kept"
			mount --bind "$kept" "$directory/root$kept"
			;;
		esac
	done <"$directory/kept"
	mount --rbind "$own" "$place"
done

ip link set lo up
# To the directory of that name that is there now, if there is one.
cd "$PWD" 2>/dev/null || cd /
unset TMPDIR
export OUTER_NETWORK=/tmp/outer-network
"$@" &
wait $!

set -u
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin
refuse() { echo "$1" >&2 && exit 1; }
type unshare mount chroot mkfifo find grep >/dev/null || refuse 'This takes Linux with util-linux.'

# Mounts and a host name of our own, which nobody else sees. An ordinary user has them as root of a user namespace.
enter=(unshare --mount --uts --propagation private)
may_mount() { "${enter[@]}" mount -n -t tmpfs lesson /tmp 2>/dev/null; }
may_mount || enter=(unshare --user --map-root-user --mount --uts --propagation private)
may_mount || refuse 'The kernel refuses you mounts of your own. Run this as root, not in a container.'

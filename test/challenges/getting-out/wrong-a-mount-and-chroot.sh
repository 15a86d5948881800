# seen: the / of the host is still in the mount namespace
unshare --mount bash
mount --bind my-container my-container
chroot my-container sleep 1000 &

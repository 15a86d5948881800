# seen: the / of the host is still in the mount namespace
chroot my-container sleep 1000 &

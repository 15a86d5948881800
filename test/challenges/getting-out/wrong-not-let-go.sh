# seen: the / of the host is still in the mount namespace
mkdir -p my-container/.old
unshare --mount bash
mount --bind my-container my-container
cd my-container
pivot_root . .old
cd /
sleep 1000 &

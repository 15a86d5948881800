# The door in /proc is open, but the old root is not mounted any more.
mkdir -p my-container/proc my-container/.old
unshare --mount bash
mount --bind my-container my-container
mount --rbind /proc my-container/proc
cd my-container
pivot_root . .old
cd /
umount -l .old
sleep 1000 &

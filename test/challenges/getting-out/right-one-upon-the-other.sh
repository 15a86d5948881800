# The old root is put on top of the new one, so that it takes no directory for it: pivot_root(2).
mkdir -p my-container/proc
unshare --mount --pid --fork --kill-child bash
mount --bind my-container my-container
cd my-container
mount -t proc proc proc
pivot_root . .
umount -l .
sleep 1000 &

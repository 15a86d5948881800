mkdir -p my-container/proc my-container/.old
unshare --mount --pid --fork --kill-child bash -c 'mount --bind my-container my-container && cd my-container && mount -t proc proc proc && pivot_root . .old && cd / && umount -l .old && exec sleep 1000' &

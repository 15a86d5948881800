unshare --pid --fork --kill-child chroot my-container bash -c "trap 'exit 0' TERM; tail -f a.txt & wait" &

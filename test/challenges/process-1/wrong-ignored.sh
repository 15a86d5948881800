# seen: "bash -c trap '' TERM; tail -f a.txt & wait", catches
unshare --pid --fork --kill-child chroot my-container bash -c "trap '' TERM; tail -f a.txt & wait" &

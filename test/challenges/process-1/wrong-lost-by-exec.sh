# seen: catches no signal at all
unshare --pid --fork --kill-child chroot my-container bash -c 'trap "exit 0" TERM; exec tail -f a.txt' &

# seen: "bash -c tail -f a.txt & wait", catches
unshare --pid --fork --kill-child chroot my-container bash -c 'tail -f a.txt & wait' &

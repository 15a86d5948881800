# seen: catches no signal at all
unshare --pid --fork --kill-child chroot my-container tail -f a.txt &

# seen: NoNewPrivs of process
unshare --pid --fork --kill-child --ipc chroot root sleep 3000 &

# seen: the / of the host
unshare --mount --pid --fork --kill-child bash
sleep 1000 &

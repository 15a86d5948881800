# in container-2
unshare --pid --fork --kill-child sleep 1000 &

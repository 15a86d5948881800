# seen: not in the host's
unshare --uts --pid --fork sleep 1000 &

# seen: in the host's net namespace
unshare --pid --fork sleep 1000 &

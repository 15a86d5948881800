# seen: is in the host's uts namespace
unshare --ipc sleep 1000 &

# seen: net namespace
unshare --pid --fork --kill-child --ipc --net setpriv --no-new-privs chroot root sleep 3000 &

unshare --pid --fork --kill-child --ipc setpriv --no-new-privs chroot root sleep 3000 &

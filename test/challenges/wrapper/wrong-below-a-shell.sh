# seen: 2 inside
unshare --pid --fork --kill-child --ipc setpriv --no-new-privs chroot root bash -c 'sleep 3000; true' &

# seen: is the / of the host
cd root
unshare --pid --fork --kill-child --ipc setpriv --no-new-privs sleep 3000 &

setpriv --no-new-privs unshare --ipc --pid --fork --kill-child --mount --root=root sleep 3000 &

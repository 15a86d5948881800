# What is set first stays set, whatever is started after it.
setpriv --no-new-privs unshare --ipc --uts unshare --pid --fork --kill-child chroot root sleep 3000 &

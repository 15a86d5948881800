printf '%s\n' 'trap "kill %1; exit" TERM INT' 'tail -f a.txt &' 'wait' >my-container/start
unshare --pid --fork chroot my-container bash start &

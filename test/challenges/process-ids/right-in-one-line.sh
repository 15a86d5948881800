unshare --pid --fork --kill-child --mount-proc=my-container-1/proc chroot my-container-1 tail -f a.txt &

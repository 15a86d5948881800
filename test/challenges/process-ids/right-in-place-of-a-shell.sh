unshare --pid --fork chroot my-container-1 bash -c 'exec tail -f a.txt' &

# seen: is 2 inside
unshare --pid --fork chroot my-container-1 bash -c 'tail -f a.txt & wait' &

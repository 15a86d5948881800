# seen: is in the host's pid namespace
unshare --pid bash -c 'exec chroot my-container-1 tail -f a.txt' &

# seen: it runs as
chroot my-container-2 tail -f b.txt &

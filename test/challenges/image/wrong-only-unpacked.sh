# seen: a file of
tar -C root -xzf update.tar.gz
chroot root sleep 1000 &

# seen: root/motd is there
tar -C root -xzf update.tar.gz
chroot root sleep 1000 &

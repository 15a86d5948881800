tar -C root -xzf update.tar.gz
rm root/.wh.motd root/motd
chroot root sleep 1000 &

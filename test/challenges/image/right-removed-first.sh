rm root/motd
tar -C root --exclude '.wh.*' -xzf update.tar.gz
cd root
chroot . sleep 1000 &

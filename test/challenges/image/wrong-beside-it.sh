# seen: no root/version
tar -xzf update.tar.gz
rm root/motd .wh.motd
chroot root sleep 1000 &

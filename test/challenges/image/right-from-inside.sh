# The layer lies elsewhere first, as an overlay would have it.
mkdir third
tar -C third -xzf update.tar.gz
cp third/version root
rm root/motd
chroot root bash
sleep 1000 &

# Without an upper layer it cannot be written to, which nobody has asked for.
cd layers
mkdir mine
mount -t overlay overlay -o lowerdir=app:base mine
chroot mine sleep 1000 &

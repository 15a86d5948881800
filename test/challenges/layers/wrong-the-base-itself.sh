# seen: the root of process
cd layers
mkdir mine u w
mount -t overlay overlay -o lowerdir=app:base,upperdir=u,workdir=w,userxattr mine
chroot base sleep 1000 &

# seen: is the / of the host
cd layers
mkdir mine u w
mount -t overlay overlay -o lowerdir=app:base,upperdir=u,workdir=w,userxattr mine
cd mine
sleep 1000 &

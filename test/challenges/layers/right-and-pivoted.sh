cd layers
mkdir -p mine u w base/.old base/proc
mount -t overlay overlay -o lowerdir=app:base,upperdir=u,workdir=w,userxattr mine
unshare --mount bash
cd mine
pivot_root . .old
sleep 1000 &

mkdir layers/mine layers/u layers/w
mount -t overlay overlay -o lowerdir=$PWD/layers/app:$PWD/layers/base,upperdir=$PWD/layers/u,workdir=$PWD/layers/w,userxattr layers/mine
chroot layers/mine sleep 1000 &

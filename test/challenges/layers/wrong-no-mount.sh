# seen: nothing is mounted at layers/mine
cd layers
mkdir mine
cp -r base/* app/* mine
chroot mine sleep 1000 &

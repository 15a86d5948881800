# seen: no process "sleep 1000"
mkdir my-second-home
cp -L --parents $(type -P sleep) my-second-home
chroot my-second-home sleep 1000

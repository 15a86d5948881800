cp -a my-container my-second-home
cp -Lu --parents $(type -P sleep) $(ldd $(type -P sleep) | grep -o '/[^ )]*') my-second-home
chroot my-second-home bash
sleep 1000 &

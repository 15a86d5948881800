# seen: is my-container
cp -Lu --parents $(type -P sleep) $(ldd $(type -P sleep) | grep -o '/[^ )]*') my-container
chroot my-container sleep 1000 &

# seen: no limit
mkdir /sys/fs/cgroup/alone
echo "50000 100000" > /sys/fs/cgroup/alone/cpu.max
sleep 1000 &
echo $! | cat > /sys/fs/cgroup/alone/cgroup.procs

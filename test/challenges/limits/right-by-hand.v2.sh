sleep 1000 &
mkdir /sys/fs/cgroup/alone
echo $! | cat > /sys/fs/cgroup/alone/cgroup.procs
echo 104857600 > /sys/fs/cgroup/alone/memory.max
echo "50000 100000" > /sys/fs/cgroup/alone/cpu.max

# seen: 1 core
mkdir /sys/fs/cgroup/alone
echo "100000 100000" > /sys/fs/cgroup/alone/cpu.max
echo 100M > /sys/fs/cgroup/alone/memory.max
sleep 1000 &
echo $! | cat > /sys/fs/cgroup/alone/cgroup.procs

# seen: it holds nobody
mkdir /sys/fs/cgroup/alone
echo "50000 100000" > /sys/fs/cgroup/alone/cpu.max
echo 100M > /sys/fs/cgroup/alone/memory.max
sleep 1000 &

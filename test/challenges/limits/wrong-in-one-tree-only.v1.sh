# seen: with each of cpu, memory, it holds nobody
mkdir /sys/fs/cgroup/{cpu,memory}/alone
echo 50000 > /sys/fs/cgroup/cpu/alone/cpu.cfs_quota_us
echo 100M > /sys/fs/cgroup/memory/alone/memory.limit_in_bytes
sleep 1000 &
echo $! > /sys/fs/cgroup/cpu/alone/cgroup.procs

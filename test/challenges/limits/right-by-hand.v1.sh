sleep 1000 &
mkdir /sys/fs/cgroup/{cpu,memory}/alone
echo $! | tee /sys/fs/cgroup/cpu/alone/cgroup.procs > /sys/fs/cgroup/memory/alone/cgroup.procs
echo 104857600 > /sys/fs/cgroup/memory/alone/memory.limit_in_bytes
echo 50000 > /sys/fs/cgroup/cpu/alone/cpu.cfs_quota_us

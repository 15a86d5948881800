# seen: no limit
mkdir /sys/fs/cgroup/{cpu,memory}/alone
echo 50000 > /sys/fs/cgroup/cpu/alone/cpu.cfs_quota_us
sleep 1000 &
echo $! | tee /sys/fs/cgroup/cpu/alone/cgroup.procs > /sys/fs/cgroup/memory/alone/cgroup.procs

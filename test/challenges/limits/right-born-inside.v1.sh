mkdir /sys/fs/cgroup/{cpu,memory}/alone
echo 50000 > /sys/fs/cgroup/cpu/alone/cpu.cfs_quota_us
echo 100M > /sys/fs/cgroup/memory/alone/memory.limit_in_bytes
bash -c 'echo $$ | tee /sys/fs/cgroup/cpu/alone/cgroup.procs > /sys/fs/cgroup/memory/alone/cgroup.procs; exec sleep 1000' &

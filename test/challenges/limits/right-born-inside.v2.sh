mkdir /sys/fs/cgroup/alone
echo "50000 100000" > /sys/fs/cgroup/alone/cpu.max
echo 100M > /sys/fs/cgroup/alone/memory.max
bash -c 'echo $$ | cat > /sys/fs/cgroup/alone/cgroup.procs; exec sleep 1000' &

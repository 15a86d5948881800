touch a.txt
mkdir /sys/fs/cgroup/small-group
echo 5 > /sys/fs/cgroup/small-group/pids.max
unshare --pid --fork --kill-child bash -c "echo 0 > /sys/fs/cgroup/small-group/cgroup.procs; exec tail -f a.txt" &

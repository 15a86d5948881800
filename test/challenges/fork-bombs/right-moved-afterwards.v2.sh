touch a.txt
mkdir /sys/fs/cgroup/small-group
unshare --pid --fork --kill-child tail -f a.txt &
sleep 1
echo 5 > /sys/fs/cgroup/small-group/pids.max
pgrep --parent $! > /sys/fs/cgroup/small-group/cgroup.procs

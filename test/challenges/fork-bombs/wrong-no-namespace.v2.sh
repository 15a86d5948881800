# seen: is in the host's pid namespace
touch a.txt
mkdir /sys/fs/cgroup/small-group
echo 5 > /sys/fs/cgroup/small-group/pids.max
(echo $BASHPID > /sys/fs/cgroup/small-group/cgroup.procs; exec tail -f a.txt) &

# seen: is in the host's pid namespace
touch a.txt
mkdir /sys/fs/cgroup/pids/small-group
echo 5 > /sys/fs/cgroup/pids/small-group/pids.max
(echo $BASHPID > /sys/fs/cgroup/pids/small-group/cgroup.procs; exec tail -f a.txt) &

# seen: no limit
touch a.txt
mkdir /sys/fs/cgroup/pids/small-group
(echo $BASHPID > /sys/fs/cgroup/pids/small-group/cgroup.procs; exec unshare --pid --fork --kill-child tail -f a.txt) &

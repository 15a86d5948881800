# seen: it holds nobody
touch a.txt
mkdir /sys/fs/cgroup/pids/small-group
echo 5 > /sys/fs/cgroup/pids/small-group/pids.max
unshare --pid --fork --kill-child tail -f a.txt &

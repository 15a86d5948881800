# seen: has no neighbour that answered
# in host
unshare --net sleep 1000 &
pid=$!
until [ ! /proc/$pid/ns/net -ef /proc/self/ns/net ]; do sleep 0.1; done
ip link add port3 type veth peer name eth0 netns $pid
ip link set port3 master bridge0 up
nsenter --target $pid --net ip addr add 10.0.0.4/24 dev eth0

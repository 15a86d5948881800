# in host
unshare --net bash -c 'ip link add cable type veth peer name port9 netns $PPID; ip addr add 10.0.0.4/16 dev cable; ip link set cable up; until grep -q "^10.0.0.2 .* 0x2 " /proc/net/arp; do echo > /dev/tcp/10.0.0.2/9; sleep 0.1; done; exec sleep 1000' &
until ip link set port9 master bridge0 up; do sleep 0.1; done
until [ "$(cat /proc/$!/comm)" = sleep ]; do sleep 0.1; done

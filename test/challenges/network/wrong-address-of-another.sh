# seen: in the same
# in host
nsenter --target $(pgrep -nf '^tail -f b.txt') --net sleep 1000 &
nsenter --target $(pgrep -nf '^tail -f b.txt') --net ip addr add 10.0.0.4/24 dev eth0

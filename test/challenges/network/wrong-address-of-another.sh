# seen: has the address 10.0.0.3
# in host
nsenter --target $(pgrep -nf '^tail -f b.txt') --net sleep 1000 &

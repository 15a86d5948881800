# seen: is 2 inside
nsenter --target $(pgrep -nf '^tail -f b.txt') --net unshare --pid --fork bash -c 'sleep 1000 & wait' &

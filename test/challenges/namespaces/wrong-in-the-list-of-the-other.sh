# seen: inside
nsenter --target $(pgrep -nf '^tail -f b.txt') --net --pid sleep 1000 &

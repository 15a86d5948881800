# seen: leave
# in container-1
perl flood.pl 10.0.0.1 &
sleep 0.5
kill -STOP $!
sleep 2

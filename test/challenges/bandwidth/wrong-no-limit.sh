# seen: a second leave
# in container-1
perl flood.pl 10.0.0.1 &

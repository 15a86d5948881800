# seen: in the same
# in host
perl flood.pl 10.0.0.1 &

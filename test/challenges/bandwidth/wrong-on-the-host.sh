# seen: in net namespace
# in host
perl flood.pl 10.0.0.1 &

# in container-1
tc qdisc add dev eth0 root handle 1: htb default 1
tc class add dev eth0 parent 1: classid 1:1 htb rate 2mbit
perl flood.pl 10.0.0.1 &

# seen: a second leave
# in container-1
tc qdisc add dev eth0 root tbf rate 8mbps burst 32kb latency 400ms
perl flood.pl 10.0.0.1 &

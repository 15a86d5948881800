# in container-1
perl flood.pl 10.0.0.1 &
sleep 1
tc qdisc add dev eth0 root tbf rate 7mbit burst 32kb latency 400ms

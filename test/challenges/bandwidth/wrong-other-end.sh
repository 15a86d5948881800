# seen: a second leave
# in container-1
perl flood.pl 10.0.0.1 &
# in host
tc qdisc replace dev port1 root tbf rate 4mbit burst 32kb latency 400ms

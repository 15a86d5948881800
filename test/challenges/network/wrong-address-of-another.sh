# seen: in the same
# in container-2
ip addr add 10.0.0.4/24 dev eth0
sleep 1000 &

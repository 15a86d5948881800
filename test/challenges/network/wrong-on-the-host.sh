# seen: in the same
# in host
ip addr add 10.0.0.4/24 dev bridge0
sleep 1000 &

# seen: is in the host's uts namespace
sleep 1000 &

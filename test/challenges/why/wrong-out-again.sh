# seen: is in the host's uts namespace
unshare --uts bash
exit
sleep 1000 &

# seen: is in net namespace
unshare --net --pid --fork sleep 1000 &

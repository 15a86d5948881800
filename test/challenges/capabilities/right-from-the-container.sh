# in container-1
setpriv --no-new-privs --inh-caps=-all --bounding-set=-all,+kill tail -f c.txt &

# seen: NoNewPrivs of process
chroot my-container setpriv --inh-caps=-all --bounding-set=-all,+kill tail -f c.txt &

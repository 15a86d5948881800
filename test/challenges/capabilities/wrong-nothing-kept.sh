# seen: without bit 5
chroot my-container setpriv --no-new-privs --inh-caps=-all --bounding-set=-all tail -f c.txt &

# seen: with bit 21
chroot my-container setpriv --no-new-privs --inh-caps=-all tail -f c.txt &

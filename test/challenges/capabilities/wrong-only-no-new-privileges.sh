# seen: with bit 18
chroot my-container setpriv --no-new-privs tail -f c.txt &

setpriv --no-new-privs --inh-caps=-all --bounding-set=-sys_admin chroot my-container bash
setpriv --inh-caps=-all --bounding-set=-sys_chroot tail -f c.txt &

# seen: no process
tar -C root -xzf update.tar.gz
rm root/motd root/.wh.motd

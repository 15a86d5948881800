# seen: is the / of the host
tar -C root -xzf update.tar.gz
rm root/motd root/.wh.motd
cd root
sleep 1000 &

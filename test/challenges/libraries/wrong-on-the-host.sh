# seen: is the / of the host
mkdir my-second-home
cd my-second-home
sleep 1000 &

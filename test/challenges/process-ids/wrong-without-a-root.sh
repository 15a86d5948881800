# seen: is the / of the host
cd my-container-1
unshare --pid --fork tail -f a.txt &

# seen: is the / of the host
# in container-1
kill %1
# in visitor
cd my-container-2
tail -f b.txt &

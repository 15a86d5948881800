# seen: no process "tail -f b.txt"
# in container-1
kill %1

# in container-1
kill -9 %1
# in container-2
tail -f b.txt &

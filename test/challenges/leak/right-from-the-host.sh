# No other `tail` of this machine is meant than that of this container.
for process in /proc/[0-9]*; do [ $process/root -ef my-container ] && grep -q ^tail $process/cmdline && kill ${process#/proc/}; done
chroot my-container-2 tail -f b.txt &

# Lists the processes of this script: their mounts name its directory, or their / lies in it.
ours() {
	{
		grep -lsF "${directory##*/}" /proc/[0-9]*/mountinfo
		find /proc/[0-9]*/root -maxdepth 0 -lname "$directory/*" 2>/dev/null
	} | cut -d / -f 3 | sort -un
}

# Ends them, and with them the mounts, which are not seen out here; then removes the directory.
clean_up() {
	trap '' HUP INT PIPE TERM
	[ -z "$holder" ] || kill -KILL "$holder" 2>/dev/null
	while [ "$(ours)" ]; do
		ours | xargs kill -KILL 2>/dev/null
		sleep 0.05
	done
	cd / && rm -rf --one-file-system "$directory"
}

holder=''
directory=$(mktemp -d "${TMPDIR:-/tmp}/containers-under-the-hood-XXXXXXXXXX") || exit
directory=$(cd "$directory" && pwd -P)
trap clean_up EXIT
trap 'exit 130' HUP INT PIPE TERM
mkdir "$directory/sandbox" && cd "$directory/sandbox" || exit
cp "$(type -P true)" .. || exit
../true || refuse "No program can be started in $directory: set TMPDIR to another directory."

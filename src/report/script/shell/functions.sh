# TOOL…: whether all of them can be started.
has_tools() {
	local tool
	for tool; do [ -x "$(type -P "$tool")" ] || return; done
}

# WHY COMMAND…: ends the script where the command fails.
require_that() {
	"${@:2}" >/dev/null 2>&1 || refuse "This lesson cannot be done here: $1."
}

# In a mount namespace of its own, where /tmp is in memory: whether another root can be had.
may_pivot() {
	"${enter[@]}" bash -c 'mount -n -t tmpfs lesson /tmp && cd /tmp && mkdir old && pivot_root . old'
}

# The same for an overlay.
may_overlay() {
	"${enter[@]}" bash -c 'mount -n -t tmpfs lesson /tmp && cd /tmp && mkdir lower upper work merged &&
		mount -n -t overlay lesson -o lowerdir=lower,upperdir=upper,workdir=work,userxattr merged'
}

# Whether a network namespace can have a bridge and pairs of devices.
may_bridge() {
	"${enter[@]}" unshare --net bash -c 'ip link add bridge0 type bridge &&
		ip link add port1 type veth peer name eth0 && ip link set port1 master bridge0'
}

# NAME WHY COMMAND…: this machine has NAME where COMMAND succeeds; elsewhere WHY is kept.
look_for() {
	"${@:3}" >/dev/null 2>&1 || missing[$1]=$2
}

# CONDITION…: whether this machine has what is named, and not what is named with no- before it.
machine_has() {
	local condition
	for condition; do
		case $condition in
			no-*) [ "${missing[${condition#no-}]-}" ] || return ;;
			*) [ -z "${missing[$condition]-}" ] || return ;;
		esac
	done
}

# Makes a cgroup of our own. The terminals are shown it in place of /sys/fs/cgroup, so that what the
# lesson calls /container-group is in there, and no other group can be meant.
make_group() {
	local top=/sys/fs/cgroup name=${directory##*/} group
	if machine_has cgroup-v1; then
		cpu=$top/cpu/$name memory=$top/memory/$name pids=$top/pids/$name
		for group in "$cpu" "$memory" "$pids"; do
			mkdir "$group" || return
			groups+=("$group") binds+=("$group" "${group%/*}")
		done
		# Other work must not change what is measured, and memory over the limit must not be swapped.
		echo 102400 >"$cpu/cpu.shares" && echo 0 >"$memory/memory.swappiness"
		return
	fi
	if [ "${IN_SCOPE-}" ]; then
		top+=$(sed -n 's/^0:://p' /proc/self/cgroup)
		# A group that hands on its controllers may not hold a process itself.
		mkdir "$top/script" && echo $$ >"$top/script/cgroup.procs" || return
		echo '+cpu +memory +pids' >"$top/cgroup.subtree_control" || return
	fi
	cpu=$top/$name memory=$top/$name pids=$top/$name
	mkdir "$cpu" && groups=("$cpu") || return
	echo '+cpu +memory +pids' >"$cpu/cgroup.subtree_control" || return
	echo 10000 >"$cpu/cpu.weight" || return
	[ ! -e "$cpu/memory.swap.max" ] || echo 0 >"$cpu/memory.swap.max" || return
	binds+=("$cpu" /sys/fs/cgroup)
}

# The kernel takes a moment to let go of a group whose processes have ended.
remove_groups() {
	local group
	for group in "${groups[@]}"; do
		for _ in {1..40}; do
			[ -d "$group" ] || break
			find "$group" -depth -type d -exec rmdir {} + 2>/dev/null || sleep 0.05
		done
	done
}

# Binds directories, each over the next, and serves the terminals, all in a mount namespace of ours.
serve() {
	set -m
	while [ "$1" != -- ]; do mount -n --bind "$1" "$2" || exit; shift 2; done
	cd "$directory/sandbox" || exit
	for terminal in "${@:2}"; do
		env -i PATH="$PATH" HOME="$PWD" SHELL=/bin/bash TERM=dumb LC_ALL=C \
			bash <"../$terminal.in" >"../$terminal.out" 2>&1 &
	done
	wait
}

# TERMINAL…: each is one long-lived shell between two pipes. What is typed is read by whichever shell is
# the innermost in it at that moment.
open_terminals() {
	local terminal in out
	for terminal; do
		mkfifo "../$terminal.in" "../$terminal.out" || exit
		exec {in}<>"../$terminal.in" {out}<>"../$terminal.out"
		keyboard[$terminal]=$in screen[$terminal]=$out
	done
	export directory
	export -f serve
	set -m
	"${enter[@]}" bash -c 'serve "$@"' lesson "${binds[@]}" -- "$@" &
	holder=$!
	disown
	set +m
}

step() {
	title=$1 output='' skip=''
	printf '\n== %s ==\n' "$title"
}

# REQUIREMENT…: skips the step where this machine does not have one of them.
skip_without() {
	local need
	for need; do
		if ! machine_has "$need"; then
			printf 'Skipped: %s.\n' "${missing[$need]}"
			skip=yes skipped=$((skipped + 1))
			return
		fi
	done
}

# TERMINAL: prints what comes back, up to the answer to what is typed behind a line: its exit code.
read_screen() {
	local line text
	while IFS= read -r -t 60 line <&"${screen[$1]}" || refuse "The terminal $1 does not answer."; do
		text=${line%%"$secret "*}
		if [ "$text" ] || [ -z "$line" ]; then
			printf '%s\n' "$text"
			output+=$text$'\n'
		fi
		[ "$text" = "$line" ] || break
	done
	code=${line##* }
}

# TERMINAL [exits CODE]: types the lines of its standard input. They should exit with CODE, or with 0.
# What follows builds on them, so where one does not, that is the end.
run() {
	local line more
	[ -z "$skip" ] || return 0
	while IFS= read -r line; do
		while [[ $line == *\\ ]] && IFS= read -r more; do line+=$'\n'$more; done
		printf '%s# %s\n' "$1" "$line"
		printf '%s\n' "$line" "$and_tell" >&"${keyboard[$1]}"
		read_screen "$1"
		# What is in the background takes a moment to become the program that the next line looks for, and what
		# was killed one to be gone.
		[[ $line != *[^\&]\& && $line != kill\ * ]] || sleep 0.2
		if [ "$code" != "${3-0}" ]; then
			missed "exit ${3-0} from $line, which exits with $code"
			conclude
			exit 1
		elif [ "$code" != 0 ]; then
			echo "  ok      exit $code"
		fi
	done
}

missed() {
	echo "  NOT SO  $1"
	failures+=("Not so: $title: $1.")
}

# SENTENCE COMMAND…: says whether the sentence is true: whether the command succeeds, in a moment.
expect() {
	[ -z "$skip" ] || return 0
	for _ in {1..40}; do
		"${@:2}" && echo "  ok      $1" && return
		sleep 0.05
	done
	missed "$1"
}

conclude() {
	printf '\n%s\n' "${failures[@]-Everything that was looked for was so.}"
	[ "$skipped" = 0 ] || echo "Steps that were skipped: $skipped."
}

is_not() { ! "$@"; }

# VALUE COMMAND…: whether the command prints it.
equals() { [ "$("${@:2}")" = "$1" ]; }

# NUMBER COMMAND…: whether the command prints a greater one.
exceeds() { [ "$("${@:2}")" -gt "$1" ]; }

# TEXT: whether the commands of this step have printed it.
output_contains() { [ "$1" ] && [[ $output == *"$1"* ]]; }

output_lacks() { [ "$1" ] && [[ $output != *"$1"* ]]; }

# PATTERN: the same for an extended regular expression, grep(1).
output_matches() { grep -Eq -- "$1" <<<"$output"; }

# COMMAND [TERMINAL]: lists the pids of our processes that have this command line.
pids_of() {
	local pid words
	for pid in $(ours); do
		words=()
		mapfile -d '' -t words <"/proc/$pid/cmdline"
		[ "${words[*]}" = "$1" ] || continue
		[ -z "${2-}" ] || [ "/proc/$pid/fd/1" -ef "$directory/$2.out" ] || continue
		echo "$pid"
	done 2>/dev/null
}

is_running() { [ "$(pids_of "$1")" ]; }

# COMMAND [TERMINAL]: the pid of the one process that has this command line. It may still be starting.
pid_of() {
	local pid
	[ -z "$skip" ] || return 0
	for _ in {1..40}; do
		pid=$(pids_of "$@")
		if [[ $pid =~ ^[0-9]+$ ]]; then
			echo "$pid"
			return
		fi
		sleep 0.05
	done
}

# COMMAND [TERMINAL]: the number it has in its own PID namespace.
inside_pid_of() { sed -n 's/^NSpid:.*\t//p' "/proc/$(pid_of "$@")/status"; }

# KIND COMMAND: whether it is in another namespace of this kind than the terminals began in.
has_own() {
	local pid
	pid=$(pid_of "$2")
	[ "$pid" ] && [ ! "/proc/$pid/ns/$1" -ef "/proc/$holder/ns/$1" ]
}

shares_with_host() { [ "/proc/$(pid_of "$2")/ns/$1" -ef "/proc/$holder/ns/$1" ]; }

# KIND COMMAND OTHER: whether both are in the same namespace of this kind.
share() { [ "/proc/$(pid_of "$2")/ns/$1" -ef "/proc/$(pid_of "$3")/ns/$1" ]; }

differ() { is_running "$2" && is_running "$3" && ! share "$@"; }

# COMMAND PATH: whether that is its root, as the terminals see it.
has_root() { [ "/proc/$(pid_of "$1")/root" -ef "/proc/$holder/root$(realpath "$2")" ]; }

# COMMAND: whether the / of this script is in its mount namespace no more, neither as its / nor below.
has_lost_old_root() {
	local pid old
	pid=$(pid_of "$1")
	old=$(awk '$5 == "/" { place = $3 " " $4 } END { print place }' /proc/self/mountinfo)
	[ "$(readlink "/proc/$pid/root")" = / ] && ! cut -d ' ' -f 3,4 "/proc/$pid/mountinfo" | grep -qxF "$old"
}

keeps_old_root() { is_running "$1" && ! has_lost_old_root "$1"; }

# COMMAND: the pid of process 1 of its PID namespace.
init_of() {
	local pid file
	pid=$(pid_of "$1")
	for file in /proc/[0-9]*; do
		[ "$file/ns/pid" -ef "/proc/$pid/ns/pid" ] || continue
		sed -n "s/^NSpid:\t\([0-9]*\)\t.*\b1$/\1/p" "$file/status"
	done 2>/dev/null
}

# SIGNAL, and a command that prints a pid: whether that process has a handler for it.
catches() {
	local mask
	mask=$(sed -n 's/^SigCgt:\t/0x/p' "/proc/$("${@:2}")/status")
	((mask >> ($(kill -l "$1") - 1) & 1))
}

# COMMAND BIT: whether that bit is in its effective capabilities.
has_capability() {
	local set
	set=$(sed -n 's/^CapEff:\t//p' "/proc/$(pid_of "$1")/status")
	[ "$set" ] && ((0x$set >> $2 & 1))
}

lacks_capability() { is_running "$1" && ! has_capability "$@"; }

# COMMAND: whether whatever it starts gains nothing.
may_gain_nothing() { grep -q '^NoNewPrivs:.1$' "/proc/$(pid_of "$1")/status"; }

# COMMAND DEVICE: whether that is in its network namespace.
has_device() { grep -q "^ *$2:" "/proc/$(pid_of "$1")/net/dev"; }

# COMMAND ADDRESS: whether the kernel takes that as its own there.
has_address() { grep -A 1 -e "-- ${2//./[.]}\$" "/proc/$(pid_of "$1")/net/fib_trie" | grep -q '/32 host LOCAL'; }

# COMMAND ADDRESS: whether what is for anywhere else goes there; the file has the bytes from right to left.
has_gateway() {
	local a b c d hex
	IFS=. read -r a b c d <<<"$2"
	printf -v hex '%02X%02X%02X%02X' "$d" "$c" "$b" "$a"
	grep -q $'\t'"00000000"$'\t'"$hex"$'\t' "/proc/$(pid_of "$1")/net/route"
}

# COMMAND ADDRESS: whether that has told its hardware address there.
has_heard_from() { grep -q "^${2//./[.]} .* 0x[2367] " "/proc/$(pid_of "$1")/net/arp"; }

# COMMAND: how many bytes have left its network namespace, by any device but lo.
sent_by() {
	local name numbers sum=0
	while IFS=: read -r name numbers; do
		if [ "$numbers" ] && [ "${name// /}" != lo ]; then
			read -r _ _ _ _ _ _ _ _ numbers _ <<<"$numbers"
			sum=$((sum + numbers))
		fi
	done <"/proc/$(pid_of "$1")/net/dev"
	echo "$sum"
}

# COMMAND BYTES: whether it sends, and no more than so many a second, or a tenth more.
sends_at_most() {
	local first second
	first=$(sent_by "$1") && sleep 1 && second=$(sent_by "$1") &&
		((second > first && second - first <= $2 * 11 / 10))
}

# PATH: the loader that the program names, which is a text in it that ends in NUL.
loader_of() { tr '\0' '\n' <"$1" | grep -a -m 1 '^/.*/ld[^/]*\.so\.[0-9]*$'; }

# TERMINAL: the pid of its innermost shell: of those that read its pipe, the one started last.
shell_of() {
	local pid words stat started=0 shell=''
	for pid in $(ours); do
		[ "/proc/$pid/fd/0" -ef "$directory/$1.in" ] || continue
		mapfile -d '' -t words <"/proc/$pid/cmdline"
		[[ ${words[0]} =~ (^|/)-?(ba)?sh$ && " ${words[*]} " != *' -c '* ]] || continue
		read -r -a stat <"/proc/$pid/stat"
		if [ "${stat[21]}" -ge "$started" ]; then
			started=${stat[21]} shell=$pid
		fi
	done 2>/dev/null
	echo "$shell"
}

# TERMINAL: whether its /proc is one that knows this script.
sees_host() { [ -e "/proc/$(shell_of "$1")/root/proc/self" ]; }

# TERMINAL COMMAND: whether its /proc has a process with this command line.
sees_process() {
	local process words
	for process in "/proc/$(shell_of "$1")"/root/proc/[0-9]*; do
		words=()
		mapfile -d '' -t words <"$process/cmdline"
		[ "${words[*]}" != "$2" ] || return 0
	done 2>/dev/null
	return 1
}

# TERMINAL COMMAND: whether it has not, although the process runs.
misses_process() { is_running "$2" && ! sees_process "$@"; }

# PATH: whether it is a directory, and not a link to one.
is_directory() { [ -d "$1" ] && [ ! -L "$1" ]; }

# PATH: whether something is mounted there, in any of our mount namespaces.
is_mounted() { grep -qsF " $directory/sandbox/$1 " /proc/[0-9]*/mountinfo; }

# GROUP: whether there is such a cgroup, for whichever controller.
is_group() { [ -d "$cpu/$1" ] || [ -d "$memory/$1" ] || [ -d "$pids/$1" ]; }

# GROUP COMMAND: whether the process is in the cgroup, with every controller that has it.
group_holds() {
	local controller found
	found=$(pids_of "$2")
	for controller in "$cpu" "$memory" "$pids"; do
		[ ! -d "$controller/$1" ] || found=$(grep -xF "$found" "$controller/$1/cgroup.procs") || return
	done
	is_group "$1"
}

# GROUP: how many processes it may have.
processes_of() {
	local limit
	limit=$(<"$pids/$1/pids.max")
	echo "${limit/max/any}"
}

# GROUP: how many cores it may use.
cores_of() {
	local quota period
	if machine_has cgroup-v1; then
		quota=$(<"$cpu/$1/cpu.cfs_quota_us") period=$(<"$cpu/$1/cpu.cfs_period_us")
	else
		read -r quota period <"$cpu/$1/cpu.max"
	fi
	case $quota in
		-1 | max) echo every ;;
		*) awk "BEGIN { print $quota / $period }" ;;
	esac
}

# GROUP: how many bytes of memory it may use.
memory_of() {
	local limit
	limit=$(cat "$memory/$1"/memory.{limit_in_bytes,max} 2>/dev/null)
	# Without a limit, v1 says 2^63 less a page.
	case $limit in
		max | 92233720368547*) echo all ;;
		*) echo "$limit" ;;
	esac
}

# KEY FILE…: the number behind the key, in the one of the files that is there; 0 where none is.
count_of() { echo $(($(grep -hs "^$1 " "${@:2}" | cut -d ' ' -f 2) + 0)); }

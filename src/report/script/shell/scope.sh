# Limits take a cgroup. Root may make one. With cgroup v2 systemd delegates a scope to an ordinary user,
# in which this script then starts itself again.
export XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-/run/user/$(id -u)}
scope=(systemd-run --user --scope --quiet --collect --property=Delegate=yes)
if [ "$(id -u)" != 0 ] && [ -z "${IN_SCOPE-}" ] && [ -f "$0" ]; then
	"${scope[@]}" true 2>/dev/null && IN_SCOPE=yes exec "${scope[@]}" bash "$0"
fi

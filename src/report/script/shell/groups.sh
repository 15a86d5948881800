cpu='' memory='' pids='' groups=()
trap 'clean_up; remove_groups' EXIT

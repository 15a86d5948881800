cpu='' memory='' groups=()
trap 'clean_up; remove_groups' EXIT

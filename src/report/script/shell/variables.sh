declare -A keyboard screen
binds=("$directory" "$directory")
title='' output='' code='' skip='' skipped=0 failures=()
secret=end-of-output-$RANDOM$RANDOM
and_tell="__exit=\$?; set -m; printf '$secret %s\\n' \$__exit; __again() { return \$__exit; }; __again"

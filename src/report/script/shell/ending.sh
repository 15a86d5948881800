# This script ends with 0 only if everything was as the lesson says.
conclude
[ ${#failures[@]} = 0 ]

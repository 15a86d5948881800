# seen: a directory
mkdir -p my-house/bin my-house/tmp

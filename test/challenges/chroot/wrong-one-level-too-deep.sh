# seen: no my-house/bin
mkdir my-house
mkdir -p my-container/bin my-container/tmp
mv my-container my-house

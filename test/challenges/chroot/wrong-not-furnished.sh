# seen: no my-house/tmp
mv my-container my-house
mkdir my-house/bin

# seen: a file of 0 B
mv my-container my-house
touch my-house/bin my-house/tmp

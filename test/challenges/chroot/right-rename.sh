mv my-container my-house
mkdir my-house/bin my-house/tmp

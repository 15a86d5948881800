mkdir -p my-house/{bin,tmp}
rmdir my-container

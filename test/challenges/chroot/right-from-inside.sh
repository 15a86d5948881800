mkdir my-house
cd my-house
mkdir bin tmp
rm -r ../my-container

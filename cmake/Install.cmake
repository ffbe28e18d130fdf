# What `cmake --install` puts in place: the program, its man pages, completions made by the program itself, the library
# with its headers and a CMake package.

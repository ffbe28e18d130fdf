// dossier-extract: the program of the extraction workers. It alone links the libraries that parse.
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>

#include "dossier/extract/worker_server.h"

int main(int argc, char** argv) {
  struct stat input {};
  if (fstat(STDIN_FILENO, &input) != 0 || !S_ISSOCK(input.st_mode)) {
    std::fputs("dossier-extract: started by dossier, which sends it files; try 'dossier extract FILE'\n",
               stderr);
    return 2;
  }
  return dossier::run_worker(argc, argv);
}

#include <string_view>

#include "dossier/cli/command_line.h"
#include "dossier/extract/worker.h"

int main(int argc, char** argv) {
  if (argc >= 2 && std::string_view(argv[1]) == dossier::worker_argument) return dossier::run_worker();
  return dossier::run_command_line(argc, argv);
}

#include <ios>
#include <string_view>

#include "dossier/cli/command_line.h"
#include "dossier/extract/worker.h"

int main(int argc, char** argv) {
  if (argc >= 2 && std::string_view(argv[1]) == dossier::worker_argument) return dossier::run_worker();
  // Nothing reads standard input but std::cin, which then reads blocks instead of bytes.
  std::ios::sync_with_stdio(false);
  return dossier::run_command_line(argc, argv);
}

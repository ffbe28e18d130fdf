#include <ios>

#include "dossier/cli/command_line.h"

int main(int argc, char** argv) {
  // Nothing reads standard input but std::cin, which then reads blocks instead of bytes.
  std::ios::sync_with_stdio(false);
  return dossier::run_command_line(argc, argv);
}

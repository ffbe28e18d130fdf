#include <unistd.h>

#include <array>
#include <climits>
#include <string>

#include "dossier/extract/worker.h"

namespace dossier {
namespace {

constexpr const char* kName = "dossier-extract";

// With a slash at its end; empty if the system does not say.
std::string folder_of_this_program() {
  std::array<char, PATH_MAX> path{};
  const ssize_t size = readlink("/proc/self/exe", path.data(), path.size());
  if (size <= 0) return {};
  const std::string program(path.data(), static_cast<std::size_t>(size));
  return program.substr(0, program.rfind('/') + 1);
}

std::string find_program() {
  const std::string here = folder_of_this_program();
  for (const std::string& folder : {here, here + "../libexec/dossier/", std::string(DOSSIER_LIBEXEC "/")}) {
    if (std::string program = folder + kName; access(program.c_str(), X_OK) == 0) return program;
  }
  return here + kName;
}

}  // namespace

std::string worker_program() {
  static const std::string program = find_program();
  return program;
}

}  // namespace dossier

#include "environment.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "dossier/core/error.h"

namespace dossier {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

std::string find_index(const std::string& given) {
  namespace fs = std::filesystem;
  if (!given.empty()) return given;
  if (const std::string named = environment("DOSSIER_INDEX"); !named.empty()) return named;
  std::error_code error;
  for (fs::path folder = fs::current_path(error); !folder.empty(); folder = folder.parent_path()) {
    if (fs::is_directory(folder / ".dossier", error)) return folder / ".dossier";
    if (folder == folder.parent_path()) break;
  }
  if (const std::string data = environment("XDG_DATA_HOME"); !data.empty()) return data + "/dossier";
  const std::string home = environment("HOME");
  if (home.empty()) {
    throw Error(ErrorCode::usage, "there is no place for the index: neither DOSSIER_INDEX nor HOME is set",
                "name one with --index DIR");
  }
  return home + "/.local/share/dossier";
}

bool is_terminal(int descriptor) noexcept {
  return isatty(descriptor) == 1;
}

std::size_t terminal_width(int descriptor) noexcept {
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

Style style_for(int descriptor, ColorChoice choice) {
  const bool terminal = is_terminal(descriptor);
  const std::string force = environment("CLICOLOR_FORCE");
  const bool forced = !force.empty() && force != "0";
  const bool capable = terminal && environment("TERM") != "dumb";
  Style style;
  style.colour = choice == ColorChoice::always ||
                 (choice == ColorChoice::automatic && environment("NO_COLOR").empty() && (capable || forced));
  style.hyperlinks = style.colour && terminal;
  style.width = terminal ? terminal_width(descriptor) : 0;
  std::error_code error;
  if (terminal) style.folder = std::filesystem::current_path(error);
  return style;
}

}  // namespace dossier

#include "ignore_rules.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <fstream>
#include <system_error>

#include "dossier/core/file_walk.h"
#include "dossier/core/glob.h"

namespace dossier {
namespace {

constexpr std::uint64_t kMaxBytes = 1 << 20;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Where a line ends without the spaces at its end; "\ " is one that stays.
std::size_t end_of_rule(std::string_view line) noexcept {
  std::size_t end = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == ' ') continue;
    if (line[i] == '\\') ++i;
    end = std::min(i + 1, line.size());
  }
  return end;
}

}  // namespace

IgnoreRules::Rule IgnoreRules::parse(std::string line) {
  Rule rule;
  if (line.ends_with('\r')) line.pop_back();
  line.resize(end_of_rule(line));
  if (line.starts_with('!')) rule.negated = true, line.erase(0, 1);
  if (line.ends_with('/')) rule.folders_only = true, line.pop_back();
  if (line.find('/') != std::string::npos && !line.starts_with('/')) line.insert(0, 1, '/');
  rule.pattern = std::move(line);
  return rule;
}

std::string IgnoreRules::enter(const std::string& folder) {
  const std::string name = folder + "/" + std::string(ignore_file_name);
  struct stat info {};
  if (lstat(name.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return {};
  if (static_cast<std::uint64_t>(info.st_size) > kMaxBytes) return "it is larger than 1 MiB";
  errno = 0;
  std::ifstream in(name);
  if (!in) return std::generic_category().message(errno);
  bool first = true;
  for (std::string line; std::getline(in, line); first = false) {
    if (first && line.starts_with(kByteOrderMark)) line.erase(0, kByteOrderMark.size());
    if (line.starts_with('#')) continue;
    Rule rule = parse(std::move(line));
    if (rule.pattern.empty()) continue;
    rule.folder = folder;
    rules_.push_back(std::move(rule));
  }
  return in.bad() ? "it could not be read to its end" : "";
}

void IgnoreRules::leave(std::string_view folder) {
  std::erase_if(rules_, [&](const Rule& rule) { return rule.folder == folder; });
}

bool IgnoreRules::ignores(std::string_view path, bool is_folder) const noexcept {
  const auto decides = [&](const Rule& rule) {
    if (rule.folders_only && !is_folder) return false;
    // Of all folders' paths only that of the root ends with "/".
    const std::size_t above = rule.folder == "/" ? 0 : std::min(rule.folder.size(), path.size());
    return glob_match(rule.pattern, path.substr(above));
  };
  const auto last = std::find_if(rules_.rbegin(), rules_.rend(), decides);
  return last != rules_.rend() && !last->negated;
}

}  // namespace dossier

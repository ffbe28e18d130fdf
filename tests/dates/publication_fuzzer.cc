// Any bytes at all as claims of a publication date, "from<TAB>written" a line: what is chosen begins by
// tomorrow and not before 1500, is one of the claims or in the file's name, and is the same the next time.
// The first line is the language, the second the file's name.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/core/utf8.h"
#include "dossier/dates/publication.h"

namespace {

constexpr dossier::Day kToday = 19904;  // 2024-06-30

void check(bool holds) {
  if (!holds) __builtin_trap();
}

std::string_view next_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = dossier::repair_utf8(std::string_view(reinterpret_cast<const char*>(data), size));
  std::string_view rest = text;
  const std::string_view language = next_line(rest), file_name = next_line(rest);
  std::vector<std::pair<std::string, std::string>> claims;
  while (!rest.empty()) {
    const std::string_view line = next_line(rest);
    const std::size_t tab = std::min(line.find('\t'), line.size());
    claims.emplace_back(line.substr(0, tab), line.substr(std::min(tab + 1, line.size())));
  }
  const auto date = dossier::publication_date(claims, file_name, kToday, language);
  check(date == dossier::publication_date(claims, file_name, kToday, language));
  if (!date) return 0;
  check(date->days.first <= date->days.last && date->days.first <= kToday + 1);
  check(date->days.first >= dossier::year_interval(dossier::earliest_publication_year).first);
  check(date->from == "file-name" || std::any_of(claims.begin(), claims.end(), [&](const auto& claim) {
          return claim.first == date->from;
        }));
  return 0;
}

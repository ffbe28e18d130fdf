// The help on dates fits on a screen, and what it shows is understood.
#include "dossier/dates/help.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "dossier/core/utf8.h"
#include "mention_text.h"

namespace dossier {
namespace {

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + separator.size(), text.size()));
  }
  return parts;
}

TEST(DatesHelp, FitsOnAScreen) {
  const auto lines = split(dates_help(), "\n");
  EXPECT_LE(lines.size(), 48u);
  for (const std::string_view line : lines) EXPECT_LE(count_code_points(line), 80u) << line;
  EXPECT_TRUE(dates_help().ends_with('\n'));
}

TEST(DatesHelp, ShowsFormsThatAreFound) {
  // Languages are detected elsewhere; a date of another language needs its own.
  const auto is_found = [](std::string_view form) {
    for (const std::string_view language : {"en", "de", "fr", "ru", "sr", "hr", "sq", "zh"}) {
      const std::string text = "On 5 May 1999. " + std::string(form) + ".";
      if (split(mentions_text(text, language), "; ").size() == 2) return true;
    }
    return false;
  };
  const std::string_view help = dates_help();
  const std::size_t first = help.find("  days  "), last = help.find("\nA day or month");
  ASSERT_LT(first, last);
  std::size_t forms = 0;
  for (const std::string_view line : split(help.substr(first, last - first), "\n")) {
    if (line.size() < 14) continue;
    for (const std::string_view form : split(line.substr(14), "   ")) {
      EXPECT_TRUE(is_found(form)) << form;
      ++forms;
    }
  }
  EXPECT_GE(forms, 40u);
}

}  // namespace
}  // namespace dossier

#include "dossier/ingest/passage_language.h"

#include <string>
#include <string_view>

#include "dossier/core/utf8.h"
#include "dossier/text/language_detector.h"
#include "dossier/text/stemmer.h"

namespace dossier {
namespace {

// Of less text, names and quotations decide what it is taken for.
constexpr std::size_t kMinBytes = 160;
// Detecting is slower than all else that is done with a text: so much of each passage is looked at first.
constexpr std::size_t kGlanceBytes = 192;

std::string_view middle_of(std::string_view text) noexcept {
  if (text.size() <= kGlanceBytes) return text;
  std::size_t start = (text.size() - kGlanceBytes) / 2;
  while (!is_code_point_boundary(text, start)) --start;
  return truncate_utf8(text.substr(start), kGlanceBytes);
}

bool is_another(std::string_view found, std::string_view language) noexcept {
  if (found.empty() || found == language) return false;
  const std::string_view algorithm = Stemmer::algorithm_of(found);
  return !algorithm.empty() && algorithm != Stemmer::algorithm_of(language);
}

}  // namespace

void find_passage_languages(Document& document) {
  const std::string_view text = document.text;
  for (Passage& passage : document.passages) {
    const std::string_view words = text.substr(passage.start, passage.end - passage.start);
    if (words.size() < kMinBytes) continue;
    if (shows_language(document.language, middle_of(words))) continue;
    const std::string glance = detect_language(middle_of(words));
    if (!is_another(glance, document.language)) continue;
    if (detect_language(words) == glance) passage.language = glance;
  }
}

}  // namespace dossier

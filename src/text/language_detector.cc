#include "dossier/text/language_detector.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>

#include "dossier/core/language.h"
#include "dossier/core/utf8.h"

namespace dossier {

std::string detect_language(std::string_view text) {
  const std::string_view sample = truncate_utf8(text, 64 << 10);
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int text_bytes = 0;
  bool reliable = false;
  const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::ExtDetectLanguageSummary(sample.data(), static_cast<int>(sample.size()), true, &hints, 0,
                                 languages.data(), percents.data(), scores.data(), nullptr, &text_bytes,
                                 &reliable);
  if (languages[0] == CLD2::UNKNOWN_LANGUAGE || (!reliable && percents[0] < 60)) return {};
  return normalize_language(CLD2::LanguageCode(languages[0]));
}

}  // namespace dossier

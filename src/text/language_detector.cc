#include "dossier/text/language_detector.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>

#include "dossier/core/language.h"
#include "dossier/core/utf8.h"

namespace dossier {
namespace {

// CLD2 reads 33 MB/s, slower than all that follows: of a long text it gets a few slices, evenly spread, and
// none where all of them show the same language.
constexpr std::size_t kSlices = 4;
constexpr std::size_t kSliceBytes = 512;

std::string_view slice(std::string_view text, std::size_t start) noexcept {
  while (!is_code_point_boundary(text, start)) --start;
  return truncate_utf8(text.substr(start), kSliceBytes);
}

using Slices = std::array<std::string_view, kSlices>;

Slices spread_slices(std::string_view text) {
  const std::size_t step = (text.size() - kSliceBytes) / (kSlices - 1);
  Slices slices;
  for (std::size_t i = 0; i < kSlices; ++i) slices[i] = slice(text, i * step);
  return slices;
}

// The language of which a slice has telling words, if it has none of another and few letters beyond ASCII.
std::string_view shown_in(std::string_view part) noexcept {
  const auto wide = std::count_if(part.begin(), part.end(), [](char c) { return (c & 0x80) != 0; });
  if (8 * static_cast<std::size_t>(wide) > part.size()) return {};
  std::string_view shown;
  for (const std::string_view language : {"en", "fr", "de"}) {
    if (!shows_language(language, part)) continue;
    if (!shown.empty()) return {};
    shown = language;
  }
  return shown;
}

std::string_view shown_in_all(const Slices& slices) noexcept {
  const std::string_view shown = shown_in(slices.front());
  const bool all = std::all_of(slices.begin() + 1, slices.end(),
                               [&](std::string_view part) { return shown_in(part) == shown; });
  return all ? shown : std::string_view{};
}

std::string detect_in(std::string_view sample) {
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

}  // namespace

std::string detect_language(std::string_view text) {
  if (text.size() <= kSlices * kSliceBytes) return detect_in(text);
  const Slices slices = spread_slices(text);
  if (const std::string_view shown = shown_in_all(slices); !shown.empty()) return std::string(shown);
  std::string sample;
  for (const std::string_view part : slices) sample.append(part).append("\n");
  return detect_in(sample);
}

}  // namespace dossier

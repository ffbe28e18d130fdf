#include "furniture.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "clean_text.h"
#include "dossier/core/utf8.h"

namespace dossier {
namespace {

constexpr std::size_t kMaxFurnitureBytes = 160;  // a longer line is text
constexpr std::size_t kMaxTitleBytes = 200;
constexpr std::size_t kParagraphBytes = 200;  // from here on a block is a paragraph by its length alone
constexpr std::size_t kTitleBlocks = 8;       // how far from the top a title is looked for

// A line is furniture if it is one of these, in lower case,
constexpr auto kWhole = std::to_array<std::string_view>({"abonnieren",
                                                         "accept all cookies",
                                                         "accept cookies",
                                                         "advertisement",
                                                         "all rights reserved",
                                                         "alle rechte vorbehalten",
                                                         "anzeige",
                                                         "back to top",
                                                         "buscar",
                                                         "click here to subscribe",
                                                         "comments",
                                                         "compartilhar",
                                                         "compartir",
                                                         "condividi",
                                                         "contact us",
                                                         "continue reading",
                                                         "cookie policy",
                                                         "cookie settings",
                                                         "copy link",
                                                         "download pdf",
                                                         "drucken",
                                                         "email this page",
                                                         "imprimer",
                                                         "imprimir",
                                                         "leave a comment",
                                                         "log in",
                                                         "manage cookies",
                                                         "menu",
                                                         "menü",
                                                         "newsletter",
                                                         "next",
                                                         "partager",
                                                         "podeli",
                                                         "previous",
                                                         "print",
                                                         "print this page",
                                                         "privacy policy",
                                                         "publicidad",
                                                         "publicité",
                                                         "read more",
                                                         "regenerate response",
                                                         "register",
                                                         "related articles",
                                                         "search",
                                                         "seite drucken",
                                                         "share",
                                                         "share this",
                                                         "share this page",
                                                         "sign in",
                                                         "sign up",
                                                         "skip to content",
                                                         "skip to main content",
                                                         "stampa",
                                                         "subscribe",
                                                         "suche",
                                                         "s'abonner",
                                                         "teilen",
                                                         "terms of use",
                                                         "weiterlesen",
                                                         "zum inhalt springen",
                                                         "štampaj",
                                                         "печать",
                                                         "подели",
                                                         "подписаться",
                                                         "поделиться",
                                                         "реклама"});
// or begins so,
constexpr auto kStarts = std::to_array<std::string_view>(
    {"copyright ©", "follow us on", "join our mailing list", "join the mailing list", "newsletter\n",
     "share on ", "sign up for our", "sign up to our", "subscribe to our", "this site uses cookies",
     "this website uses cookies", "we use cookies", "wir verwenden cookies", "© "});
// or asks for one of these.
constexpr auto kInside = std::to_array<std::string_view>(
    {"by continuing to use this site", "donate now", "enable javascript", "mailing list",
     "make a charitable donation", "subscribe to our newsletter", "support our work"});

std::string lower_case(std::string_view text) {
  std::string lower;
  for (std::size_t i = 0; i < text.size();) {
    const auto [c, next] = decode_utf8(text, i);
    append_utf8(lower, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
    i = next;
  }
  return lower;
}

// A sentence ends in these; a title does not.
bool ends_sentence(std::string_view text) {
  static constexpr std::array<std::string_view, 10> kEnds{".",  "!",  ":", ";", ",",
                                                          "。", "！", "؟", "…", "。”"};
  return std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return text.ends_with(end); });
}

bool is_paragraph(const Block& block) {
  if (block.kind == BlockKind::heading) return false;
  const std::string_view text = block.text;
  return text.size() >= kParagraphBytes || (ends_sentence(text) && text.find(' ') != std::string_view::npos);
}

bool reads_like_title(const Block& block) {
  return block.kind == BlockKind::paragraph && block.text.size() <= kMaxTitleBytes &&
         block.text.find('\n') == std::string::npos && has_word(block.text) && !ends_sentence(block.text) &&
         !is_furniture(block.text);
}

// Whether a line may be a title, but more likely is the label of a section, a place, or "Belgrade, June
// 2019".
bool is_label(std::string_view line) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const std::ptrdiff_t digits = std::count_if(line.begin(), line.end(), is_digit);
  return line.find(' ') == std::string_view::npos ||
         (digits >= 4 && line.find(',') != std::string_view::npos);
}

}  // namespace

bool is_furniture(std::string_view text) {
  if (text.size() > kMaxFurnitureBytes) return false;
  const std::string lower = lower_case(trim(text));
  return std::find(kWhole.begin(), kWhole.end(), lower) != kWhole.end() ||
         std::any_of(kStarts.begin(), kStarts.end(),
                     [&](std::string_view start) { return lower.starts_with(start); }) ||
         std::any_of(kInside.begin(), kInside.end(),
                     [&](std::string_view part) { return lower.find(part) != std::string::npos; });
}

void drop_furniture(std::vector<Block>& blocks) {
  std::size_t first = 0;
  std::size_t last = blocks.size();
  while (first < last && is_furniture(blocks[first].text)) ++first;
  while (last > first && is_furniture(blocks[last - 1].text)) --last;
  if (first == last) return;
  blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(last), blocks.end());
  blocks.erase(blocks.begin(), blocks.begin() + static_cast<std::ptrdiff_t>(first));
}

std::string guess_title(const std::vector<Block>& blocks) {
  const Block* title = nullptr;
  const Block* label = nullptr;
  for (std::size_t i = 0; i < std::min(blocks.size(), kTitleBlocks); ++i) {
    if (is_paragraph(blocks[i])) {
      const Block* best = title != nullptr ? title : label;
      return best == nullptr ? std::string() : collapse_whitespace(best->text);
    }
    if (reads_like_title(blocks[i])) (is_label(blocks[i].text) ? label : title) = &blocks[i];
  }
  // No paragraph in sight: a list or a form, whose first line is as good a title as any.
  const bool first = blocks.size() > 1 && reads_like_title(blocks[0]);
  return first ? collapse_whitespace(blocks[0].text) : std::string();
}

}  // namespace dossier

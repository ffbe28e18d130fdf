#include "furniture.h"

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

// A line is furniture if it is one of these,
constexpr std::array<std::string_view, 42> kWhole{
    "accept all cookies", "accept cookies", "advertisement", "all rights reserved", "back to top", "click here to subscribe",
    "comments", "contact us", "continue reading", "cookie policy", "cookie settings", "copy link", "download pdf",
    "drucken", "email this page", "imprimer", "leave a comment", "log in", "manage cookies", "menu", "newsletter", "next",
    "previous", "print", "print this page", "privacy policy", "read more", "regenerate response", "register", "related articles",
    "search", "seite drucken", "share", "share this", "share this page", "sign in", "sign up", "skip to content",
    "skip to main content", "subscribe", "teilen", "terms of use"};
// or begins so,
constexpr std::array<std::string_view, 14> kStarts{
    "copyright ©", "follow us on", "join our mailing list", "join the mailing list", "newsletter ", "newsletter\n",
    "share on ", "sign up for our", "sign up to our", "subscribe to our", "this site uses cookies", "this website uses cookies",
    "we use cookies", "© "};
// or asks for one of these.
constexpr std::array<std::string_view, 7> kInside{"make a charitable donation", "donate now", "mailing list",
                                                  "support our work", "by continuing to use this site",
                                                  "enable javascript", "subscribe to our newsletter"};

// A sentence ends in these; a title does not.
bool ends_sentence(std::string_view text) {
  static constexpr std::array<std::string_view, 10> kEnds{".", "!", ":", ";", ",", "。", "！", "؟", "…", "。”"};
  return std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return text.ends_with(end); });
}

bool is_paragraph(const Block& block) {
  if (block.kind == BlockKind::heading) return false;
  const std::string_view text = block.text;
  return text.size() >= kParagraphBytes || (ends_sentence(text) && text.find(' ') != std::string_view::npos);
}

bool reads_like_title(const Block& block) {
  return block.text.size() <= kMaxTitleBytes && block.text.find('\n') == std::string::npos && has_word(block.text) &&
         !ends_sentence(block.text) && !is_furniture(block.text);
}

}  // namespace

bool is_furniture(std::string_view text) {
  if (text.size() > kMaxFurnitureBytes) return false;
  const std::string lower = ascii_lower(trim(text));
  return std::binary_search(kWhole.begin(), kWhole.end(), lower) ||
         std::any_of(kStarts.begin(), kStarts.end(), [&](std::string_view start) { return lower.starts_with(start); }) ||
         std::any_of(kInside.begin(), kInside.end(),
                     [&](std::string_view part) { return lower.find(part) != std::string::npos; });
}

void drop_furniture(std::vector<Block>& blocks) {
  static_assert(std::is_sorted(kWhole.begin(), kWhole.end()));
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
  for (std::size_t i = 0; i < std::min(blocks.size(), kTitleBlocks); ++i) {
    if (is_paragraph(blocks[i])) return title == nullptr ? std::string() : collapse_whitespace(title->text);
    if (reads_like_title(blocks[i])) title = &blocks[i];
  }
  // No paragraph in sight: a list or a form, whose first line is as good a title as any.
  const bool first = !blocks.empty() && reads_like_title(blocks[0]) && blocks.size() > 1;
  return first ? collapse_whitespace(blocks[0].text) : std::string();
}

}  // namespace dossier

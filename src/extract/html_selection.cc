#include "html_selection.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "clean_text.h"
#include "furniture.h"
#include "html_kept.h"
#include "html_surroundings.h"
#include "picture_credits.h"

namespace dossier {
namespace {

// Lengths are in columns, shares in percent. Measured: docs/decisions/0013-main-content.md.

constexpr std::int64_t kArticleShare = 30;  // of the page's prose; less is no article
constexpr std::int64_t kElementText = 50;   // of an element's text beside its links; less is no text
constexpr std::int64_t kParagraphText = 5;  // the same of a paragraph
constexpr std::int64_t kKeptProse = 80;     // of a block, which stays when its element is pruned
constexpr std::int64_t kPrunedShare = 25;   // of the article's prose; what holds more is not pruned
constexpr std::int64_t kItemText = 15;      // an item with more beside its links says something
constexpr std::int64_t kRestLength = 100;   // what is left of a pruned element, and no prose, goes too
constexpr std::uint32_t kLabelLength = 80;  // "See also:"
constexpr std::size_t kLeadBlocks = 40;     // between the title and the article
constexpr std::size_t kTitleBlocks = 6;     // among which a repeated title is looked for
constexpr std::int64_t kThinProse = 500;    // an article with less is compared with all the text,
constexpr std::int64_t kThinShare = 50;     // and has to be this share of it
constexpr std::size_t kLittleBytes = 250;   // less, and less than a quarter of all, is too little

std::size_t first_of(const KeptBlocks& page, const PageElement& element) {
  return static_cast<std::size_t>(&element - page.elements.data());
}

bool is_within_comments(const KeptBlocks& page, const PageElement& element, const Total& prose) {
  const PageElement* around = &element;
  while (around != page.elements.data() && around->role != HtmlRole::comments)
    around = &page.elements[around->parent];
  return around->role == HtmlRole::comments && !is_at_least(prose.of(*around), 50, prose.of_all());
}

// The element that gains most by what it holds: its prose without the links and bits that stand with it.
// Null if nothing looks like an article.
const PageElement* find_article(const KeptBlocks& page) {
  const Total worths = page.total(block_worth);
  const Total prose = page.prose();
  const PageElement* best = page.elements.data();
  std::int64_t most = worths.of_all();
  for (const PageElement& element : page.elements) {
    if (element.kind == ElementKind::paragraph || element.kind == ElementKind::heading) continue;
    std::int64_t gain = worths.of(element);
    if (gain > 0 && element.role == HtmlRole::content) gain += gain / 3;
    if (gain < most) continue;
    most = gain;
    best = &element;
  }
  const std::int64_t text = prose.of(*best);
  const bool is_article = text >= article_prose && is_at_least(text, kArticleShare, prose.of_all());
  return is_article && !is_within_comments(page, *best, prose) ? best : nullptr;
}

// Of what stands before the article, keeps the title and the prose behind it.
void keep_lead(KeptBlocks& page, const PageElement& article, const std::string& title) {
  const std::size_t end = article.first_block;
  std::size_t first = end;
  for (std::size_t i = end; first == end && i > 0 && i + kLeadBlocks > end; --i) {
    const Block& block = page.blocks[i - 1].block;
    const bool heading = block.kind == BlockKind::heading;
    if (heading && (block.level == 1 || bare_title(block.text) == title)) first = i - 1;
  }
  page.drop(0, first);
  for (std::size_t i = first + 1; i < end; ++i)
    page.kept[i] = page.kept[i] && block_worth(page.blocks[i]) > 0;
}

// Drops what is not prose in the elements of an article that are mostly links, and in forms.
void prune(KeptBlocks& page, const PageElement& article) {
  const Total prose = page.prose();
  const Total length = page.total([](const PlacedBlock& placed) { return placed.length; });
  const Total links = page.total([](const PlacedBlock& placed) { return placed.link_length; });
  const std::size_t first = first_of(page, article);
  for (std::size_t i = first + 1; i < article.end;) {
    const PageElement& element = page.elements[i];
    const bool is_list = element.kind == ElementKind::list || element.kind == ElementKind::table;
    const std::int64_t text = length.of(element) - links.of(element);
    const bool says_something = is_list && text > kItemText * (element.end_block - element.first_block);
    const bool is_part = element.kind == ElementKind::part || element.kind == ElementKind::heading;
    const std::int64_t least = element.kind == ElementKind::paragraph ? kParagraphText : kElementText;
    const bool is_links = !is_at_least(text, least, length.of(element)) && !says_something && !is_part;
    const bool is_small = !is_at_least(prose.of(element), kPrunedShare, prose.of(article));
    const bool gone = is_small && (is_links || element.kind == ElementKind::form);
    for (std::size_t k = element.first_block; gone && k < element.end_block; ++k) {
      page.kept[k] = page.kept[k] && block_worth(page.blocks[k]) >= kKeptProse;
    }
    i = gone ? element.end : i + 1;
  }
}

// Drops the bits left of elements of which most was dropped.
void drop_rests(KeptBlocks& page, const PageElement& article) {
  const auto is_text = [](const PlacedBlock& placed) {
    return block_worth(placed) > 0 || placed.block.level == 1;
  };
  const Total text = page.total(is_text);
  const Total rest = page.total([](const PlacedBlock& placed) { return placed.length; });
  const Total all(page.blocks.size(), [&](std::size_t i) { return page.blocks[i].length; });
  page.drop_elements(first_of(page, article) + 1, article.end, [&](const PageElement& element) {
    const std::int64_t length = rest.of(element);
    return text.of(element) == 0 && length > 0 && length < kRestLength && all.of(element) - length > length;
  });
}

// Drops headings under which nothing is left, and short lines with a colon before what was dropped.
void drop_labels(KeptBlocks& page, const PageElement& article) {
  bool text = false;  // behind this place, before the next heading
  bool lost = true;
  for (std::size_t i = article.end_block; i-- > article.first_block;) {
    const PlacedBlock& placed = page.blocks[i];
    const bool heading = placed.block.kind == BlockKind::heading;
    const bool label = placed.length < kLabelLength && placed.block.text.ends_with(':') &&
                       i + 1 < page.blocks.size() && !page.kept[i + 1];
    if (page.kept[i] && (heading ? !text && lost && placed.block.level > 1 : label)) page.kept[i] = false;
    if (!page.kept[i]) {
      lost = true;
      continue;
    }
    text = !heading;
    if (!heading) lost = false;
  }
}

// Drops paragraphs that are furniture by their wording, and credits of pictures.
void drop_lines(KeptBlocks& page) {
  std::vector<bool> in_caption(page.elements.size());
  for (std::size_t i = 1; i < page.elements.size(); ++i) {
    in_caption[i] = page.elements[i].kind == ElementKind::caption || in_caption[page.elements[i].parent];
  }
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    Block& block = page.blocks[i].block;
    if (!page.kept[i] || block.kind != BlockKind::paragraph) continue;
    const std::size_t credit = picture_credit(block.text);
    if (credit == 0 || is_furniture(block.text)) page.kept[i] = false;
    if (credit > 0 && credit < block.text.size() && in_caption[page.blocks[i].element])
      block.text.resize(credit);
  }
}

// Drops a heading that repeats the title at the top.
void drop_title(KeptBlocks& page, const std::string& title) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < page.blocks.size() && seen < kTitleBlocks; ++i) {
    seen += page.kept[i];
    const Block& block = page.blocks[i].block;
    if (!page.kept[i] || block.kind != BlockKind::heading || bare_title(block.text) != title) continue;
    page.kept[i] = false;
    return;
  }
}

void cut_to(KeptBlocks& page, const PageElement& article, const std::string& title) {
  page.drop(article.end_block, page.blocks.size());
  keep_lead(page, article, title);
  prune(page, article);
  drop_rests(page, article);
  drop_labels(page, article);
  drop_lines(page);
  drop_title(page, title);
}

// True if an article is short, and much less than all the text that is no furniture.
bool is_thin(const KeptBlocks& page, const PageElement& article, const std::vector<bool>& before) {
  if (page.prose().of(article) >= kThinProse) return false;
  std::int64_t left = 0;
  std::int64_t all = 0;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const std::int64_t text = page.blocks[i].length - page.blocks[i].link_length;
    left += page.kept[i] ? text : 0;
    all += before[i] ? text : 0;
  }
  return !is_at_least(left, kThinShare, all);
}

// True if next to nothing of the page is kept.
bool is_little(const KeptBlocks& page) {
  std::size_t left = 0;
  std::size_t all = 0;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    all += page.blocks[i].block.text.size();
    left += page.kept[i] ? page.blocks[i].block.text.size() : 0;
  }
  return left < kLittleBytes && left * 4 < all;
}

}  // namespace

std::vector<Block> main_content(HtmlPage&& page, std::string_view title) {
  KeptBlocks kept(page);
  drop_surroundings(kept);
  if (const PageElement* article = find_article(kept)) {
    const std::vector<bool> before = kept.kept;
    cut_to(kept, *article, bare_title(title));
    if (is_thin(kept, *article, before)) kept.kept = before;
  }
  if (is_little(kept)) kept.kept.assign(page.blocks.size(), true);
  std::vector<Block> out;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    if (kept.kept[i]) out.push_back(std::move(page.blocks[i].block));
  }
  return out;
}

}  // namespace dossier

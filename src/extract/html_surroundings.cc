#include "html_surroundings.h"

namespace dossier {
namespace {

// Lengths are in columns, shares in percent. Measured: docs/decisions/0013-main-content.md.

// What is named like furniture and holds that share of the prose is none.
constexpr std::int64_t kFurnitureShare = 60;
constexpr std::int64_t kSuspectShare = 40;
constexpr std::int64_t kDoubtfulShare = 50;
// So many links in a row, each this short, are a menu.
constexpr std::size_t kMenuItems = 4;
constexpr std::uint32_t kMenuItem = 30;
// A teaser begins with a link of this length and has no more prose and blocks than this.
constexpr std::uint32_t kTeaserLink = 25;
constexpr std::int64_t kTeaserProse = 700;
constexpr std::uint32_t kTeaserBlocks = 12;
constexpr std::uint32_t kTeasers = 3;         // so many are a list
constexpr std::int64_t kTeaserShare = 60;     // of a list's items
constexpr std::int64_t kBesideTeasers = 400;  // prose beside them, without which they are the page's text
constexpr std::int64_t kTeaserRatio = 25;     // of it to theirs

// Readers' comments, where there is a text that they comment on.
void drop_comments(KeptBlocks& page) {
  const Total prose = page.prose();
  std::int64_t inside = 0;
  for (std::size_t i = 0; i < page.elements.size();) {
    const bool comments = page.elements[i].role == HtmlRole::comments;
    if (comments) inside += prose.of(page.elements[i]);
    i = comments ? page.elements[i].end : i + 1;
  }
  if (prose.of_all() - inside < article_prose) return;
  page.drop_elements(0, page.elements.size(),
                     [](const PageElement& e) { return e.role == HtmlRole::comments; });
}

// A link, and some text to it.
bool is_teaser(const KeptBlocks& page, const PageElement& element, const Total& prose) {
  const std::uint32_t size = element.end_block - element.first_block;
  const std::int64_t text = prose.of(element);
  if (size > kTeaserBlocks || text == 0 || text > kTeaserProse) return false;
  for (std::size_t i = element.first_block; block_worth(page.blocks[i]) <= 0; ++i) {
    const PlacedBlock& placed = page.blocks[i];
    if (placed.link_length >= kTeaserLink && is_at_least(placed.link_length, 80, placed.length)) return true;
  }
  return false;
}

// Lists of teasers for other pages, where there is a text beside them.
void drop_teasers(KeptBlocks& page) {
  const Total prose = page.prose();
  std::vector<std::size_t> lists;
  std::int64_t inside = 0;
  for (std::size_t i = 0; i < page.elements.size();) {
    const PageElement& list = page.elements[i];
    std::uint32_t items = 0;
    std::uint32_t teasers = 0;
    for (std::size_t k = i + 1; k < list.end; k = page.elements[k].end) {
      items += page.elements[k].end_block > page.elements[k].first_block;
      teasers += is_teaser(page, page.elements[k], prose);
    }
    const bool is_list = items >= kTeasers && is_at_least(teasers, kTeaserShare, items);
    if (is_list) {
      lists.push_back(i);
      inside += prose.of(list);
    }
    i = is_list ? list.end : i + 1;
  }
  const std::int64_t beside = prose.of_all() - inside;
  if (beside < kBesideTeasers || !is_at_least(beside, kTeaserRatio, inside)) return;
  for (const std::size_t list : lists)
    page.drop(page.elements[list].first_block, page.elements[list].end_block);
}

// Short links in a row, outside <main> and <article>.
void drop_menus(KeptBlocks& page) {
  std::vector<bool> in_content(page.elements.size());
  for (std::size_t i = 1; i < page.elements.size(); ++i) {
    in_content[i] = page.elements[i].role == HtmlRole::content || in_content[page.elements[i].parent];
  }
  const auto is_item = [&](const PlacedBlock& placed) {
    return placed.length <= kMenuItem && is_at_least(placed.link_length, 80, placed.length) &&
           !in_content[placed.element];
  };
  for (std::size_t i = 0; i < page.blocks.size();) {
    std::size_t end = i;
    while (end < page.blocks.size() && is_item(page.blocks[end])) ++end;
    if (end - i >= kMenuItems) page.drop(i, end);
    i = std::max(end, i + 1);
  }
}

// What is not prose in elements with doubtful names, unless most of the prose is in such ones.
void drop_doubtful(KeptBlocks& page, const Total& prose) {
  std::vector<bool> doubtful(page.elements.size());
  for (std::size_t i = 1; i < page.elements.size(); ++i) {
    const PageElement& element = page.elements[i];
    const HtmlRole role = element.role;
    const bool holds =
        prose.of(element) >= article_prose && is_at_least(prose.of(element), kSuspectShare, prose.of_all());
    doubtful[i] = role == HtmlRole::doubtful ? !holds : role == HtmlRole::none && doubtful[element.parent];
  }
  std::int64_t inside = 0;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    if (page.kept[i] && doubtful[page.blocks[i].element])
      inside += std::max<std::int64_t>(0, block_worth(page.blocks[i]));
  }
  if (inside > 0 && is_at_least(inside, kDoubtfulShare, prose.of_all())) return;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    if (doubtful[page.blocks[i].element] && block_worth(page.blocks[i]) <= 0) page.kept[i] = false;
  }
}

// What is marked or named as furniture, unless it holds too much of the prose.
void drop_named(KeptBlocks& page) {
  const Total prose = page.prose();
  drop_doubtful(page, prose);
  const auto holds = [&](const PageElement& element, std::int64_t share) {
    return prose.of(element) >= article_prose && is_at_least(prose.of(element), share, prose.of_all());
  };
  page.drop_elements(0, page.elements.size(), [&](const PageElement& element) {
    if (element.role == HtmlRole::furniture) return !holds(element, kFurnitureShare);
    // A list is no article.
    const bool is_beside =
        element.kind == ElementKind::list && prose.of_all() - prose.of(element) >= article_prose;
    return element.role == HtmlRole::suspect && (is_beside || !holds(element, kSuspectShare));
  });
}

}  // namespace

void drop_surroundings(KeptBlocks& page) {
  drop_comments(page);
  drop_teasers(page);
  drop_menus(page);
  drop_named(page);
}

}  // namespace dossier

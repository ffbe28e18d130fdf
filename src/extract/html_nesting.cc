#include "html_nesting.h"

#include <algorithm>
#include <array>

namespace dossier {
namespace {

enum class Kind : std::uint8_t {
  span,
  link,       // <a>: closes the one before it
  empty,      // has no content and no end tag
  container,  // may stand in a paragraph and hold blocks; so may what is not known
  page,       // <html>, <head>, <body>
  // Blocks:
  rule,  // empty, too
  paragraph,
  heading,
  block,
  list,
  item,
  definition,  // <dt>, <dd>
  table,
  section,  // of a table
  row,
  cell,
};

}  // namespace

struct HtmlElement {
  std::string_view name;
  Kind kind = Kind::span;
  bool in_head = false;  // may stand in <head>
};

namespace {

using enum Kind;

// By name. Those that are not here are containers.
constexpr std::array kElements{
    HtmlElement{"a", link},
    HtmlElement{"abbr"},
    HtmlElement{"acronym"},
    HtmlElement{"address", block},
    HtmlElement{"area", empty},
    HtmlElement{"article", block},
    HtmlElement{"aside", block},
    HtmlElement{"b"},
    HtmlElement{"base", empty, true},
    HtmlElement{"basefont", empty, true},
    HtmlElement{"bdi"},
    HtmlElement{"bdo"},
    HtmlElement{"bgsound", empty, true},
    HtmlElement{"big"},
    HtmlElement{"blockquote", block},
    HtmlElement{"body", page},
    HtmlElement{"br", empty},
    HtmlElement{"caption", cell},
    HtmlElement{"center", block},
    HtmlElement{"cite"},
    HtmlElement{"code"},
    HtmlElement{"col", empty},
    HtmlElement{"colgroup", empty},  // holds <col> only
    HtmlElement{"dd", definition},
    HtmlElement{"del"},
    HtmlElement{"details", block},
    HtmlElement{"dfn"},
    HtmlElement{"dialog", block},
    HtmlElement{"dir", list},
    HtmlElement{"div", block},
    HtmlElement{"dl", list},
    HtmlElement{"dt", definition},
    HtmlElement{"em"},
    HtmlElement{"embed", empty},
    HtmlElement{"fieldset", block},
    HtmlElement{"figcaption", block},
    HtmlElement{"figure", block},
    HtmlElement{"font"},
    HtmlElement{"footer", block},
    HtmlElement{"form", block},
    HtmlElement{"frame", empty},
    HtmlElement{"frameset", block},
    HtmlElement{"h1", heading},
    HtmlElement{"h2", heading},
    HtmlElement{"h3", heading},
    HtmlElement{"h4", heading},
    HtmlElement{"h5", heading},
    HtmlElement{"h6", heading},
    HtmlElement{"head", page},
    HtmlElement{"header", block},
    HtmlElement{"hgroup", block},
    HtmlElement{"hr", rule},
    HtmlElement{"html", page},
    HtmlElement{"i"},
    HtmlElement{"img", empty},
    HtmlElement{"input", empty},
    HtmlElement{"ins"},
    HtmlElement{"kbd"},
    HtmlElement{"keygen", empty},
    HtmlElement{"legend", block},
    HtmlElement{"li", item},
    HtmlElement{"link", empty, true},
    HtmlElement{"listing", block},
    HtmlElement{"main", block},
    HtmlElement{"mark"},
    HtmlElement{"menu", list},
    HtmlElement{"meta", empty, true},
    HtmlElement{"nav", block},
    HtmlElement{"nobr"},
    HtmlElement{"noframes", container, true},
    HtmlElement{"noscript", container, true},
    HtmlElement{"ol", list},
    HtmlElement{"p", paragraph},
    HtmlElement{"param", empty},
    HtmlElement{"pre", block},
    HtmlElement{"q"},
    HtmlElement{"s"},
    HtmlElement{"samp"},
    HtmlElement{"script", container, true},
    HtmlElement{"search", block},
    HtmlElement{"section", block},
    HtmlElement{"small"},
    HtmlElement{"source", empty},
    HtmlElement{"span"},
    HtmlElement{"strike"},
    HtmlElement{"strong"},
    HtmlElement{"style", container, true},
    HtmlElement{"sub"},
    HtmlElement{"summary", block},
    HtmlElement{"sup"},
    HtmlElement{"table", table},
    HtmlElement{"tbody", section},
    HtmlElement{"td", cell},
    HtmlElement{"template", container, true},
    HtmlElement{"tfoot", section},
    HtmlElement{"th", cell},
    HtmlElement{"thead", section},
    HtmlElement{"time"},
    HtmlElement{"title", container, true},
    HtmlElement{"tr", row},
    HtmlElement{"track", empty},
    HtmlElement{"tt"},
    HtmlElement{"u"},
    HtmlElement{"ul", list},
    HtmlElement{"var"},
    HtmlElement{"wbr", empty},
};
static_assert(std::is_sorted(kElements.begin(), kElements.end(),
                             [](const HtmlElement& a, const HtmlElement& b) { return a.name < b.name; }));
constexpr HtmlElement kUnknown{"", container};

// How far up the open elements one is looked for; a page that nests deeper is not written for readers.
constexpr std::size_t kMaxSteps = 256;
constexpr std::size_t kNowhere = std::string_view::npos;

const HtmlElement& element_of(std::string_view name) {
  const auto at = std::lower_bound(kElements.begin(), kElements.end(), name,
                                   [](const HtmlElement& e, std::string_view n) { return e.name < n; });
  return at != kElements.end() && at->name == name ? *at : kUnknown;
}

bool is_block(Kind kind) noexcept {
  return kind >= rule;
}

// Whether nothing inside closes what is outside.
bool is_scope(Kind kind) noexcept {
  return kind == cell || kind == table;
}

bool ends_list(Kind kind) noexcept {
  return kind == list || is_scope(kind);
}

// Whether an element of the kind `inner` shields those around it from the end tag of one of the kind `ended`.
bool shields(Kind inner, Kind ended) noexcept {
  switch (ended) {
    case span:
    case link:
      return is_block(inner);
    case item:
    case definition:
      return ends_list(inner);
    case section:
    case row:
    case cell:
      return inner == table;
    case table:
      return false;
    default:
      return is_scope(inner);
  }
}

}  // namespace

void HtmlNesting::add(const HtmlToken& token) {
  switch (token.kind) {
    case HtmlToken::Kind::start:
      start(token);
      break;
    case HtmlToken::Kind::end:
      end(token);
      break;
    case HtmlToken::Kind::text:
      text(token.text);
      break;
  }
}

void HtmlNesting::start(const HtmlToken& token) {
  const HtmlElement& element = element_of(token.name);
  bool stays = element.kind != empty && element.kind != rule && !token.self_closing;
  if (element.kind == page) {
    if (token.name == "body") close_head();
    // One that comes too late has attributes, but holds nothing.
    stays = stays && open_.size() <= (token.name == "html" ? 0 : 1);
    in_head_ = in_head_ || (stays && token.name == "head");
  } else {
    if (in_head_ && !element.in_head) close_head();
    close_implied(element);
  }
  handler_.start(token.name, token.attributes);
  if (!stays) return handler_.end(token.name);
  open_.push_back({&element, &element == &kUnknown ? token.name : std::string()});
}

void HtmlNesting::close_implied(const HtmlElement& element) {
  const auto nothing = [](Kind) { return false; };
  const auto close = [&](std::size_t depth) {
    if (depth != kNowhere) close_down_to(depth);
  };
  const auto close_inside = [&](std::size_t depth) {
    if (depth != kNowhere) close_down_to(depth + 1);
  };
  const auto of = [](auto... kinds) {
    return [=](const Open& open) { return ((open.element->kind == kinds) || ...); };
  };
  switch (element.kind) {
    case link:
      close(find_open(of(link), is_block));
      break;
    case item:
      close(find_open(of(item), ends_list));
      break;
    case definition:
      close(find_open(of(definition), ends_list));
      break;
    case section:
      close_inside(find_open(of(table), nothing));
      break;
    case row:
      close_inside(find_open(of(section, table), nothing));
      break;
    case cell:
      close_inside(find_open(of(row, section, table), nothing));
      break;
    case heading:
      close(find_open(of(heading), [](Kind) { return true; }));
      break;
    default:
      break;
  }
  // A paragraph holds no blocks: an open one has nothing but inline elements in it.
  if (is_block(element.kind)) {
    close(find_open(of(paragraph), [](Kind kind) { return kind >= container; }));
  }
}

void HtmlNesting::end(const HtmlToken& token) {
  const HtmlElement& element = element_of(token.name);
  if (token.name == "head") return close_head();
  if (token.name == "br") return start(token);  // as browsers read it
  if (element.kind == page || element.kind == empty || element.kind == rule) return;
  const auto is_opened_by = [&](const Open& open) {
    const bool any_heading = element.kind == heading && open.element->kind == heading;
    return any_heading || (open.element == &element && (&element != &kUnknown || open.name == token.name));
  };
  const std::size_t depth = find_open(is_opened_by, [&](Kind kind) { return shields(kind, element.kind); });
  if (depth != kNowhere) close_down_to(depth);
}

void HtmlNesting::text(std::string_view text) {
  const bool in_head = in_head_ && open_.back().element->name == "head";
  if (in_head && text.find_first_not_of(" \t\n") != std::string_view::npos) close_head();
  handler_.text(text);
}

void HtmlNesting::close_head() {
  if (!in_head_) return;
  close_down_to(open_[0].element->name == "head" ? 0 : 1);
}

void HtmlNesting::close_down_to(std::size_t depth) {
  while (open_.size() > depth) {
    const Open closed = std::move(open_.back());
    open_.pop_back();
    in_head_ = in_head_ && closed.element->name != "head";
    handler_.end(closed.element == &kUnknown ? std::string_view(closed.name) : closed.element->name);
  }
}

// The depth of the innermost open element that `matches`; kNowhere if one of a kind that `stops` comes before
// it.
template <typename Matches, typename Stops>
std::size_t HtmlNesting::find_open(Matches&& matches, Stops&& stops) const {
  for (std::size_t steps = 0; steps < std::min(open_.size(), kMaxSteps); ++steps) {
    const std::size_t depth = open_.size() - 1 - steps;
    if (matches(open_[depth])) return depth;
    if (stops(open_[depth].element->kind)) break;
  }
  return kNowhere;
}

}  // namespace dossier

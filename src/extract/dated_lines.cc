#include "dated_lines.h"

#include <algorithm>
#include <array>

#include "clean_text.h"
#include "dossier/core/utf8.h"
#include "html_roles.h"

namespace dossier {
namespace {

constexpr std::size_t kLineBytes = 300;  // of a longer line the beginning counts
constexpr std::size_t kLabelBytes = 24;
constexpr std::size_t kMaxLines = 256;
constexpr std::size_t kMaxTaken = 16;
constexpr std::size_t kMaxHeadings = 64;
constexpr std::size_t kMaxDepth = 512;  // deeper elements count as parts of those around
constexpr std::size_t kHeadingBytes = 300;
constexpr std::size_t kNameBytes = 200;  // of an element's class and id

// Elements whose text is not shown in lines.
constexpr std::array<std::string_view, 11> kHidden{"head",   "iframe",   "noscript", "object",
                                                   "option", "script",   "select",   "style",
                                                   "svg",    "template", "textarea"};
constexpr std::array<std::string_view, 5> kAside{"aside", "blockquote", "figcaption", "footer", "nav"};
static_assert(std::is_sorted(kHidden.begin(), kHidden.end()) && std::is_sorted(kAside.begin(), kAside.end()));

// Parts of classes and ids that name a date or a byline,
constexpr std::array<std::string_view, 12> kDateNames{"article-info", "articleinfo", "author",  "byline",
                                                      "created",      "date",        "datum",   "erschien",
                                                      "fecha",        "posted",      "publish", "submitted"};
// whole words of them,
constexpr std::array<std::string_view, 5> kDateWords{"meta", "metadata", "stand", "time", "timestamp"};
// a change,
constexpr std::array<std::string_view, 5> kChangeNames{"aktualis", "changed", "edited", "modif", "updat"};
// or something that is not the page's own text.
constexpr std::array<std::string_view, 34> kAsideNames{
    "archive-", "aside",   "breadcrumb", "breaking", "calendar",  "caption",   "comment",
    "disqus",   "event-",  "footer",     "gallery",  "instagram", "kommentar", "latest",
    "menu",     "more-",   "newsletter", "popular",  "recommend", "related",   "reply",
    "sidebar",  "similar", "teaser",     "ticker",   "tooltip",   "tweet",     "twitter",
    "widget",   "quote",   "sponsor",    "trending", "upcoming",  "-nav"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& sorted, std::string_view name) noexcept {
  return std::binary_search(sorted.begin(), sorted.end(), name);
}

template <std::size_t N>
bool holds_one_of(const std::array<std::string_view, N>& parts, std::string_view names) noexcept {
  return !names.empty() && std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return names.find(part) != std::string_view::npos;
  });
}

bool is_lower_letter(char c) noexcept {
  return c >= 'a' && c <= 'z';
}

bool names_date(std::string_view names) noexcept {
  if (names.empty()) return false;
  if (holds_one_of(kDateNames, names)) return true;
  return std::any_of(kDateWords.begin(), kDateWords.end(), [&](std::string_view word) {
    const std::size_t at = names.find(word);
    if (at == std::string_view::npos) return false;
    const std::size_t end = at + word.size();
    return (at == 0 || !is_lower_letter(names[at - 1])) &&
           (end == names.size() || !is_lower_letter(names[end]));
  });
}

bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}
bool is_space(char c) noexcept {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// Whether there may be a date in it: a run of four digits, or "24.5", "24/5", "24-5".
bool may_hold_date(std::string_view text) noexcept {
  std::size_t run = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_digit(text[i])) {
      if (++run == 4) return true;
      continue;
    }
    const bool mark = text[i] == '.' || text[i] == '/' || text[i] == '-';
    if (mark && run > 0 && i + 1 < text.size() && is_digit(text[i + 1])) return true;
    run = 0;
  }
  return false;
}

}  // namespace

void DatedLines::start(std::string_view name, const HtmlAttributes& attributes) {
  leave_line(name);
  if (depth_++ >= kMaxDepth) return;
  if (depth_ > open_.size()) open_.emplace_back();
  Element& element = open_[depth_ - 1];
  element.names.clear();
  for (const std::string_view key : {"class", "id", "itemprop", "property"}) {
    const std::string_view value = attributes.get(key);
    if (!value.empty()) element.names.append(value.substr(0, kNameBytes)) += ' ';
  }
  element.is_root = name == "html" || name == "body";
  element.aside = is_one_of(kAside, name);
  element.is_hidden = is_one_of(kHidden, name);
  if (element.is_hidden) ++hidden_;
  if (hidden_ > 0) return;
  if (const int level = heading_level(name); level > 0 && headings_.size() < kMaxHeadings) {
    heading_level_ = level;
    headings_.push_back({.level = level, .start = offset_, .end = offset_});
  }
  add_time(name, attributes);
}

void DatedLines::end(std::string_view name) {
  if (depth_ == 0) return;
  leave_line(name);
  if (heading_level_ > 0 && heading_level(name) > 0) heading_level_ = 0;
  if (--depth_ >= kMaxDepth) return;
  if (open_[depth_].is_hidden) --hidden_;
  known_ = std::min(known_, depth_);
}

void DatedLines::text(std::string_view text) {
  if (hidden_ > 0) return;
  if (line_.written.empty()) line_.start = offset_;
  const bool holds_date = may_hold_date(text);
  for (const char c : text) {
    if (is_space(c)) {
      space_ = true;
      continue;
    }
    ++offset_;
    if (line_.written.size() >= kLineBytes) {
      line_.is_cut = true;
      continue;
    }
    if (space_ && !line_.written.empty()) line_.written += ' ';
    space_ = false;
    line_.written += c;
  }
  if (heading_level_ > 0) {
    Heading& heading = headings_.back();
    if (heading.text.size() < kHeadingBytes) heading.text.append(text.substr(0, kHeadingBytes));
    heading.end = offset_;
  }
  if (!holds_date || (holds_date_ && line_.is_cut)) return;
  holds_date_ = true;
  look_around(line_);
}

// At the edge of an element: a line ends, or a date that stands in a <span> of its own.
void DatedLines::leave_line(std::string_view name) {
  if (is_block_element(name) || name == "br") flush();
  if (name == "span" || name == "time") space_ = true;
}

void DatedLines::flush() {
  space_ = false;
  if (line_.written.empty()) return;
  if (holds_date_ && lines_.size() < kMaxLines) {
    line_.end = offset_;
    if (line_.is_cut) line_.written.resize(truncate_utf8(line_.written, kLineBytes - 1).size());
    if (!label_.empty()) line_.written.insert(0, label_ + "\n");
    lines_.push_back(line_);
  }
  // A title is no label; a small heading may be one.
  const bool in_title = heading_level_ == 1 || heading_level_ == 2;
  const bool labels = line_.written.size() <= kLabelBytes && !holds_date_ && !in_title;
  label_ = labels ? line_.written : std::string();
  line_ = {};
  holds_date_ = false;
}

// <time datetime>, and the <abbr title> of microformats.
void DatedLines::add_time(std::string_view name, const HtmlAttributes& attributes) {
  if (name != "time" && name != "abbr") return;
  const std::string_view written = attributes.get(name == "time" ? "datetime" : "title");
  if (lines_.size() >= kMaxLines || !may_hold_date(written)) return;
  Line line{.written = std::string(truncate_utf8(written, kLineBytes)), .start = offset_, .end = offset_};
  look_around(line);
  if (name == "abbr" && !line.says_date) return;
  line.is_time = line.says_date = true;
  lines_.push_back(std::move(line));
}

// Takes from the names of the open elements what they say of a date among them.
void DatedLines::look_around(Line& line) {
  constexpr std::size_t kNear = 4;
  line.aside = stands_aside();
  const std::size_t depth = std::min(depth_, kMaxDepth);
  for (std::size_t i = depth; i > 0 && i + kNear > depth; --i) {
    const Element& element = open_[i - 1];
    line.says_date = line.says_date || (element.says_date && !element.is_root);
  }
  line.says_change = line.says_change || (depth > 0 && open_[depth - 1].says_change);
}

bool DatedLines::stands_aside() {
  const std::size_t depth = std::min(depth_, kMaxDepth);
  for (; known_ < depth; ++known_) {
    Element& element = open_[known_];
    element.names = ascii_lower(element.names);
    element.says_date = names_date(element.names);
    element.says_change = holds_one_of(kChangeNames, element.names);
    const bool around = known_ > 0 && open_[known_ - 1].aside;
    element.aside =
        around || (!element.is_root && (element.aside || holds_one_of(kAsideNames, element.names)));
  }
  return depth > 0 && open_[depth - 1].aside;
}

// The heading that is the page's title; failing that the first of the first level, or the first at all.
const DatedLines::Heading* DatedLines::main_heading(std::string_view title) const {
  constexpr std::size_t kLeastBytes = 4;
  const std::string known = bare_title(truncate_utf8(title, 2 * kHeadingBytes));
  const Heading* best = nullptr;
  double best_match = -1;
  for (const Heading& heading : headings_) {
    const std::string text = bare_title(heading.text);
    if (text.size() < kLeastBytes) continue;
    const std::string& shorter = text.size() < known.size() ? text : known;
    const std::string& longer = text.size() < known.size() ? known : text;
    double match = heading.level == 1 ? 1 : 0;
    if (!shorter.empty() && longer.find(shorter) != std::string::npos) {
      // Both a title and its site's name may be headings; what most of the title is is the title.
      const double share = static_cast<double>(shorter.size()) / static_cast<double>(longer.size());
      match = (heading.level == 1 ? 2.05 : 2) + share;
    }
    if (match <= best_match) continue;
    best = &heading;
    best_match = match;
  }
  return best;
}

// How likely a line is the byline of the page with the heading; 5 at most.
int DatedLines::score(const Line& line, const Heading* heading) {
  std::size_t gap = line.start;
  if (heading != nullptr && line.start >= heading->start) {
    gap = line.start - std::min(heading->end, line.start);
  } else if (heading != nullptr) {
    // What stands before a title is less likely its own.
    gap = heading->start - std::min(line.end, heading->start);
    gap = 2 * gap + (gap > 20 ? 40 : 0);
  }
  const int nearness = gap < 80 ? 3 : gap < 250 ? 2 : gap < 700 ? 1 : gap < 2000 ? 0 : -2;
  return nearness + (line.says_date ? 2 : 0) - (line.aside ? 4 : 0) - (line.is_cut ? 2 : 0);
}

std::vector<std::pair<std::string, std::string>> DatedLines::take(std::string_view title) {
  flush();
  const Heading* heading = main_heading(title);
  std::vector<std::pair<int, const Line*>> order;
  for (const Line& line : lines_) order.emplace_back(score(line, heading), &line);
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  if (order.size() > kMaxTaken) order.resize(kMaxTaken);
  std::vector<std::pair<std::string, std::string>> taken;
  for (const auto& [points, line] : order) {
    std::string from = points >= 4    ? (line->is_time ? "html:time" : "html:byline")
                       : points >= 2  ? "html:header"
                       : points >= -1 ? "html:text"
                                      : "html:aside";
    if (line->says_change) from += ":updated";
    taken.emplace_back(std::move(from), line->written);
  }
  return taken;
}

}  // namespace dossier

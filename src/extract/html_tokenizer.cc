#include "html_tokenizer.h"

#include <algorithm>
#include <utility>

#include "dossier/core/utf8.h"
#include "html_references.h"

namespace dossier {
namespace {

// Elements whose content is text up to their end tag.
struct RawText {
  std::string_view name;
  bool references;  // are resolved in it
  bool swallows;    // the rest of a page if it has no end tag; else the content is read as usual
};
constexpr std::array<RawText, 8> kRawText{{{"iframe", false, false},
                                           {"noembed", false, false},
                                           {"noframes", false, false},
                                           {"script", false, true},
                                           {"style", false, true},
                                           {"textarea", true, false},
                                           {"title", true, false},
                                           {"xmp", false, false}}};

constexpr std::string_view kCdata = "<![CDATA[";

bool is_letter(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_space(char c) noexcept {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// True if `text` begins with `lower`, in whatever case.
bool starts_with_name(std::string_view text, std::string_view lower) noexcept {
  return text.size() >= lower.size() &&
         std::equal(lower.begin(), lower.end(), text.begin(),
                    [](char l, char t) { return t == l || (is_letter(t) && (t | 0x20) == l); });
}

}  // namespace

HtmlTokenizer::HtmlTokenizer(std::string_view html)
    : html_(html),
      xml_(html.substr(std::min(html.find_first_not_of(" \n\t"), html.size())).starts_with("<?xml")) {}

bool HtmlTokenizer::next() {
  if (raw_end_ > at_) {
    give_text(std::exchange(raw_end_, 0), raw_references_);
    return true;
  }
  while (at_ < html_.size()) {
    if (!begins_markup(at_)) {
      std::size_t end = html_.find('<', at_ + 1);
      while (end != std::string_view::npos && !begins_markup(end)) end = html_.find('<', end + 1);
      give_text(std::min(end, html_.size()), true);
      return true;
    }
    if (read_markup()) return true;
  }
  return false;
}

// A "<" before anything else is text.
bool HtmlTokenizer::begins_markup(std::size_t at) const noexcept {
  if (html_[at] != '<' || at + 1 >= html_.size()) return false;
  const char next = html_[at + 1];
  return is_letter(next) || next == '!' || next == '?' || (next == '/' && at + 2 < html_.size());
}

void HtmlTokenizer::give_text(std::size_t end, bool references) {
  token_.kind = HtmlToken::Kind::text;
  token_.text = html_.substr(at_, end - at_);
  at_ = end;
  if (!references || token_.text.find('&') == std::string_view::npos) return;
  decoded_.clear();
  append_decoded(decoded_, token_.text);
  token_.text = decoded_;
}

// Reads what the "<" at at_ opens. True if it gave a token.
bool HtmlTokenizer::read_markup() {
  const std::string_view rest = html_.substr(at_, kCdata.size());
  if (is_letter(rest[1])) return read_tag(HtmlToken::Kind::start, at_ + 1);
  if (rest[1] == '/' && is_letter(rest[2])) return read_tag(HtmlToken::Kind::end, at_ + 2);
  if (rest.starts_with("<!--")) {
    // "<!-->" is a comment, too.
    skip_past("-->", at_ + 2);
  } else if (xml_ && rest == kCdata) {
    return read_cdata();
  } else if (rest[1] == '!') {
    skip_declaration();
  } else {
    skip_past(">", at_ + 1);
  }
  return false;
}

bool HtmlTokenizer::read_cdata() {
  at_ += kCdata.size();
  const std::size_t close = std::min(html_.find("]]>", at_), html_.size());
  const bool any = close > at_;
  if (any) give_text(close, false);
  at_ = std::min(close + 3, html_.size());
  return any;
}

void HtmlTokenizer::skip_past(std::string_view close, std::size_t from) {
  const std::size_t end = html_.find(close, from);
  at_ = end == std::string_view::npos ? html_.size() : end + close.size();
}

// The doctype may hold declarations of its own in brackets.
void HtmlTokenizer::skip_declaration() {
  if (!std::exchange(seen_doctype_, true) && starts_with_name(html_.substr(at_), "<!doctype")) {
    const std::size_t bracket = html_.find_first_of("[>", at_);
    const bool subset = bracket != std::string_view::npos && html_[bracket] == '[';
    const std::size_t close = subset ? html_.find("]>", bracket) : std::string_view::npos;
    if (close != std::string_view::npos) at_ = close;
  }
  skip_past(">", at_);
}

bool HtmlTokenizer::read_tag(HtmlToken::Kind kind, std::size_t name_start) {
  at_ = name_start;
  while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '/' && html_[at_] != '>') ++at_;
  token_.kind = kind;
  token_.name = ascii_lower(html_.substr(name_start, at_ - name_start));
  token_.attributes.clear();
  token_.self_closing = false;
  const bool foreign = token_.name == "svg" || token_.name == "math";
  while (at_ < html_.size() && html_[at_] != '>') {
    if (html_[at_] == '/') {
      ++at_;
      token_.self_closing = (xml_ || foreign || foreign_ > 0) && at_ < html_.size() && html_[at_] == '>';
    } else if (is_space(html_[at_])) {
      ++at_;
    } else {
      read_attribute();
    }
  }
  if (at_ >= html_.size()) return false;  // a tag without an end is none
  ++at_;
  if (foreign && kind == HtmlToken::Kind::end) foreign_ -= foreign_ > 0;
  if (foreign && kind == HtmlToken::Kind::start) foreign_ += !token_.self_closing;
  if (kind == HtmlToken::Kind::start && !token_.self_closing) enter_raw_text();
  return true;
}

void HtmlTokenizer::read_attribute() {
  const std::size_t start = at_++;  // the first character belongs to the name whatever it is
  while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '/' && html_[at_] != '>' &&
         html_[at_] != '=') {
    ++at_;
  }
  const std::string_view name = html_.substr(start, at_ - start);
  std::size_t equals = at_;
  while (equals < html_.size() && is_space(html_[equals])) ++equals;
  if (equals == html_.size() || html_[equals] != '=') return token_.attributes.add(name, {});
  at_ = equals + 1;
  token_.attributes.add(name, read_value());
}

std::string_view HtmlTokenizer::read_value() {
  while (at_ < html_.size() && is_space(html_[at_])) ++at_;
  if (at_ == html_.size()) return {};
  if (html_[at_] == '"' || html_[at_] == '\'') return read_quoted(html_[at_]);
  const std::size_t start = at_;
  while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>') ++at_;
  return html_.substr(start, at_ - start);
}

std::string_view HtmlTokenizer::read_quoted(char quote) {
  const std::size_t start = ++at_;
  bool& none = no_quote_[quote == '"' ? 0 : 1];
  const std::size_t close = none ? std::string_view::npos : html_.find(quote, start);
  none = close == std::string_view::npos;
  // By the standard a quote that is never closed takes the rest of the page; the tag's end saves it.
  at_ = none ? std::min(html_.find('>', start), html_.size()) : close + 1;
  return html_.substr(start, (none ? at_ : close) - start);
}

void HtmlTokenizer::enter_raw_text() {
  const auto raw =
      std::lower_bound(kRawText.begin(), kRawText.end(), token_.name,
                       [](const RawText& row, const std::string& name) { return row.name < name; });
  if (raw == kRawText.end() || raw->name != token_.name) return;
  bool& none = no_end_tag_[static_cast<std::size_t>(raw - kRawText.begin())];
  const std::size_t end = none ? std::string_view::npos : find_end_tag(raw->name);
  none = end == std::string_view::npos;
  raw_references_ = raw->references;
  if (!none) {
    raw_end_ = end;
  } else if (raw->swallows) {
    swallowed_ = html_.substr(at_);
    at_ = html_.size();
  }
}

std::size_t HtmlTokenizer::find_end_tag(std::string_view name) const noexcept {
  for (std::size_t i = html_.find("</", at_); i != std::string_view::npos; i = html_.find("</", i + 2)) {
    if (!starts_with_name(html_.substr(i + 2), name)) continue;
    const std::size_t behind = i + 2 + name.size();
    if (behind == html_.size() || is_space(html_[behind]) || html_[behind] == '/' || html_[behind] == '>')
      return i;
  }
  return std::string_view::npos;
}

}  // namespace dossier

#include "json_text.h"

#include <fmt/format.h>

#include <iterator>

#include "blocks.h"
#include "clean_text.h"
#include "dossier/core/utf8.h"

namespace dossier {
namespace {

constexpr std::size_t kShortBytes = 100;  // of a value that shares a paragraph with others
constexpr std::size_t kMostLineBytes = 2000;
constexpr std::size_t kMostKeyBytes = 100;

// "date_published" reads as "date published".
std::string readable(std::string_view key) {
  std::string name = collapse_whitespace(clean_text(truncate_utf8(key, kMostKeyBytes)));
  for (char& c : name) c = c == '_' ? ' ' : c;
  return name;
}

}  // namespace

JsonText::Element& JsonText::element() {
  if (!element_open_) elements.emplace_back();
  element_open_ = true;
  return elements.back();
}

// Whether a value that comes now is a field of the element itself.
bool JsonText::is_own_field() const noexcept {
  return !open_.empty() && !open_.back().is_array && open_.size() == (is_array ? 2u : 1u);
}

bool JsonText::start_object(std::size_t) {
  flush_lines();
  element();
  open_.push_back({});
  return true;
}

bool JsonText::start_array(std::size_t) {
  if (open_.empty())
    is_array = true;
  else
    element();
  open_.push_back({.is_array = true, .key = open_.empty() ? "" : open_.back().key});
  return true;
}

bool JsonText::key(string_t& name) {
  open_.back().key = name.substr(0, kMostKeyBytes);
  return true;
}

bool JsonText::close() {
  if (!open_.back().is_array) flush_lines();
  open_.pop_back();
  if (open_.size() == (is_array ? 1u : 0u)) {
    flush_lines();
    element_open_ = false;
  }
  return true;
}

bool JsonText::scalar(const std::string& text) {
  Element& own = element();
  const std::string key = open_.empty() ? std::string() : open_.back().key;
  if (is_own_field()) {
    if (std::string* field = own.record.field(key)) *field = text;
  }
  add_line(key, text);
  if (open_.size() == 1 && is_array) element_open_ = false, flush_lines();
  return true;
}

bool JsonText::string(string_t& value) {
  if (is_own_field() && open_.back().key == "text") {
    element().has_text = true;
    element().record.text = value;
    flush_lines();
    for (Block& block : split_paragraphs(clean_text(value))) element().blocks.push_back(std::move(block));
    return true;
  }
  return scalar(value);
}

void JsonText::add_line(std::string_view key, const std::string& text) {
  const std::string value = clean_text(text);
  if (!has_word(value)) return;
  const std::string name = readable(key);
  const bool is_short = value.size() <= kShortBytes && value.find('\n') == std::string::npos;
  if (!is_short) {
    flush_lines();
    std::vector<Block> blocks = split_paragraphs(value);
    if (!blocks.empty() && !name.empty()) blocks.front().text.insert(0, name + ": ");
    std::vector<Block>& into = elements.back().blocks;
    if (into.size() <= max_blocks)
      into.insert(into.end(), std::make_move_iterator(blocks.begin()), std::make_move_iterator(blocks.end()));
    return;
  }
  // Values of one array stand on one line.
  const bool goes_on = !open_.empty() && open_.back().is_array && name == last_key_ && !lines_.empty();
  if (goes_on)
    lines_ += ", " + value;
  else
    lines_ += (lines_.empty() ? "" : "\n") + (name.empty() ? value : name + ": " + value);
  last_key_ = name;
  if (lines_.size() > kMostLineBytes) flush_lines();
}

void JsonText::flush_lines() {
  if (lines_.empty()) return;
  if (elements.back().blocks.size() <= max_blocks)
    elements.back().blocks.push_back({.text = std::move(lines_)});
  lines_.clear();
  last_key_.clear();
}

bool JsonText::parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) {
  problem = fmt::format("not valid JSON from byte {} on", position);
  return false;
}

void JsonText::finish() {
  if (!elements.empty()) flush_lines();
}

}  // namespace dossier

#include "dossier/dates/mentions.h"

#include <algorithm>

#include "dossier/core/utf8.h"
#include "grammar.h"
#include "resolver.h"
#include "tokens.h"

namespace dossier {

namespace dates {
namespace {

// A block of text between empty lines. Of a longer one only so many bytes are looked at together.
constexpr std::size_t kMaxBlockBytes = 1 << 16;
// A block of one line this short that does not end like a sentence is a heading.
constexpr std::size_t kHeadingBytes = 80;
// A date this many tokens from the beginning of a paragraph begins it.
constexpr std::size_t kLeadTokens = 3;
// Dates with at most so many tokens between may be partners.
constexpr std::size_t kJointTokens = 3;

struct Block {
  std::size_t start;
  std::size_t end;
  std::size_t next;  // where the next one begins
};

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// The block that begins at `start`: up to an empty line, or where it is cut for its length.
Block block_at(std::string_view text, std::size_t start) {
  const std::size_t limit = std::min(text.size(), start + kMaxBlockBytes);
  const std::string_view whole = text.substr(start, limit - start);
  for (std::size_t end = 0; (end = whole.find('\n', end)) != std::string_view::npos; ++end) {
    std::size_t next = start + end + 1;
    std::size_t lines = 1;
    for (; next < text.size() && is_blank(text[next]); ++next) lines += text[next] == '\n';
    if (lines > 1) return {start, start + end, next};
  }
  if (limit == text.size()) return {start, limit, limit};
  const std::size_t space = std::max(whole.rfind(' ') + 1, whole.rfind('\n') + 1);  // 0 if there is none
  std::size_t cut = space > 0 ? start + space : limit;
  while (!is_code_point_boundary(text, cut)) --cut;
  return {start, cut, cut};
}

bool is_heading(std::string_view block) {
  block = trim(block);
  if (block.empty() || block.size() > kHeadingBytes || block.find('\n') != std::string_view::npos)
    return false;
  constexpr std::string_view kEnds = ".;,!?";
  return kEnds.find(block.back()) == std::string_view::npos;
}

Joint joint_between(const Reader& reader, const Found& left, const Found& right) {
  if (right.first - left.last > kJointTokens) return Joint::none;
  Joint joint = Joint::list;
  for (std::size_t i = left.last; i < right.first; ++i) {
    const char32_t c = reader.mark(i);
    if (c == '.' || c == ';' || c == '(' || c == ')' || c == ':') return Joint::none;
    if (reader.is(i, Role::to) || reader.is_dash(i)) joint = Joint::range;
    const bool joins = c != 0 || reader.is(i, Role::to) || reader.is(i, Role::both) ||
                       reader.is(i, Role::before_year) || reader.is_article(i);
    if (!joins) return Joint::none;
  }
  return joint;
}

// A new line begins a paragraph where the one before ended a sentence.
bool begins_paragraph(const Reader& reader, std::size_t i) {
  if (i == 0) return true;
  return reader.at(i).line_start && (reader.ends_sentence(i - 1) || reader.is_mark(i - 1, ':'));
}

}  // namespace
}  // namespace dates

struct MentionFinder::Impl {
  dates::Tokens tokens;
  std::vector<dates::Found> found;
  std::vector<dates::Pending> pending;
  std::uint32_t paragraph = 0;
  std::uint32_t section = 0;

  void read_block(std::string_view text, std::size_t start, dates::Languages languages) {
    const bool heading = dates::is_heading(text);
    section += heading;
    ++paragraph;
    tokens.read(text, languages);
    if (tokens.triggers().empty()) return;
    found.clear();
    dates::find_dates(tokens, languages, found);
    const dates::Reader reader(tokens, languages);
    std::size_t at = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
      const dates::Found& one = found[i];
      bool begins = heading;
      for (; at <= one.first; ++at) {
        if (at > 0 && dates::begins_paragraph(reader, at)) ++paragraph;
      }
      for (std::size_t k = one.first, steps = 0; steps <= dates::kLeadTokens && !begins; ++steps) {
        begins = dates::begins_paragraph(reader, k);
        if (k-- == 0) break;
      }
      pending.push_back({.start = static_cast<std::uint32_t>(start + tokens.at(one.first).start),
                         .end = static_cast<std::uint32_t>(start + tokens.at(one.last - 1).end),
                         .paragraph = paragraph,
                         .section = section,
                         .begins = begins,
                         .joint = i + 1 < found.size() ? dates::joint_between(reader, one, found[i + 1])
                                                       : dates::Joint::none,
                         .future = one.future,
                         .date = one.date,
                         .until = one.until});
    }
  }
};

MentionFinder::MentionFinder() : impl_(std::make_unique<Impl>()) {}
MentionFinder::~MentionFinder() = default;
MentionFinder::MentionFinder(MentionFinder&&) noexcept = default;

std::vector<DateMention> MentionFinder::find(std::string_view text, const MentionContext& context) {
  impl_->pending.clear();
  const dates::Languages languages = dates::language_bits(context.language);
  for (std::size_t start = 0; start < text.size();) {
    const dates::Block block = dates::block_at(text, start);
    impl_->read_block(text.substr(block.start, block.end - block.start), block.start, languages);
    start = block.next;
  }
  return dates::resolve(impl_->pending, context.published);
}

}  // namespace dossier

#include "dossier/dates/mentions.h"

#include <algorithm>

#include "grammar.h"
#include "resolver.h"
#include "tokens.h"

namespace dossier {

namespace dates {
namespace {

// Of a longer paragraph only so many bytes are looked at together.
constexpr std::size_t kMaxParagraphBytes = 1 << 20;

// A paragraph this short is a heading, for all that dates need to know; and a date this near its beginning
// begins it.
constexpr std::size_t kHeadingBytes = 80;
constexpr std::size_t kLeadTokens = 3;

// Where the paragraph that begins at `start` ends: at an empty line, or where it is cut for its length.
std::size_t end_of_paragraph(std::string_view text, std::size_t start) {
  const std::size_t limit = std::min(text.size(), start + kMaxParagraphBytes);
  const std::size_t end = text.substr(0, limit).find("\n\n", start);
  if (end != std::string_view::npos) return end;
  if (limit == text.size()) return limit;
  const std::size_t space = text.find_last_of(" \n", limit);
  std::size_t cut = space == std::string_view::npos || space <= start ? limit : space;
  while (cut < text.size() && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) ++cut;
  return cut;
}

// Whether nothing but joints stands between two dates.
bool are_joined(const Tokens& tokens, const Found& left, const Found& right, Languages languages) {
  if (right.first - left.last > 3) return false;
  for (std::size_t i = left.last; i < right.first; ++i) {
    const DateToken& token = tokens.at(i);
    if (token.type == TokenType::mark) {
      const auto c = static_cast<char32_t>(token.value);
      if (c == '.' || c == ';' || c == '(' || c == ')' || c == ':') return false;
      continue;
    }
    const bool joint = tokens.find(i, Role::to, languages) != nullptr ||
                       tokens.find(i, Role::both, languages) != nullptr ||
                       tokens.find(i, Role::before_year, languages) != nullptr ||
                       tokens.find(i, Role::article, languages) != nullptr;
    if (!joint) return false;
  }
  return true;
}

}  // namespace
}  // namespace dates

struct MentionFinder::Impl {
  dates::Tokens tokens;
  std::vector<dates::Found> found;
  std::vector<dates::Pending> pending;

  void read_paragraph(std::string_view text, std::size_t start, std::size_t end, std::uint32_t number,
                      const dates::GrammarOptions& options) {
    tokens.read(text.substr(start, end - start));
    if (tokens.triggers().empty()) return;
    found.clear();
    dates::Grammar(tokens, options).find(found);
    for (std::size_t i = 0; i < found.size(); ++i) {
      const dates::Found& one = found[i];
      pending.push_back(
          {.start = static_cast<std::uint32_t>(start + tokens.at(one.first).start),
           .end = static_cast<std::uint32_t>(start + tokens.at(one.last - 1).end),
           .paragraph = number,
           .begins = i == 0 && (one.first <= dates::kLeadTokens || end - start <= dates::kHeadingBytes),
           .joined = i + 1 < found.size() && dates::are_joined(tokens, one, found[i + 1], options.languages),
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
  dates::GrammarOptions options{.languages = dates::language_bits(context.language)};
  std::uint32_t number = 0;
  for (std::size_t start = 0; start < text.size(); ++number) {
    const std::size_t end = dates::end_of_paragraph(text, start);
    impl_->read_paragraph(text, start, end, number, options);
    start = end;
    while (start < text.size() && text[start] == '\n') ++start;
    if (start == end && start < text.size() && text[start] != ' ') continue;
  }
  return dates::resolve(impl_->pending, context.published);
}

}  // namespace dossier

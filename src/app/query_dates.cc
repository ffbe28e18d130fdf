#include "dossier/app/query_dates.h"

#include <algorithm>
#include <variant>

#include "dossier/core/calendar.h"
#include "dossier/core/utf8.h"
#include "dossier/dates/mentions.h"
#include "dossier/query/parser.h"

namespace dossier {
namespace {

// A bare year before that is likelier a number of something: "UN 1244".
constexpr int kFirstBareYear = 1500;

// Digits of other scripts are not told from other characters here.
bool may_have_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; });
}

// What the plain words of a query look like: their letters where they stand, and spaces elsewhere. Empty if
// it asks for a date.
std::string plain_words(const ParsedQuery& query) {
  std::string out(query.text.size(), ' ');
  const auto keep = [&](const Node& node) {
    const auto* word = std::get_if<WordNode>(&node.value);
    if (word == nullptr || word->form == WordForm::prefix || word->form == WordForm::fuzzy) return;
    query.text.copy(out.data() + node.span.offset, node.span.length, node.span.offset);
  };
  for (const Node& root : query.root) {
    keep(root);
    const auto* sequence = std::get_if<SequenceNode>(&root.value);
    if (sequence == nullptr) continue;
    for (const SequenceNode::Item& item : sequence->items) {
      if (std::holds_alternative<DateNode>(item.node.value)) return {};
      if (item.occur != Occur::excluded) keep(item.node);
    }
  }
  return out;
}

}  // namespace

std::vector<QueryDate> dates_among_words(const SearchRequest& request) {
  std::vector<QueryDate> dates;
  const bool has_filter = !request.published.empty() || !request.mentioned.empty();
  if (has_filter || !may_have_digit(request.query) || !is_valid_utf8(request.query)) return dates;
  const std::string words = plain_words(parse_query(request.query));
  if (trim(words).empty()) return dates;
  MentionFinder finder;
  for (const DateMention& mention : finder.find(words, {})) {
    if (mention.precision == CalendarUnit::year && mention.days.first < year_interval(kFirstBareYear).first)
      continue;
    dates.push_back({{mention.start, mention.end - mention.start},
                     format_partial_date({mention.days, mention.precision})});
  }
  return dates;
}

}  // namespace dossier

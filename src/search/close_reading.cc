#include "close_reading.h"

#include <algorithm>
#include <cmath>

#include "dossier/index/schema.h"
#include "dossier/text/function_words.h"
#include "dossier/text/stemmer.h"

namespace dossier {
namespace {

// Two words of a query belong together up to so many content words apart, and up to so many in a text.
constexpr std::size_t kQueryDistance = 4;
constexpr std::uint32_t kTextDistance = 6;
// Pasted pages: of longer queries the first words are enough to see what stands together.
constexpr std::size_t kMostWords = 64;
constexpr std::size_t kFewestFeedback = 2;  // texts that must share a word

// BM25's share of a count, up to k1 + 1.
double saturated(double count, double k1, double discount) noexcept {
  return count * (k1 + 1) / (count + discount);
}

// What a pair counts for at a distance, from 1: more than one where the words stand side by side.
double nearness(std::uint32_t distance) noexcept {
  return 0.5 + 1.0 / distance;
}

}  // namespace

CloseReading::CloseReading(const IndexReader& reader, Analyzer& analyzer, const CompiledQuery& query,
                           const RankingOptions& ranking)
    : reader_(reader),
      database_(reader.database()),
      analyzer_(analyzer),
      query_(query),
      ranking_(ranking),
      average_length_(std::max(1.0, database_.get_avlength())) {
  for (const Leaf& leaf : query.leaves) {
    if (leaf.matcher && leaf.typed() && words_.size() < kMostWords) add_word(leaf);
  }
  add_pairs();
}

double CloseReading::rarity(double passages) const {
  const double all = database_.get_doccount();
  const double in = std::min(all, passages);
  return std::log(1 + (all - in + 0.5) / (in + 0.5));
}

void CloseReading::add_word(const Leaf& leaf) {
  const TokenMatcher& matcher = query_.matchers[*leaf.matcher];
  if (matcher.stems.empty()) return;
  add_form(leaf.word);
  const auto known = std::find_if(words_.begin(), words_.end(),
                                  [&](const Word& word) { return word.stems == matcher.stems; });
  const auto number = static_cast<std::uint32_t>(known - words_.begin());
  sequence_.push_back(number);
  if (known != words_.end()) return;
  double passages = 0;
  for (const std::string& term : leaf.terms) passages += database_.get_termfreq(term);
  words_.push_back({.stems = matcher.stems, .rarity = rarity(passages)});
  for (const std::string& stem : matcher.stems) by_stem_[stem].push_back(number);
}

void CloseReading::add_form(const std::string& written) {
  const auto known =
      std::find_if(forms_.begin(), forms_.end(), [&](const Form& form) { return form.written == written; });
  if (known != forms_.end()) {
    known->repeats += 1;
    return;
  }
  forms_.push_back({.written = written, .rarity = rarity(database_.get_termfreq(written)), .repeats = 1});
}

void CloseReading::add_pairs() {
  const std::size_t count = words_.size();
  pair_of_.assign(count * count, -1);
  for (std::size_t i = 0; i < sequence_.size(); ++i) {
    for (std::size_t j = i + 1; j < std::min(sequence_.size(), i + 1 + kQueryDistance); ++j) {
      std::int32_t& pair = pair_of_[sequence_[i] * count + sequence_[j]];
      if (pair >= 0 || sequence_[i] == sequence_[j]) continue;
      pair = static_cast<std::int32_t>(pair_rarity_.size());
      // As if words stood together by chance alone: their frequencies multiply.
      pair_rarity_.push_back(words_[sequence_[i]].rarity + words_[sequence_[j]].rarity);
    }
  }
}

CloseReading::Reading CloseReading::read(const Candidate& candidate, bool feedback) {
  Reading reading{.written = std::vector<double>(forms_.size()),
                  .pairs = std::vector<double>(pair_rarity_.size()),
                  .expansion = std::vector<double>(expansion_.size())};
  const double length = database_.get_doclength(candidate.docid) / average_length_;
  reading.discount = ranking_.k1 * (1 - ranking_.b + ranking_.b * length);
  const StoredPassage passage = reader_.passage(candidate.docid);
  const Columns& columns = reader_.columns();
  const std::string& language = columns.languages()[columns.rows()[candidate.document].language];
  read_text(reader_.document(candidate.document).title, language, feedback, reading);
  read_text(passage.text, text_language(passage.language, language), feedback, reading);
  return reading;
}

void CloseReading::read_text(std::string_view text, std::string_view language, bool feedback,
                             Reading& reading) {
  places_.clear();
  std::uint32_t position = 0;
  analyzer_.analyze(text, language, [&](const Token& token) {
    const TermForms& forms = *token.term;
    if (is_function_word(forms.meeting_form())) return;
    // A compound stands where its first part does.
    if (token.kind != TokenKind::compound) ++position;
    const auto add = [&](const std::string& stem) {
      const auto found = by_stem_.find(stem);
      if (found == by_stem_.end()) return false;
      for (const std::uint32_t word : found->second) places_.push_back({position, word});
      for (std::size_t i = 0; i < forms_.size(); ++i)
        reading.written[i] += forms.written == forms_[i].written;
      return true;
    };
    if (add(forms.stem) || (!forms.folded_stem.empty() && add(forms.folded_stem))) return;
    if (token.kind == TokenKind::compound) return;
    reading.length += 1;
    if (feedback) reading.stems[forms.stem] += 1;
    if (by_expansion_.empty()) return;
    const auto found = by_expansion_.find(forms.stem);
    if (found != by_expansion_.end()) reading.expansion[found->second] += 1;
  });
  count_pairs(reading);
}

void CloseReading::count_pairs(Reading& reading) const {
  for (std::size_t i = 0; i < places_.size(); ++i) {
    for (std::size_t j = i + 1; j < places_.size(); ++j) {
      if (places_[j].position > places_[i].position + kTextDistance) break;
      if (places_[j].position == places_[i].position)
        continue;  // one token of the text, two words of the query
      const std::int32_t pair = pair_of_[places_[i].word * words_.size() + places_[j].word];
      if (pair >= 0)
        reading.pairs[static_cast<std::size_t>(pair)] += nearness(places_[j].position - places_[i].position);
    }
  }
}

bool CloseReading::may_expand(std::span<const Candidate> first, Expand expand) const {
  if (expand == Expand::off || words_.size() < 2) return false;
  // Phrases, fields and spellings say exactly what is wanted.
  const bool plain = std::all_of(query_.leaves.begin(), query_.leaves.end(), [&](const Leaf& leaf) {
    return !leaf.typed() || (leaf.matcher && !query_.matchers[*leaf.matcher].stems.empty());
  });
  if (!plain || first.size() <= kFewestFeedback) return false;
  if (expand == Expand::on) return true;
  if (first.size() < ranking_.feedback) return false;
  // Hits that all score alike are no better than their neighbours: nothing can be learnt from them.
  return first[0].score() >= ranking_.feedback_lead * first[ranking_.feedback - 1].score();
}

// Relevance model (Lavrenko and Croft, 2001): a word's share in each text, by how well the text scores.
void CloseReading::choose_expansion(std::span<const Candidate> first, std::span<Reading> readings) {
  double total = 0;
  for (const Candidate& candidate : first) total += candidate.score();
  std::unordered_map<std::string, std::pair<double, std::size_t>> shares;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    for (const auto& [stem, count] : readings[i].stems) {
      auto& [share, texts] = shares[stem];
      share += first[i].score() / total * count / std::max(1.0, readings[i].length);
      ++texts;
    }
  }
  for (const auto& [stem, shared] : shares) {
    if (shared.second >= kFewestFeedback) expansion_.push_back({.stem = stem, .weight = shared.first});
  }
  const auto heavier = [](const ExpansionWord& a, const ExpansionWord& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.stem < b.stem;
  };
  const std::size_t kept = std::min(expansion_.size(), ranking_.expansion_words);
  std::partial_sort(expansion_.begin(), expansion_.begin() + static_cast<std::ptrdiff_t>(kept),
                    expansion_.end(), heavier);
  expansion_.resize(kept);
  double sum = 0;
  for (const ExpansionWord& word : expansion_) sum += word.weight;
  double asked = 0;
  for (const Form& form : forms_) asked += form.repeats;
  for (ExpansionWord& word : expansion_) {
    word.weight *= ranking_.expansion_weight * asked / sum;
    const std::string term = std::string(schema::prefix::stem) + word.stem;
    expansion_weight_.push_back(word.weight * rarity(database_.get_termfreq(term)));
    by_expansion_.emplace(word.stem, by_expansion_.size());
  }
  for (Reading& reading : readings) {
    reading.expansion.resize(expansion_.size());
    for (std::size_t i = 0; i < expansion_.size(); ++i) {
      const auto found = reading.stems.find(expansion_[i].stem);
      if (found != reading.stems.end()) reading.expansion[i] = found->second;
    }
  }
  for (ExpansionWord& word : expansion_) word.stem = without_family(word.stem);  // to be shown
}

void CloseReading::weigh(Candidate& candidate, const Reading& reading) const {
  const auto sum = [&](const std::vector<double>& counts, auto&& weight) {
    double score = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (counts[i] > 0) score += weight(i) * saturated(counts[i], ranking_.k1, reading.discount);
    }
    return score;
  };
  candidate.close.proximity =
      ranking_.proximity_weight * sum(reading.pairs, [&](std::size_t i) { return pair_rarity_[i]; });
  candidate.close.written = ranking_.written_weight * sum(reading.written, [&](std::size_t i) {
                              return forms_[i].repeats * forms_[i].rarity;
                            });
  candidate.close.expansion = sum(reading.expansion, [&](std::size_t i) { return expansion_weight_[i]; });
  if (candidate.close.expansion == 0) return;
  for (std::size_t i = 0; i < reading.expansion.size(); ++i) {
    const double count = reading.expansion[i];
    candidate.close.expansion_words.push_back(
        count > 0 ? expansion_weight_[i] * saturated(count, ranking_.k1, reading.discount) : 0);
  }
}

void CloseReading::read(std::span<Candidate> first, Expand expand) {
  if (words_.empty()) return;
  const std::size_t feedback = may_expand(first, expand) ? std::min(first.size(), ranking_.feedback) : 0;
  std::vector<Reading> readings;
  for (std::size_t i = 0; i < feedback; ++i) readings.push_back(read(first[i], true));
  if (feedback > 0) choose_expansion(first.first(feedback), readings);
  for (std::size_t i = 0; i < first.size(); ++i)
    weigh(first[i], i < feedback ? readings[i] : read(first[i], false));
}

}  // namespace dossier

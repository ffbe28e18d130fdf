#include "near_source.h"

#include <algorithm>
#include <numeric>

#include "dossier/query/positions.h"

namespace dossier {
namespace {

// A posting list held in memory.
class DocidSource : public Xapian::PostingSource {
 public:
  explicit DocidSource(std::vector<Xapian::docid> ids) : ids_(std::move(ids)) {}

  Xapian::doccount get_termfreq_min() const override { return size(); }
  Xapian::doccount get_termfreq_est() const override { return size(); }
  Xapian::doccount get_termfreq_max() const override { return size(); }
  void next(double) override { at_ = started_ ? at_ + 1 : 0, started_ = true; }
  void skip_to(Xapian::docid id, double) override {
    started_ = true;
    at_ = static_cast<std::size_t>(
        std::lower_bound(ids_.begin() + static_cast<std::ptrdiff_t>(at_), ids_.end(), id) - ids_.begin());
  }
  bool at_end() const override { return started_ && at_ >= ids_.size(); }
  Xapian::docid get_docid() const override { return ids_[at_]; }
  PostingSource* clone() const override { return new DocidSource(ids_); }  // Xapian takes it over
  void init(const Xapian::Database&) override { at_ = 0, started_ = false; }
  std::string get_description() const override { return "NEAR over phrases"; }

 private:
  Xapian::doccount size() const { return static_cast<Xapian::doccount>(ids_.size()); }

  std::vector<Xapian::docid> ids_;
  std::size_t at_ = 0;
  bool started_ = false;
};

std::vector<PositionSpan> word_spans(const Xapian::Database& database, Xapian::docid id,
                                     const std::vector<std::string>& terms) {
  std::vector<std::uint32_t> positions;
  for (const std::string& term : terms) {
    for (auto at = database.positionlist_begin(id, term); at != database.positionlist_end(id, term); ++at)
      positions.push_back(*at);
  }
  std::sort(positions.begin(), positions.end());
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
  std::vector<PositionSpan> spans;
  for (const std::uint32_t position : positions) spans.push_back({position, position, spans.size()});
  return spans;
}

bool stands_near(const Xapian::Database& database, Xapian::docid id, const std::vector<NearOperand>& operands,
                 std::uint32_t distance, bool ordered) {
  std::vector<std::vector<PositionSpan>> spans;
  for (const NearOperand& operand : operands) {
    std::vector<std::vector<PositionSpan>> parts;
    for (const auto& terms : operand.words) parts.push_back(word_spans(database, id, terms));
    std::vector<std::uint32_t> offsets(parts.size());
    std::iota(offsets.begin(), offsets.end(), 0u);
    spans.push_back(phrase_spans(parts, offsets));
  }
  return !near_spans(spans, distance, ordered)[0].empty();
}

class Collect : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double) override { ids.push_back(document.get_docid()); }
  std::vector<Xapian::docid> ids;
};

}  // namespace

Xapian::Query near_query(const Xapian::Database& database, const std::vector<NearOperand>& operands,
                         std::uint32_t distance, bool ordered) {
  std::vector<Xapian::Query> words;
  for (const NearOperand& operand : operands) {
    for (const auto& terms : operand.words)
      words.emplace_back(Xapian::Query::OP_OR, terms.begin(), terms.end());
  }
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_AND, words.begin(), words.end()));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  Collect candidates;
  enquire.add_matchspy(&candidates);
  enquire.get_mset(0, 0, database.get_doccount());
  std::vector<Xapian::docid> ids;
  for (const Xapian::docid id : candidates.ids) {
    if (stands_near(database, id, operands, distance, ordered)) ids.push_back(id);
  }
  std::sort(ids.begin(), ids.end());
  return Xapian::Query((new DocidSource(std::move(ids)))->release());
}

}  // namespace dossier

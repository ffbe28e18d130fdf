#include <algorithm>
#include <memory>
#include <span>
#include <unordered_map>

#include "dossier/index/relations.h"
#include "dossier/index/schema.h"

namespace dossier {
namespace {

// Fingerprints that are looked up at once, in the order of their terms. 4 MB, and as a rule some 10 MB for
// the documents that have them too; 64 MB at most.
constexpr std::size_t kMostHeld = 250'000;
// A fingerprint that more documents have is a form of words, or their family is so large that its first
// members will do.
constexpr std::size_t kMostHolders = 64;
// Of the fingerprints of the shorter text: fewer shared is no candidate. Comparing texts wants half of the
// words.
constexpr double kLeastShare = 0.25;
constexpr std::uint32_t kLeastShared = 2;

struct Print {
  std::uint64_t fingerprint;
  std::uint32_t at;  // of the document in those that are looked at together
};

struct Candidate {
  std::uint32_t document = 0;
  double share = 0;
};

// Texts that are kept cut into words, since the members of a family are compared one with another; they take
// a multiple of this.
constexpr std::size_t kMostKept = 8 << 20;     // bytes of text
constexpr std::size_t kMostCounts = 32 << 20;  // bytes of word counts that are kept: of some 80 MB of text

// A document's whole text, with the dates that it speaks of.
struct WholeText {
  std::string text;
  std::string title;
  std::vector<ByteRange> dates;
};

class CutDocument {
 public:
  CutDocument(WholeText&& whole, Analyzer& analyzer)
      : whole_(std::move(whole)), cut_({whole_.text, whole_.title, whole_.dates}, analyzer) {}
  CutDocument(const CutDocument&) = delete;
  CutDocument& operator=(const CutDocument&) = delete;

  std::size_t bytes() const noexcept { return whole_.text.size(); }
  Comparison compare_with(const CutDocument& right) const { return cut_.compare_with(right.cut_); }
  WordCounts counts() const { return cut_.counts(); }

 private:
  WholeText whole_;
  CutText cut_;
};

// What was worked out of documents, until there is too much of it.
template <typename Value>
class Kept {
 public:
  explicit Kept(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  template <typename Make>
  std::shared_ptr<const Value> get(std::uint32_t document, Make&& make) {
    if (const auto known = values_.find(document); known != values_.end()) return known->second;
    std::shared_ptr<const Value> fresh = make();
    if (bytes_ + fresh->bytes() > most_bytes_) {
      values_.clear();
      bytes_ = 0;
    }
    bytes_ += fresh->bytes();
    values_.emplace(document, fresh);
    return fresh;
  }

 private:
  const std::size_t most_bytes_;
  std::unordered_map<std::uint32_t, std::shared_ptr<const Value>> values_;
  std::size_t bytes_ = 0;
};

class Finder {
 public:
  Finder(const IndexReader& reader, Analyzer& analyzer, const std::vector<std::uint32_t>& fresh)
      : reader_(reader),
        database_(reader.database()),
        rows_(reader.columns().rows()),
        analyzer_(analyzer),
        fresh_(fresh) {}

  bool run(const std::function<void(std::uint32_t, StoredRelation&&)>& sink,
           const std::function<bool()>& interrupted) {
    for (auto rest = std::span(fresh_); !rest.empty();) {
      std::vector<Print> prints;
      std::size_t count = 0;
      while (count < rest.size() && prints.size() < kMostHeld) {
        read_fingerprints(rest[count], count, prints);
        ++count;
      }
      const auto sharers = find_sharers(rest.first(count), std::move(prints));
      for (std::size_t i = 0; i < count; ++i) {
        if (interrupted && interrupted()) return false;
        compare(rest[i], sharers[i], sink);
      }
      rest = rest.subspan(count);
    }
    return true;
  }

 private:
  // The other documents that share fingerprints with one, ascending, each as often as it shares one.
  using Sharers = std::vector<std::uint32_t>;

  void read_fingerprints(std::uint32_t document, std::size_t at, std::vector<Print>& prints) const {
    const DocumentRow& row = rows_[document];
    const Xapian::docid last = row.first_docid + row.passages - 1;
    auto term = database_.termlist_begin(last);
    const auto end = database_.termlist_end(last);
    for (term.skip_to(std::string(schema::prefix::fingerprint)); term != end; ++term) {
      const auto fingerprint = schema::decode_fingerprint(*term);
      if (!fingerprint) break;
      prints.push_back({*fingerprint, static_cast<std::uint32_t>(at)});
    }
  }

  // Those of each document, each pair of fresh ones once. In the order of the terms, so that the table of
  // postings is read in one direction.
  std::vector<Sharers> find_sharers(std::span<const std::uint32_t> documents,
                                    std::vector<Print> prints) const {
    std::sort(prints.begin(), prints.end(),
              [](const Print& a, const Print& b) { return a.fingerprint < b.fingerprint; });
    std::vector<Sharers> sharers(documents.size());
    for (std::size_t i = 0; i < prints.size();) {
      const std::size_t first = i;
      while (i < prints.size() && prints[i].fingerprint == prints[first].fingerprint) ++i;
      const std::string term = schema::fingerprint_term(prints[first].fingerprint);
      if (database_.get_termfreq(term) == 1) continue;
      for (const std::uint32_t other : first_holders(term)) {
        const bool is_fresh = std::binary_search(fresh_.begin(), fresh_.end(), other);
        for (std::size_t k = first; k < i; ++k) {
          const bool is_later = other >= documents[prints[k].at] && is_fresh;
          if (!is_later) sharers[prints[k].at].push_back(other);
        }
      }
    }
    for (Sharers& others : sharers) std::sort(others.begin(), others.end());
    return sharers;
  }

  std::vector<std::uint32_t> first_holders(const std::string& term) const {
    std::vector<std::uint32_t> documents;
    std::size_t hint = 0;
    const auto end = database_.postlist_end(term);
    for (auto posting = database_.postlist_begin(term); posting != end && documents.size() < kMostHolders;
         ++posting) {
      const std::size_t document = reader_.columns().document_of(*posting, hint);
      if (document < rows_.size()) documents.push_back(static_cast<std::uint32_t>(document));
    }
    return documents;
  }

  void compare(std::uint32_t document, const Sharers& sharers,
               const std::function<void(std::uint32_t, StoredRelation&&)>& sink) {
    for (const Candidate& candidate : candidates(document, sharers)) {
      if (!counts(document)->may_be_related(*counts(candidate.document))) continue;
      const auto ours = cut(document);
      Comparison found = ours->compare_with(*cut(candidate.document));
      if (found.relation == Relation::none) continue;
      sink(document, {.other = candidate.document,
                      .relation = found.relation,
                      .is_part = found.relation == Relation::excerpt && found.left_is_part,
                      .shared = static_cast<std::uint32_t>(found.shared * 1000),
                      .differences = std::move(found.differences),
                      .more = static_cast<std::uint32_t>(found.more)});
    }
  }

  // Those that may be related, the likeliest first.
  std::vector<Candidate> candidates(std::uint32_t document, const Sharers& sharers) {
    std::vector<Candidate> out;
    for (auto next = sharers.begin(); next != sharers.end();) {
      const std::uint32_t other = *next;
      const auto first = next;
      next = std::find_if(first, sharers.end(), [&](std::uint32_t number) { return number != other; });
      const auto count = static_cast<std::size_t>(next - first);
      if (count < kLeastShared) continue;
      const std::uint32_t fewer = std::min(fingerprints(document), fingerprints(other));
      const double share = static_cast<double>(count) / fewer;
      if (share >= kLeastShare) out.push_back({other, share});
    }
    std::sort(out.begin(), out.end(), [](const Candidate& a, const Candidate& b) {
      return a.share != b.share ? a.share > b.share : a.document < b.document;
    });
    out.resize(std::min(out.size(), most_relations));
    return out;
  }

  std::uint32_t fingerprints(std::uint32_t document) {
    const auto [known, is_new] = fingerprints_.try_emplace(document);
    if (is_new) known->second = std::max(1u, reader_.document(document).fingerprints);
    return known->second;
  }

  std::shared_ptr<const CutDocument> cut(std::uint32_t document) {
    return cut_.get(document, [&] { return std::make_shared<const CutDocument>(read(document), analyzer_); });
  }

  std::shared_ptr<const WordCounts> counts(std::uint32_t document) {
    return counts_.get(document, [&] { return std::make_shared<const WordCounts>(cut(document)->counts()); });
  }

  WholeText read(std::uint32_t document) const {
    WholeText out;
    out.title = reader_.document(document).title;
    const DocumentRow& row = rows_[document];
    for (std::uint32_t i = 0; i < row.passages; ++i) {
      const StoredPassage passage = reader_.passage(row.first_docid + i);
      out.text += passage.lead;
      for (const DateMention& mention : passage.mentions)
        out.dates.push_back({out.text.size() + mention.start, out.text.size() + mention.end});
      out.text += passage.text;
    }
    return out;
  }

  const IndexReader& reader_;
  const Xapian::Database& database_;
  std::span<const DocumentRow> rows_;
  Analyzer& analyzer_;
  const std::vector<std::uint32_t>& fresh_;
  std::unordered_map<std::uint32_t, std::uint32_t> fingerprints_;
  Kept<CutDocument> cut_{kMostKept};
  Kept<WordCounts> counts_{kMostCounts};
};

}  // namespace

bool find_relations(const IndexReader& reader, Analyzer& analyzer, const std::vector<std::uint32_t>& fresh,
                    const std::function<void(std::uint32_t, StoredRelation&&)>& sink,
                    const std::function<bool()>& interrupted) {
  return Finder(reader, analyzer, fresh).run(sink, interrupted);
}

}  // namespace dossier

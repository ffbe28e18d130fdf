#include "dossier/search/document_evidence.h"

#include <algorithm>
#include <cmath>

namespace dossier {

DocumentEvidence::DocumentEvidence(const Xapian::Database& database, const Columns& columns,
                                   const std::vector<Leaf>& leaves, const RankingOptions& ranking)
    : database_(database), columns_(columns), leaves_(leaves), ranking_(ranking) {
  double length = 0;
  for (const DocumentRow& row : columns.rows()) {
    if (row.passages == 0) continue;
    ++documents_;
    length += row.length;
  }
  average_length_ = documents_ > 0 ? length / documents_ : 0;
}

template <typename Visit>
void DocumentEvidence::each_row(const std::string& term, const std::vector<std::uint32_t>& documents,
                                Visit&& visit) const {
  const auto rows = columns_.rows();
  auto posting = database_.postlist_begin(term);
  const auto end = database_.postlist_end(term);
  for (std::size_t i = 0; i < documents.size() && posting != end; ++i) {
    const DocumentRow& row = rows[documents[i]];
    if (*posting < row.first_docid) posting.skip_to(row.first_docid);
    if (posting != end) visit(i, row, posting, end);
  }
}

std::vector<double> DocumentEvidence::scores(const std::vector<std::uint32_t>& documents) const {
  std::vector<double> scores(documents.size());
  std::vector<double> frequencies(documents.size());
  const auto rows = columns_.rows();
  const double passages = std::max<double>(1, database_.get_doccount());
  for (const Leaf& leaf : leaves_) {
    if (!leaf.matcher) continue;  // a phrase's words are not looked for by themselves
    std::fill(frequencies.begin(), frequencies.end(), 0.0);
    double in_passages = 0;
    for (const std::string& term : leaf.terms) {
      in_passages += database_.get_termfreq(term);
      each_row(term, documents,
               [&](std::size_t i, const DocumentRow& row, Xapian::PostingIterator& posting,
                   const Xapian::PostingIterator& end) {
                 for (; posting != end && *posting < row.first_docid + row.passages; ++posting)
                   frequencies[i] += posting.get_wdf();
               });
    }
    // The title stands in every passage's terms and counts once.
    for (const std::string& term : leaf.title_terms) {
      each_row(term, documents,
               [&](std::size_t i, const DocumentRow& row, Xapian::PostingIterator& posting,
                   const Xapian::PostingIterator&) {
                 if (*posting == row.first_docid) frequencies[i] += posting.get_wdf();
               });
    }
    if (in_passages == 0) continue;
    // Robertson and Sparck Jones's weight as BM25 has it, the frequency scaled from passages to documents.
    const double in_documents = std::min(documents_, in_passages * documents_ / passages);
    const double rarity = std::log(1 + (documents_ - in_documents + 0.5) / (in_documents + 0.5));
    const double k1 = ranking_.k1, b = ranking_.b;
    for (std::size_t i = 0; i < documents.size(); ++i) {
      if (frequencies[i] == 0) continue;
      const double length = rows[documents[i]].length / average_length_;
      const double saturated = frequencies[i] * (k1 + 1) / (frequencies[i] + k1 * (1 - b + b * length));
      scores[i] += leaf.rank_weight() * rarity * (ranking_.document_presence + saturated);
    }
  }
  return scores;
}

}  // namespace dossier

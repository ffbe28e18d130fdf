#include "relate_documents.h"

#include <algorithm>
#include <vector>

#include "clock.h"
#include "dossier/core/codec.h"
#include "dossier/index/index_reader.h"
#include "dossier/index/relations.h"
#include "dossier/index/schema.h"
#include "dossier/index/xapian_errors.h"

namespace dossier {
namespace {

// What the relations in an index were worked out from.
struct Related {
  std::uint64_t documents = 0;  // numbers below it
  std::uint64_t living = 0;     // of those
  friend bool operator==(const Related&, const Related&) = default;
};

Related decode_related(std::string_view record) {
  ByteReader in(record);
  const Related related{in.u64(), in.u64()};
  return in.ok() ? related : Related{};
}

std::string encode(const Related& related) {
  ByteWriter out;
  out.u64(related.documents);
  out.u64(related.living);
  return out.take();
}

class Relating {
 public:
  Relating(IndexWriter& writer, const std::string& index) : writer_(writer), reader_(index) {}

  void run(const std::function<bool()>& interrupted) {
    if (reader_.database().get_doccount() == 0 && writer_.metadata(schema::key::related).empty()) return;
    const auto rows = reader_.columns().rows();
    const auto living_below = [&](std::uint64_t end) {
      return static_cast<std::uint64_t>(
          std::count_if(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(end),
                        [](const DocumentRow& row) { return row.passages > 0; }));
    };
    const Related before = decode_related(writer_.metadata(schema::key::related));
    const Related now{rows.size(), living_below(rows.size())};
    if (before == now) return;
    const std::uint64_t known = std::min(before.documents, now.documents);
    std::vector<std::uint32_t> fresh;
    if (living_below(known) != before.living) fresh = forget_removed();
    for (std::uint64_t number = known; number < now.documents; ++number) {
      if (rows[number].passages > 0) fresh.push_back(static_cast<std::uint32_t>(number));
    }
    const bool whole = find_relations(
        reader_, analyzer_, fresh,
        [&](std::uint32_t document, StoredRelation&& relation) {
          add(relation.other, turned_round(relation, document));
          add(document, std::move(relation));
        },
        interrupted);
    if (!whole) return;
    writer_.set_metadata(schema::key::related, encode(now));
    writer_.commit(seconds_now());
  }

 private:
  // Gives the documents whose records had no room for all of their family and have now, ascending.
  std::vector<std::uint32_t> forget_removed() {
    std::vector<std::uint32_t> fresh;
    const auto rows = reader_.columns().rows();
    for (const std::uint32_t number : related_documents(reader_)) {
      const bool lives = number < rows.size() && rows[number].passages > 0;
      const std::size_t all = decode_relations(reader_.metadata(schema::key::relations(number))).size();
      const std::vector<StoredRelation> left =
          lives ? relations_of(reader_, number) : std::vector<StoredRelation>{};
      if (left.size() == all) continue;
      put(number, left);
      if (lives && all == most_relations) fresh.push_back(number);
    }
    return fresh;
  }

  void add(std::uint32_t document, StoredRelation&& relation) {
    std::vector<StoredRelation> relations;
    if (const std::string record = writer_.metadata(schema::key::relations(document)); !record.empty())
      relations = decode_relations(record);
    const auto known = std::find_if(relations.begin(), relations.end(), [&](const StoredRelation& other) {
      return other.other == relation.other;
    });
    if (known != relations.end())
      *known = std::move(relation);
    else if (relations.size() < most_relations)
      relations.push_back(std::move(relation));
    else
      return;
    put(document, relations);
  }

  void put(std::uint32_t document, const std::vector<StoredRelation>& relations) {
    writer_.set_metadata(schema::key::relations(document),
                         relations.empty() ? std::string() : encode(relations));
  }

  IndexWriter& writer_;
  IndexReader reader_;
  Analyzer analyzer_;
};

}  // namespace

void relate_documents(IndexWriter& writer, const std::string& index,
                      const std::function<bool()>& interrupted) {
  translating("relating the documents of " + index, [&] { Relating(writer, index).run(interrupted); });
}

}  // namespace dossier

#include "dossier/index/segment_builder.h"

#include <algorithm>
#include <future>
#include <vector>

#include "dossier/core/error.h"
#include "durable.h"
#include "glass_encoding.h"
#include "glass_table.h"
#include "posting_lists.h"
#include "term_store.h"

namespace dossier {
namespace {

using glass::Table;

const std::string& make_folder(const std::string& path) {
  glass::make_database_folder(path);
  return path;
}

}  // namespace

struct SegmentBuilder::Impl {
  explicit Impl(const std::string& folder)
      : path(make_folder(folder)), records(path, Table::docdata), term_lists(path, Table::termlist) {}

  void add_values(std::uint32_t docid, const PassagePostings& postings) {
    if (postings.values().empty()) return;
    key += '\0';
    std::string slots_used;
    std::uint32_t next = 0;
    for (const auto& [slot, value] : postings.values()) {
      values[slot].add(docid, value);
      glass::append_uint(slots_used, slot - next);
      next = slot + 1;
    }
    term_lists.append(key, slots_used);
  }

  // The entries of the postlist table that are no term's, by key.
  glass::Entries facts(const std::map<std::string, std::string>& metadata) {
    glass::Entries entries;
    for (const auto& [name, value] : metadata)
      entries.emplace_back(std::string(glass::metadata_key) + name, value);
    for (auto& [slot, column] : values) column.finish(slot, entries);
    std::sort(entries.begin(), entries.end());
    return entries;
  }

  glass::Root write_postings(const std::vector<std::uint32_t>& order, const glass::Entries& entries) {
    glass::TableWriter table(path, Table::postlist);
    for (const auto& [name, value] : entries) table.append(name, value);
    glass::PostingListWriter list(table);
    list.begin_lengths();
    for (const auto& [docid, length] : lengths) list.add(docid, length);
    list.end();
    std::string buffer;
    for (std::size_t i = 0; i < order.size(); ++i) {
      terms.prefetch(order, i);
      const TermStore::Term& term = terms.term(order[i]);
      list.begin_term(terms.name(term), term.documents, term.occurrences);
      terms.for_each(term, buffer,
                     [&](const TermStore::Posting& posting) { list.add(posting.docid, posting.wdf); });
      list.end();
    }
    return table.finish();
  }

  glass::Root write_positions(const std::vector<std::uint32_t>& order) {
    glass::TableWriter table(path, Table::position);
    std::string buffer;
    std::string place;
    for (std::size_t i = 0; i < order.size(); ++i) {
      terms.prefetch(order, i);
      const TermStore::Term& term = terms.term(order[i]);
      place.clear();
      glass::append_term(place, terms.name(term));
      glass::append_term_end(place);
      const std::size_t prefix = place.size();
      terms.for_each(term, buffer, [&](const TermStore::Posting& posting) {
        if (posting.positions.empty()) return;
        place.resize(prefix);
        glass::append_sortable(place, posting.docid);
        table.append(place, posting.positions);
      });
    }
    return table.finish();
  }

  // Both tables of the postings, each in a thread of its own.
  void write_terms(const std::map<std::string, std::string>& metadata, glass::Version& version) {
    const std::vector<std::uint32_t> order = terms.sorted();
    auto positions = std::async(std::launch::async, [&] { return write_positions(order); });
    version.root(Table::postlist) = write_postings(order, facts(metadata));
    version.root(Table::position) = positions.get();
  }

  std::string path;
  glass::TableWriter records;
  glass::TableWriter term_lists;
  TermStore terms;
  std::map<std::uint32_t, glass::ValueColumn> values;            // by slot
  std::vector<std::pair<std::uint32_t, std::uint32_t>> lengths;  // docid, length
  glass::Statistics statistics;
  std::string key;
};

SegmentBuilder::SegmentBuilder(const std::string& path) : impl_(std::make_unique<Impl>(path)) {}
SegmentBuilder::~SegmentBuilder() = default;

bool SegmentBuilder::is_possible() {
  return glass::is_known_xapian();
}

void SegmentBuilder::add(std::uint32_t docid, const PassagePostings& postings, std::string_view data) {
  Impl& impl = *impl_;
  if (docid <= impl.statistics.last_docid) throw Error(ErrorCode::internal, "docids do not ascend");
  impl.terms.add(docid, postings);
  impl.lengths.emplace_back(docid, postings.length());
  impl.statistics.add(docid, postings.length());
  impl.key.clear();
  glass::append_sortable(impl.key, docid);
  if (!data.empty()) impl.records.append(impl.key, data);
  impl.term_lists.append(impl.key, postings.term_list());
  impl.add_values(docid, postings);
}

std::uint32_t SegmentBuilder::documents() const noexcept {
  return impl_->statistics.documents;
}

std::uint32_t SegmentBuilder::last_docid() const noexcept {
  return impl_->statistics.last_docid;
}

std::uint64_t SegmentBuilder::bytes() const noexcept {
  std::uint64_t total = impl_->terms.bytes() + impl_->lengths.capacity() * sizeof(impl_->lengths[0]);
  for (const auto& [slot, column] : impl_->values) total += column.bytes();
  return total;
}

void SegmentBuilder::finish(const std::map<std::string, std::string>& metadata, std::uint32_t revision) {
  Impl& impl = *impl_;
  glass::Version version;
  version.revision = revision;
  version.root(Table::docdata) = impl.records.finish();
  version.root(Table::termlist) = impl.term_lists.finish();
  impl.write_terms(metadata, version);
  impl.statistics.most_wdf = impl.terms.most_wdf();
  version.statistics = impl.statistics;
  glass::write_version(impl.path, version);
}

}  // namespace dossier

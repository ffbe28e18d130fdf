#include "dossier/index/segment_merger.h"

#include <algorithm>
#include <deque>
#include <future>
#include <memory>
#include <string_view>

#include "glass_encoding.h"
#include "glass_reader.h"
#include "glass_table.h"
#include "posting_lists.h"

namespace dossier {
namespace {

using glass::PostingRun;
using glass::Table;
using glass::TableReader;

class RemovedDocids {
 public:
  explicit RemovedDocids(const std::vector<std::uint32_t>& docids) : docids_(docids) {
    if (docids.empty()) return;
    is_removed_.resize(docids.back() + std::size_t{1});
    for (const std::uint32_t docid : docids) is_removed_[docid] = true;
  }

  bool empty() const noexcept { return docids_.empty(); }
  bool contains(std::uint32_t docid) const { return docid < is_removed_.size() && is_removed_[docid]; }
  bool any(std::uint32_t first, std::uint32_t last) const {
    const auto at = std::lower_bound(docids_.begin(), docids_.end(), first);
    return at != docids_.end() && *at <= last;
  }

 private:
  const std::vector<std::uint32_t>& docids_;
  std::vector<bool> is_removed_;
};

// The same table of all the sources, each at an entry of its own.
class Cursors {
 public:
  Cursors(const std::vector<std::string>& paths, const std::vector<glass::Version>& versions, Table table) {
    for (std::size_t i = 0; i < paths.size(); ++i) {
      Cursor& cursor = cursors_.emplace_back();
      cursor.reader = std::make_unique<TableReader>(paths[i], table, versions[i].root(table));
      cursor.is_live = cursor.reader->next();
    }
  }

  std::size_t size() const noexcept { return cursors_.size(); }
  bool is_live(std::size_t i) const { return cursors_[i].is_live; }
  bool is_at(std::size_t i, std::string_view prefix) const {
    return is_live(i) && key(i).starts_with(prefix);
  }
  std::string_view key(std::size_t i) const { return cursors_[i].reader->key(); }
  std::string_view tag(std::size_t i) const { return cursors_[i].reader->tag(); }
  bool is_compressed(std::size_t i) const { return cursors_[i].reader->is_compressed(); }
  void next(std::size_t i) { cursors_[i].is_live = cursors_[i].reader->next(); }
  // Lets `move` take a cursor's reader on, which says whether it is at an entry then.
  template <typename Move>
  void advance(std::size_t i, const Move& move) {
    cursors_[i].is_live = move(*cursors_[i].reader);
  }

  // Takes over the least key of those that begin so; false: there is none.
  bool least(std::string_view prefix, std::string& out) const {
    std::string_view best;
    for (std::size_t i = 0; i < size(); ++i) {
      if (is_at(i, prefix) && (best.data() == nullptr || key(i) < best)) best = key(i);
    }
    out.assign(best);
    return best.data() != nullptr;
  }

  // The cursor at the least key of all, size() where none is left, and the least key of the others; empty:
  // there is none.
  struct Least {
    std::size_t cursor;
    std::string_view next;
  };
  Least least() const {
    Least found{size(), {}};
    for (std::size_t i = 0; i < size(); ++i) {
      if (!is_live(i)) continue;
      if (found.cursor == size()) {
        found.cursor = i;
      } else if (key(i) < key(found.cursor)) {
        found = {i, key(found.cursor)};
      } else if (found.next.empty() || key(i) < found.next) {
        found.next = key(i);
      }
    }
    return found;
  }

 private:
  struct Cursor {
    std::unique_ptr<TableReader> reader;
    bool is_live = false;
  };
  std::deque<Cursor> cursors_;
};

std::uint32_t docid_behind(std::string_view key, std::size_t prefix) {
  key.remove_prefix(prefix);
  return glass::take_sortable(key);
}

// Of a key of the position table: behind the term, which ends with the first zero byte that is its own.
std::uint32_t docid_of_positions(std::string_view key) {
  std::size_t end = key.find('\0');
  while (end != std::string_view::npos && end + 1 < key.size() && key[end + 1] == '\xFF')
    end = key.find('\0', end + 2);
  if (end == std::string_view::npos) glass::throw_damaged("a key of the position table");
  return docid_behind(key, end + 1);
}

// A posting list's chunk: of the first one its head is taken off, too.
PostingRun take_run(std::string_view tag, std::uint32_t first) {
  PostingRun run{.first = first};
  glass::take_bytes(tag, 1);  // whether it is the last
  run.last = first + static_cast<std::uint32_t>(glass::take_uint(tag));
  run.body = tag;
  return run;
}

template <typename Visit>
void each_posting(const PostingRun& run, Visit&& visit) {
  std::string_view rest = run.body;
  for (std::uint32_t docid = run.first; !rest.empty();) {
    visit(docid, static_cast<std::uint32_t>(glass::take_uint(rest)));
    if (!rest.empty()) docid += static_cast<std::uint32_t>(glass::take_uint(rest)) + 1;
  }
}

class Merger {
 public:
  Merger(const MergeRequest& request, const std::string& path)
      : request_(request), path_(path), removed_(request.removed) {
    for (const std::string& source : request.sources) versions_.push_back(glass::read_version(source));
    merged_.revision = request.revision;
    for (const glass::Version& version : versions_) {
      glass::Statistics& all = merged_.statistics;
      all.most_wdf = std::max(all.most_wdf, version.statistics.most_wdf);
      all.last_docid = std::max(all.last_docid, version.statistics.last_docid);
      all.most_spelling = std::max(all.most_spelling, version.statistics.most_spelling);
    }
  }

  void run() {
    glass::make_database_folder(path_);
    auto beside = std::async(std::launch::async, [this] {
      merge_postings();
      merge_positions();
    });
    merge_records(Table::docdata);
    merge_records(Table::termlist);
    copy_first(Table::spelling);
    copy_first(Table::synonym);
    beside.get();
    glass::write_version(path_, merged_);
  }

 private:
  Cursors cursors(Table table) const { return {request_.sources, versions_, table}; }

  // Keys begin with a docid: one source comes after the other.
  void merge_records(Table table) {
    glass::TableWriter out(path_, table);
    for (std::size_t i = 0; i < versions_.size(); ++i) {
      TableReader in(request_.sources[i], table, versions_[i].root(table));
      for (bool is_live = in.next(); is_live;) {
        is_live = copy_kept(in, {}, out, [&] { return docid_behind(in.key(), 0); });
      }
    }
    merged_.root(table) = out.finish();
  }

  // Copies entries with keys below `bound` (empty: no bound), several at once if they lie so, and goes on
  // behind them; gives whether there are more.
  static bool copy_run(TableReader& in, std::string_view bound, glass::TableWriter& out) {
    const glass::ItemRun run = in.run_below(bound);
    if (run.count > 0) {
      out.append(run);
      return in.skip(run);
    }
    out.append(in.key(), in.tag(), in.is_compressed());
    return in.next();
  }

  // The same where something may be removed; `docid` gives that of the reader's entry.
  template <typename Docid>
  bool copy_kept(TableReader& in, std::string_view bound, glass::TableWriter& out, const Docid& docid) const {
    if (removed_.empty()) return copy_run(in, bound, out);
    if (!removed_.contains(docid())) out.append(in.key(), in.tag(), in.is_compressed());
    return in.next();
  }

  // What is not made of documents.
  void copy_first(Table table) {
    const glass::Root& root = versions_.at(0).root(table);
    if (root.entries == 0) return;
    glass::TableWriter out(path_, table);
    TableReader in(request_.sources[0], table, root);
    while (in.next()) out.append(in.key(), in.tag(), in.is_compressed());
    merged_.root(table) = out.finish();
  }

  // Keys are a term and a docid, and docids ascend from source to source.
  void merge_positions() {
    Cursors in = cursors(Table::position);
    glass::TableWriter out(path_, Table::position);
    for (Cursors::Least least = in.least(); least.cursor < in.size(); least = in.least()) {
      in.advance(least.cursor, [&](TableReader& reader) {
        return copy_kept(reader, least.next, out, [&] { return docid_of_positions(reader.key()); });
      });
    }
    merged_.root(Table::position) = out.finish();
  }

  void merge_postings() {
    const glass::Entries statistics = count_values();
    Cursors in = cursors(Table::postlist);
    glass::TableWriter out(path_, Table::postlist);
    merge_metadata(in, out);
    for (const auto& [key, tag] : statistics) out.append(key, tag);
    merge_values(in, out);
    glass::PostingListWriter list(out);
    merge_lengths(in, list);
    merge_terms(in, out, list);
    merged_.root(Table::postlist) = out.finish();
  }

  // The first source's, changed. Others have none.
  void merge_metadata(Cursors& in, glass::TableWriter& out) const {
    const std::string prefix(glass::metadata_key);
    const auto put = [&](const auto& change) {
      if (!change->second.empty()) out.append(prefix + change->first, change->second);
    };
    auto change = request_.metadata.begin();
    for (; in.is_at(0, prefix); in.next(0)) {
      const std::string_view name = in.key(0).substr(prefix.size());
      for (; change != request_.metadata.end() && change->first < name; ++change) put(change);
      if (change != request_.metadata.end() && change->first == name) continue;  // comes with the changes
      out.append(in.key(0), in.tag(0), in.is_compressed(0));
    }
    for (; change != request_.metadata.end(); ++change) put(change);
  }

  // Takes the values that stay out of a chunk.
  template <typename Visit>
  void each_value(std::string_view key, std::string_view tag, const Visit& visit) const {
    key.remove_prefix(glass::value_chunk_key.size());
    const auto slot = static_cast<std::uint32_t>(glass::take_uint(key));
    for (std::uint32_t docid = glass::take_sortable(key); !tag.empty();) {
      const std::string_view value = glass::take_bytes(tag, glass::take_uint(tag));
      if (!removed_.contains(docid)) visit(slot, docid, value);
      if (!tag.empty()) docid += static_cast<std::uint32_t>(glass::take_uint(tag)) + 1;
    }
  }

  // The statistics stand before the values, which are therefore read twice.
  glass::Entries count_values() const {
    std::map<std::uint32_t, glass::ValueStatistics> slots;
    for (std::size_t i = 0; i < versions_.size(); ++i) {
      TableReader in(request_.sources[i], Table::postlist, versions_[i].root(Table::postlist));
      while (in.next() && in.key() < glass::lengths_key) {
        if (!in.key().starts_with(glass::value_chunk_key)) continue;
        each_value(in.key(), in.tag(), [&](std::uint32_t slot, std::uint32_t, std::string_view value) {
          slots[slot].add(value);
        });
      }
    }
    glass::Entries entries;
    for (const auto& [slot, statistics] : slots) statistics.append_entry(slot, entries);
    std::sort(entries.begin(), entries.end());
    return entries;
  }

  void merge_values(Cursors& in, glass::TableWriter& out) const {
    for (std::size_t i = 0; i < in.size(); ++i) {
      while (in.is_at(i, glass::value_statistics_key) || (i > 0 && in.is_at(i, glass::metadata_key)))
        in.next(i);
    }
    for (std::string key; in.least(glass::value_chunk_key, key);) {
      std::size_t i = 0;
      while (!in.is_at(i, glass::value_chunk_key) || in.key(i) != key) ++i;
      glass::ValueChunk kept;
      std::uint32_t slot = 0;
      each_value(key, in.tag(i), [&](std::uint32_t of, std::uint32_t docid, std::string_view value) {
        slot = of;
        kept.add(docid, value);
      });
      if (!kept.tag.empty()) out.append(kept.key(slot), kept.tag);
      in.next(i);
    }
  }

  void merge_lengths(Cursors& in, glass::PostingListWriter& list) {
    list.begin_lengths();
    for (std::size_t i = 0; i < in.size(); ++i) {
      for (; in.is_at(i, glass::lengths_key); in.next(i)) {
        each_posting(take_chunk(in.key(i), in.tag(i), glass::lengths_key.size()).run,
                     [&](std::uint32_t docid, std::uint32_t length) {
                       if (removed_.contains(docid)) return;
                       list.add(docid, length);
                       merged_.statistics.add(docid, length);
                     });
      }
    }
    list.end();
  }

  struct Chunk {
    std::uint64_t documents = 0, occurrences = 0;  // of the whole list, in its first chunk
    PostingRun run;
  };

  // `prefix`: bytes of a key before the docid, which that of the first chunk has not.
  static Chunk take_chunk(std::string_view key, std::string_view tag, std::size_t prefix) {
    Chunk chunk;
    if (key.size() > prefix) {
      chunk.run = take_run(tag, docid_behind(key, prefix));
      return chunk;
    }
    chunk.documents = glass::take_uint(tag);
    chunk.occurrences = glass::take_uint(tag);
    const auto first = static_cast<std::uint32_t>(glass::take_uint(tag)) + 1;
    chunk.run = take_run(tag, first);
    return chunk;
  }

  // Adds a chunk to those of a term, without what was removed.
  void keep(Chunk&& chunk, Chunk& sums, std::vector<PostingRun>& runs) const {
    sums.documents += chunk.documents;
    sums.occurrences += chunk.occurrences;
    if (!removed_.any(chunk.run.first, chunk.run.last)) {
      runs.push_back(std::move(chunk.run));
      return;
    }
    PostingRun kept;
    each_posting(chunk.run, [&](std::uint32_t docid, std::uint32_t wdf) {
      if (removed_.contains(docid)) {
        --sums.documents;
        sums.occurrences -= wdf;
        return;
      }
      kept.add(docid, wdf);
    });
    if (!kept.body.empty()) runs.push_back(std::move(kept));
  }

  // What only one source has is copied as it is.
  void merge_terms(Cursors& in, glass::TableWriter& out, glass::PostingListWriter& list) const {
    for (Cursors::Least least = in.least(); least.cursor < in.size(); least = in.least()) {
      if (removed_.empty() && in.key(least.cursor) != least.next)
        in.advance(least.cursor, [&](TableReader& reader) { return copy_run(reader, least.next, out); });
      else
        merge_term(std::string(in.key(least.cursor)), in, list);
    }
  }

  void merge_term(const std::string& key, Cursors& in, glass::PostingListWriter& list) const {
    std::vector<PostingRun> runs;
    Chunk sums;
    const std::string further = key + '\0';
    for (std::size_t i = 0; i < in.size(); ++i) {
      if (!in.is_live(i) || in.key(i) != key) continue;
      keep(take_chunk(key, in.tag(i), further.size()), sums, runs);
      for (in.next(i); in.is_at(i, further) && in.key(i)[further.size()] != '\xFF'; in.next(i))
        keep(take_chunk(in.key(i), in.tag(i), further.size()), sums, runs);
    }
    list.begin_encoded_term(key, sums.documents, sums.occurrences);
    for (const PostingRun& run : runs) list.add(run);
    list.end();
  }

  const MergeRequest& request_;
  const std::string path_;
  const RemovedDocids removed_;
  std::vector<glass::Version> versions_;
  glass::Version merged_;
};

}  // namespace

void merge_databases(const MergeRequest& request, const std::string& path) {
  Merger(request, path).run();
}

}  // namespace dossier

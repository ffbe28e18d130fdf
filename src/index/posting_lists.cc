#include "posting_lists.h"

#include "glass_encoding.h"

namespace dossier::glass {
namespace {

constexpr std::size_t kChunkBytes = 2000;  // Xapian's: a chunk that has reached it takes no more

}  // namespace

void PostingRun::extend_to(std::uint32_t docid) {
  if (body.empty())
    first = docid;
  else
    append_uint(body, docid - last - 1);
}

void PostingRun::add(std::uint32_t docid, std::uint32_t wdf) {
  extend_to(docid);
  append_uint(body, wdf);
  last = docid;
}

void PostingRun::append(const PostingRun& run) {
  if (run.body.empty()) return;
  extend_to(run.first);
  body.append(run.body);
  last = run.last;
}

void ValueChunk::add(std::uint32_t docid, std::string_view value) {
  if (tag.empty())
    first = docid;
  else
    append_uint(tag, docid - last - 1);
  append_string(tag, value);
  last = docid;
}

std::string ValueChunk::key(std::uint32_t slot) const {
  std::string out(value_chunk_key);
  append_uint(out, slot);
  append_sortable(out, first);
  return out;
}

void PostingListWriter::begin_term(std::string_view term, std::uint64_t documents,
                                   std::uint64_t occurrences) {
  key_.clear();
  append_term(key_, term);
  begin_encoded_term(key_, documents, occurrences);
}

void PostingListWriter::begin_encoded_term(std::string_view key, std::uint64_t documents,
                                           std::uint64_t occurrences) {
  first_key_.assign(key);
  next_key_.assign(key);
  append_term_end(next_key_);
  begin(documents, occurrences);
}

void PostingListWriter::begin_lengths() {
  first_key_.assign(lengths_key);
  next_key_.assign(lengths_key);
  begin(0, 0);
}

void PostingListWriter::begin(std::uint64_t documents, std::uint64_t occurrences) {
  documents_ = documents;
  occurrences_ = occurrences;
  is_first_ = true;
  chunk_.body.clear();
}

void PostingListWriter::make_room() {
  if (chunk_.body.size() >= kChunkBytes) write_chunk(false);
}

void PostingListWriter::add(std::uint32_t docid, std::uint32_t wdf) {
  make_room();
  chunk_.add(docid, wdf);
}

void PostingListWriter::add(const PostingRun& run) {
  make_room();
  chunk_.append(run);
}

void PostingListWriter::end() {
  if (!chunk_.body.empty()) write_chunk(true);
}

void PostingListWriter::write_chunk(bool is_last) {
  tag_.clear();
  if (is_first_) {
    append_uint(tag_, documents_);
    append_uint(tag_, occurrences_);
    append_uint(tag_, chunk_.first - 1);
  } else {
    key_.assign(next_key_);
    append_sortable(key_, chunk_.first);
  }
  tag_.push_back(is_last ? '1' : '0');
  append_uint(tag_, chunk_.last - chunk_.first);
  tag_.append(chunk_.body);
  table_.append(is_first_ ? first_key_ : key_, tag_);
  is_first_ = false;
  chunk_.body.clear();
}

void ValueStatistics::add(std::string_view value) {
  if (count == 0 || value < least) least = value;
  if (count == 0 || value > most) most = value;
  ++count;
}

void ValueStatistics::append_entry(std::uint32_t slot, Entries& out) const {
  if (count == 0) return;
  std::string key(value_statistics_key);
  append_uint_last(key, slot);
  std::string tag;
  append_uint(tag, count);
  append_string(tag, least);
  if (most != least) tag += most;
  out.emplace_back(std::move(key), std::move(tag));
}

void ValueColumn::add(std::uint32_t docid, std::string_view value) {
  statistics_.add(value);
  if (chunks_.empty() || chunks_.back().tag.size() >= kChunkBytes) {
    chunks_.emplace_back();
    bytes_ += kChunkBytes + sizeof(ValueChunk);
  }
  chunks_.back().add(docid, value);
}

void ValueColumn::finish(std::uint32_t slot, Entries& out) {
  for (ValueChunk& chunk : chunks_) {
    std::string key = chunk.key(slot);
    out.emplace_back(std::move(key), std::move(chunk.tag));
  }
  statistics_.append_entry(slot, out);
}

}  // namespace dossier::glass

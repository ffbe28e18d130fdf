#include "posting_lists.h"

#include "glass_encoding.h"

namespace dossier::glass {
namespace {

constexpr std::size_t kChunkBytes = 2000;  // Xapian's: a chunk that has reached it takes no more

}  // namespace

void PostingListWriter::begin_term(std::string_view term, std::uint64_t documents,
                                   std::uint64_t occurrences) {
  first_key_.clear();
  append_term(first_key_, term);
  next_key_.assign(first_key_);
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
  body_.clear();
}

void PostingListWriter::add(std::uint32_t docid, std::uint32_t wdf) {
  if (body_.size() >= kChunkBytes) write_chunk(false);
  if (body_.empty())
    first_docid_ = docid;
  else
    append_uint(body_, docid - last_docid_ - 1);
  append_uint(body_, wdf);
  last_docid_ = docid;
}

void PostingListWriter::end() {
  if (!body_.empty()) write_chunk(true);
}

void PostingListWriter::write_chunk(bool is_last) {
  tag_.clear();
  if (is_first_) {
    append_uint(tag_, documents_);
    append_uint(tag_, occurrences_);
    append_uint(tag_, first_docid_ - 1);
  } else {
    key_.assign(next_key_);
    append_sortable(key_, first_docid_);
  }
  tag_.push_back(is_last ? '1' : '0');
  append_uint(tag_, last_docid_ - first_docid_);
  tag_.append(body_);
  table_.append(is_first_ ? first_key_ : key_, tag_);
  is_first_ = false;
  body_.clear();
}

void ValueColumn::add(std::uint32_t docid, std::string_view value) {
  if (count_ == 0 || value < least_) least_ = value;
  if (count_ == 0 || value > most_) most_ = value;
  ++count_;
  if (chunk_.empty())
    first_docid_ = docid;
  else
    append_uint(chunk_, docid - last_docid_ - 1);
  append_string(chunk_, value);
  last_docid_ = docid;
  if (chunk_.size() >= kChunkBytes) close_chunk();
}

void ValueColumn::close_chunk() {
  if (chunk_.empty()) return;
  bytes_ += chunk_.size() + sizeof(chunks_[0]);
  chunks_.emplace_back(first_docid_, std::move(chunk_));
  chunk_.clear();
}

void ValueColumn::finish(std::uint32_t slot, Entries& out) {
  close_chunk();
  std::string key(value_chunk_key);
  append_uint(key, slot);
  for (auto& [docid, chunk] : chunks_) {
    std::string place = key;
    append_sortable(place, docid);
    out.emplace_back(std::move(place), std::move(chunk));
  }
  if (count_ == 0) return;
  std::string statistics;
  append_uint(statistics, count_);
  append_string(statistics, least_);
  if (most_ != least_) statistics += most_;
  key.assign(value_statistics_key);
  append_uint_last(key, slot);
  out.emplace_back(std::move(key), std::move(statistics));
}

}  // namespace dossier::glass

#include "dossier/index/word_table.h"

#include <algorithm>
#include <cstring>

#include "dossier/core/utf8.h"
#include "dossier/text/normalizer.h"
#include "dossier/text/unspaced.h"
#include "mapped_file.h"
#include "word_table_file.h"

namespace dossier {
namespace {

constexpr std::string_view kFirstUnspaced = "\u0E01";

// By the last byte: in one script the first ones are all alike.
bool holds(std::string_view form, std::string_view letters) noexcept {
  const std::size_t last = letters.size() - 1;
  for (std::size_t at = 0; at + last < form.size(); ++at) {
    if (form[at + last] == letters[last] && form.substr(at, letters.size()) == letters) return true;
  }
  return false;
}

}  // namespace

WordTable::WordTable(const std::string& path) : file_(std::make_unique<MappedFile>(path)) {
  WordTableHeader header;
  const std::string_view bytes = file_->bytes();
  if (bytes.size() < sizeof header) return;
  std::memcpy(&header, bytes.data(), sizeof header);
  const WordTableHeader expected;
  if (std::memcmp(header.magic, expected.magic, sizeof header.magic) != 0 ||
      header.byte_order != expected.byte_order)
    return;
  const std::uint64_t body = sizeof(Entry) * std::uint64_t{header.words} +
                             sizeof(Key) * std::uint64_t{header.keys} +
                             sizeof(std::uint32_t) * std::uint64_t{header.latin} + header.text;
  if (body != bytes.size() - sizeof header) return;
  const char* at = bytes.data() + sizeof header;
  words_ = header.words;
  key_count_ = header.keys;
  latin_count_ = header.latin;
  entries_ = reinterpret_cast<const Entry*>(at);
  keys_ = reinterpret_cast<const Key*>(at += sizeof(Entry) * words_);
  latin_ = reinterpret_cast<const std::uint32_t*>(at += sizeof(Key) * key_count_);
  text_ = {at + sizeof(std::uint32_t) * latin_count_, header.text};
}

WordTable::~WordTable() = default;

TableWord WordTable::word(std::size_t number) const noexcept {
  if (number >= words_) return {};
  const Entry& entry = entries_[number];
  const std::size_t bytes = std::size_t{entry.meeting} + entry.written + entry.latin;
  if (entry.text > text_.size() || bytes > text_.size() - entry.text) return {};
  TableWord out{.meeting = text_.substr(entry.text, entry.meeting), .passages = entry.passages};
  out.written = entry.written == 0 ? out.meeting : text_.substr(entry.text + entry.meeting, entry.written);
  out.latin =
      entry.latin == 0 ? out.written : text_.substr(entry.text + entry.meeting + entry.written, entry.latin);
  return out;
}

std::size_t WordTable::lower_bound(std::string_view form, std::size_t from) const noexcept {
  // In ever longer steps: what is sought is mostly near.
  std::size_t low = std::min(from, words_), step = 1;
  while (low + step < words_ && word(low + step).meeting < form) {
    low += step;
    step *= 2;
  }
  std::size_t high = std::min(words_, low + step);
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (word(middle).meeting < form)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

WordRun WordTable::beginning(std::string_view meeting) const noexcept {
  const std::size_t begin = lower_bound(meeting);
  std::size_t low = begin, high = words_;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (word(middle).meeting.starts_with(meeting))
      low = middle + 1;
    else
      high = middle;
  }
  return {begin, low};
}

WordRun WordTable::meeting(std::string_view form) const noexcept {
  WordRun run;
  run.begin = run.end = lower_bound(form);
  while (run.end < words_ && word(run.end).meeting == form) ++run.end;
  return run;
}

std::vector<std::uint32_t> WordTable::holding(std::string_view letters, std::size_t most) const {
  std::vector<std::uint32_t> numbers;
  if (letters.empty()) return numbers;
  for (std::size_t i = lower_bound(kFirstUnspaced); i < words_ && numbers.size() < most; ++i) {
    const Entry& entry = entries_[i];
    if (entry.meeting <= letters.size() || entry.text > text_.size() ||
        entry.meeting > text_.size() - entry.text)
      continue;
    const std::string_view form(text_.data() + entry.text, entry.meeting);
    if (holds(form, letters) && is_unspaced_script(decode_utf8(form, 0).code_point))
      numbers.push_back(static_cast<std::uint32_t>(i));
  }
  return numbers;
}

std::vector<std::uint32_t> WordTable::beginning_in_latin(std::string_view letters, std::size_t most) const {
  const std::uint32_t* const end = latin_ + latin_count_;
  const std::uint32_t* at = std::lower_bound(
      latin_, end, letters,
      [&](std::uint32_t number, std::string_view form) { return plain_latin(word(number).latin) < form; });
  std::vector<std::uint32_t> numbers;
  for (; at != end && numbers.size() < most && plain_latin(word(*at).latin).starts_with(letters); ++at)
    numbers.push_back(*at);
  return numbers;
}

std::vector<std::uint32_t> WordTable::with_key(std::string_view key, std::size_t most) const {
  const std::uint32_t wanted = hash_of_key(key);
  const Key* const end = keys_ + key_count_;
  const Key* at =
      std::lower_bound(keys_, end, wanted, [](const Key& k, std::uint32_t h) { return k.hash < h; });
  std::vector<std::uint32_t> numbers;
  for (; at != end && at->hash == wanted && numbers.size() < most; ++at) numbers.push_back(at->word);
  return numbers;
}

bool WordTable::is_of(const std::string& uuid, std::uint64_t revision) const noexcept {
  WordTableHeader header;
  const std::string_view bytes = file_->bytes();
  if (entries_ == nullptr) return false;
  std::memcpy(&header, bytes.data(), sizeof header);
  return header.revision == revision && uuid == std::string_view(header.uuid, sizeof header.uuid);
}

std::string plain_latin(std::string_view latin) {
  std::string plain = fold_diacritics(latin);
  std::erase_if(plain, [](char c) { return c < 'a' || c > 'z'; });
  return plain;
}

std::string word_table_path(const std::string& folder) {
  return folder + "/words";
}

}  // namespace dossier

// Makes the table of words out of the database's terms.
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <future>
#include <limits>
#include <memory>
#include <numeric>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include "dossier/core/utf8.h"
#include "dossier/index/index_reader.h"
#include "dossier/index/schema.h"
#include "dossier/index/word_table.h"
#include "dossier/index/xapian_errors.h"
#include "dossier/text/name_sound.h"
#include "dossier/text/normalizer.h"
#include "durable.h"
#include "mapped_file.h"
#include "word_table_file.h"

namespace dossier {
namespace {

constexpr std::size_t kFewestLetters = 2;
constexpr std::size_t kMostLetters = 40;
constexpr std::size_t kMostBytes = 255;  // of a form, so that its length is a byte

// A word for people: no number, no reference, no chain of letters.
bool is_listed(std::string_view word) {
  if (word.size() > kMostBytes) return false;
  std::size_t letters = 0;
  for (std::size_t i = 0; i < word.size();) {
    const auto [c, next] = decode_utf8(word, i);
    if (c < 0x80 && (c < 'a' || c > 'z')) return false;
    ++letters;
    i = next;
  }
  return letters <= kMostLetters && (letters >= kFewestLetters || word.size() > 2);  // an ideograph is a word
}

struct Word {
  std::string_view meeting;
  std::string_view written;
  std::uint32_t passages = 0;
};

// The words of an index, with their letters in few large pieces.
class WordList {
 public:
  void add(std::string_view meeting, std::string_view written, std::uint32_t passages) {
    const std::string_view kept = keep(written);
    words_.push_back({meeting == written ? kept : keep(meeting), kept, passages});
  }

  std::vector<Word>& words() noexcept { return words_; }

 private:
  static constexpr std::size_t kPieceBytes = 1 << 20;

  std::string_view keep(std::string_view form) {
    if (pieces_.empty() || kPieceBytes - pieces_.back().size() < form.size()) {
      pieces_.emplace_back().reserve(kPieceBytes);  // so that it never moves
    }
    std::string& piece = pieces_.back();
    const std::size_t at = piece.size();
    piece += form;
    return std::string_view(piece).substr(at);
  }

  std::vector<std::string> pieces_;
  std::vector<Word> words_;
};

// Takes the words of one field. They are case-folded: what begins with a capital is another field's.
void take_words(Xapian::TermIterator term, const Xapian::TermIterator& end, std::size_t prefix,
                WordList& words) {
  while (term != end) {
    const std::string word = (*term).substr(prefix);
    if (!word.empty() && word[0] >= 'A' && word[0] <= 'Z') {
      term.skip_to(std::string((*term).substr(0, prefix)) + '[');  // the sign behind Z
      continue;
    }
    if (is_listed(word)) {
      const std::string meeting = fold_diacritics(word);
      if (meeting.size() <= kMostBytes) words.add(meeting, word, term.get_termfreq());
    }
    ++term;
  }
}

WordList words_of(const Xapian::Database& database) {
  WordList list;
  for (const std::string_view prefix : schema::prefix::text_fields) {
    const std::string start(prefix);
    take_words(database.allterms_begin(start), database.allterms_end(start), start.size(), list);
  }
  std::vector<Word>& words = list.words();
  // Of a word in several fields the one that has it most often comes first, and stays.
  std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) {
    return std::tie(a.meeting, a.written, b.passages) < std::tie(b.meeting, b.written, a.passages);
  });
  const auto same = [](const Word& a, const Word& b) { return a.written == b.written; };
  words.erase(std::unique(words.begin(), words.end(), same), words.end());
  return list;
}

template <typename T>
std::string_view bytes_of(const std::vector<T>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

}  // namespace

// What was worked out of words for the table before: it is most of the work, and most words come again.
class WordsBefore {
 public:
  explicit WordsBefore(const WordTable& table) : table_(table), first_key_(table.words_ + 1) {
    for (std::size_t i = 0; i < table.key_count_; ++i) {
      if (table.keys_[i].word < table.words_) ++first_key_[table.keys_[i].word + 1];
    }
    std::partial_sum(first_key_.begin(), first_key_.end(), first_key_.begin());
    hashes_.resize(first_key_.back());
    std::vector<std::size_t> next(first_key_.begin(), first_key_.end() - 1);
    for (std::size_t i = 0; i < table.key_count_; ++i) {
      const auto& [hash, word] = table.keys_[i];
      if (word < table.words_) hashes_[next[word]++] = hash;
    }
  }

  // The number of a word; ask in the order of the table.
  std::optional<std::size_t> find(const Word& word) {
    const std::tuple wanted(word.meeting, word.written);
    for (; at_ < table_.size(); ++at_) {
      const TableWord known = table_.word(at_);
      const std::tuple own(known.meeting, known.written);
      if (own == wanted) return at_;
      if (own > wanted) break;
    }
    return std::nullopt;
  }

  std::string_view latin(std::size_t number) const noexcept { return table_.word(number).latin; }
  std::span<const std::uint32_t> hashes_of_keys(std::size_t number) const noexcept {
    return std::span(hashes_).subspan(first_key_[number], first_key_[number + 1] - first_key_[number]);
  }

 private:
  const WordTable& table_;
  std::vector<std::size_t> first_key_;  // of each word, and the end
  std::vector<std::uint32_t> hashes_;
  std::size_t at_ = 0;
};

// Lays the words out as the file has them.
class WordTableWriter {
 public:
  void add(const Word& word, WordsBefore& before) {
    const auto number = static_cast<std::uint32_t>(entries_.size());
    const Alphabet alphabet = alphabet_of(word.written);
    const auto known = before.find(word);
    std::string latin = known ? std::string(before.latin(*known)) : romanizer_.romanize(word.written);
    if (latin.size() > kMostBytes) latin = std::string(word.written);
    WordTable::Entry entry{.text = static_cast<std::uint32_t>(text_.size()), .passages = word.passages};
    entry.meeting = append(word.meeting);
    if (word.written != word.meeting) entry.written = append(word.written);
    if (latin != word.written) {
      entry.latin = append(latin);
      if (alphabet != Alphabet::latin) latin_forms_.emplace_back(plain_latin(latin), number);
    }
    entries_.push_back(entry);
    if (known) {
      for (const std::uint32_t hash : before.hashes_of_keys(*known)) keys_.push_back({hash, number});
    } else {
      for (const std::string& key : NameSound({latin, alphabet}).keys())
        keys_.push_back({hash_of_key(key), number});
    }
  }

  // An offset is 32 bits.
  bool is_full() const noexcept {
    return text_.size() > std::numeric_limits<std::uint32_t>::max() - 3 * kMostBytes;
  }

  void save(const std::string& path, const Xapian::Database& database) {
    std::sort(keys_.begin(), keys_.end(), [&](const auto& a, const auto& b) {
      if (a.hash != b.hash) return a.hash < b.hash;
      const std::uint32_t first = entries_[a.word].passages, second = entries_[b.word].passages;
      return first != second ? first > second : a.word < b.word;
    });
    std::sort(latin_forms_.begin(), latin_forms_.end());
    std::vector<std::uint32_t> latin;
    for (const auto& [form, number] : latin_forms_) latin.push_back(number);
    WordTableHeader header{.words = static_cast<std::uint32_t>(entries_.size()),
                           .keys = static_cast<std::uint32_t>(keys_.size()),
                           .latin = static_cast<std::uint32_t>(latin.size()),
                           .text = text_.size(),
                           .revision = database.get_revision()};
    database.get_uuid().copy(header.uuid, sizeof header.uuid);
    const std::string fresh = path + ".new";
    write_durably(fresh, {{reinterpret_cast<const char*>(&header), sizeof header},
                          bytes_of(entries_),
                          bytes_of(keys_),
                          bytes_of(latin),
                          text_});
    if (std::rename(fresh.c_str(), path.c_str()) != 0) throw_system_error(errno, "rename", fresh);
    make_durable(std::filesystem::path(path).parent_path());
  }

 private:
  std::uint8_t append(std::string_view form) {
    text_ += form;
    return static_cast<std::uint8_t>(form.size());
  }

  Romanizer romanizer_;
  std::vector<WordTable::Entry> entries_;
  std::vector<WordTable::Key> keys_;
  std::vector<std::pair<std::string, std::uint32_t>> latin_forms_;
  std::string text_;
};

struct WordTableUpdate::Impl {
  explicit Impl(const std::string& of) : folder(of), path(word_table_path(of)), before(path) {}

  bool is_needed(const Xapian::Database& database) const {
    return !before.is_of(database.get_uuid(), database.get_revision());
  }

  WordTableWriter work_out(const IndexReader& reader) const {
    WordTableWriter writer;
    WordsBefore known(before);
    WordList list = words_of(reader.database());
    for (const Word& word : list.words()) {
      if (writer.is_full()) break;
      writer.add(word, known);
    }
    return writer;
  }

  template <typename Work>
  auto listing(Work&& work) const {
    return translating("listing the words of " + folder, std::forward<Work>(work));
  }

  const std::string folder, path;
  const WordTable before;
  std::future<WordTableWriter> made;
};

WordTableUpdate::WordTableUpdate(const std::string& folder) : impl_(std::make_unique<Impl>(folder)) {
  impl_->listing([&] {
    auto reader = std::make_unique<const IndexReader>(folder);
    if (!impl_->is_needed(reader->database())) return;
    impl_->made = std::async(std::launch::async, [impl = impl_.get(), reader = std::move(reader)] {
      return impl->listing([&] { return impl->work_out(*reader); });
    });
  });
}

WordTableUpdate::~WordTableUpdate() = default;

void WordTableUpdate::save() {
  Impl& impl = *impl_;
  impl.listing([&] {
    const IndexReader newest(impl.folder);
    const bool was_begun = impl.made.valid();
    if (!was_begun && !impl.is_needed(newest.database())) return;
    (was_begun ? impl.made.get() : impl.work_out(newest)).save(impl.path, newest.database());
  });
}

void write_word_table(const std::string& folder) {
  WordTableUpdate(folder).save();
}

}  // namespace dossier

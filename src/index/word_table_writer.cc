// Makes the table of words out of the database's terms.
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <limits>
#include <tuple>

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
  std::string meeting;
  std::string written;
  std::uint32_t passages = 0;
};

// Takes the words of one field. They are case-folded: what begins with a capital is another field's.
void take_words(Xapian::TermIterator term, const Xapian::TermIterator& end, std::size_t prefix,
                std::vector<Word>& words) {
  while (term != end) {
    std::string word = (*term).substr(prefix);
    if (!word.empty() && word[0] >= 'A' && word[0] <= 'Z') {
      term.skip_to(std::string((*term).substr(0, prefix)) + '[');  // the sign behind Z
      continue;
    }
    if (is_listed(word)) {
      std::string meeting = fold_diacritics(word);
      if (meeting.size() <= kMostBytes)
        words.push_back({std::move(meeting), std::move(word), term.get_termfreq()});
    }
    ++term;
  }
}

std::vector<Word> words_of(const Xapian::Database& database) {
  std::vector<Word> words;
  for (const std::string_view prefix :
       {std::string_view(), schema::prefix::title, schema::prefix::heading, schema::prefix::author}) {
    const std::string start(prefix);
    take_words(database.allterms_begin(start), database.allterms_end(start), start.size(), words);
  }
  // Of a word in several fields the one that has it most often comes first, and stays.
  std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) {
    return std::tie(a.meeting, a.written, b.passages) < std::tie(b.meeting, b.written, a.passages);
  });
  const auto same = [](const Word& a, const Word& b) { return a.written == b.written; };
  words.erase(std::unique(words.begin(), words.end(), same), words.end());
  return words;
}

template <typename T>
std::string_view bytes_of(const std::vector<T>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

}  // namespace

// Lays the words out as the file has them.
class WordTableWriter {
 public:
  void add(const Word& word) {
    const auto number = static_cast<std::uint32_t>(entries_.size());
    const Alphabet alphabet = alphabet_of(word.written);
    std::string latin = romanizer_.romanize(word.written);
    if (latin.size() > kMostBytes) latin = word.written;
    WordTable::Entry entry{.text = static_cast<std::uint32_t>(text_.size()), .passages = word.passages};
    entry.meeting = append(word.meeting);
    if (word.written != word.meeting) entry.written = append(word.written);
    if (latin != word.written) {
      entry.latin = append(latin);
      if (alphabet != Alphabet::latin) latin_forms_.emplace_back(plain_latin(latin), number);
    }
    entries_.push_back(entry);
    for (const std::string& key : NameSound({latin, alphabet}).keys())
      keys_.push_back({hash_of_key(key), number});
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

void write_word_table(const std::string& folder) {
  const std::string path = word_table_path(folder);
  translating("listing the words of " + folder, [&] {
    const IndexReader reader(folder);
    const Xapian::Database& database = reader.database();
    if (WordTable(path).is_of(database.get_uuid(), database.get_revision())) return;
    WordTableWriter writer;
    for (const Word& word : words_of(database)) {
      if (writer.is_full()) break;
      writer.add(word);
    }
    writer.save(path, database);
  });
}

}  // namespace dossier

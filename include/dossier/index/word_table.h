// The words of an index, side by side: what completes a word, finds a spelling that was meant, and finds a
// name in other scripts. A file that is mapped when a query needs it. Made from the database, so that it may
// be behind it by some commits or be missing: it only proposes words, which the database then knows or not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/text/romanizer.h"

namespace dossier {

class IndexReader;
class MappedFile;

struct TableWord {
  std::string_view meeting;  // accents dropped
  std::string_view written;  // case-folded
  std::string_view latin;    // in Latin letters, as Romanizer gives it
  std::uint32_t passages = 0;
};

// A run of numbers, `end` excluded.
struct WordRun {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Words without digits of two to forty letters, from texts, titles, headings and authors, numbered by their
// meeting forms. Immutable: calls may run in parallel. A damaged file may give odd words, no other harm.
class WordTable {
 public:
  // Maps the file; a table without words where it is missing or is none.
  explicit WordTable(const std::string& path);
  ~WordTable();
  WordTable(const WordTable&) = delete;
  WordTable& operator=(const WordTable&) = delete;

  std::size_t size() const noexcept { return words_; }
  TableWord word(std::size_t number) const noexcept;

  // The words whose meeting form begins so.
  WordRun beginning(std::string_view meeting) const noexcept;
  // The words whose meeting form this is.
  WordRun meeting(std::string_view form) const noexcept;
  // The first word whose meeting form is not less than `form`, at or behind `from`.
  std::size_t lower_bound(std::string_view form, std::size_t from = 0) const noexcept;

  // The numbers of words of scripts without spaces (text/unspaced.h) that have `letters` in them and more; of
  // many the first `most`.
  std::vector<std::uint32_t> holding(std::string_view letters, std::size_t most) const;

  // The numbers of words of other scripts that begin so in plain Latin letters; of many the first `most`.
  std::vector<std::uint32_t> beginning_in_latin(std::string_view letters, std::size_t most) const;

  // The numbers of words that may sound so (NameSound::keys); of many the first `most`.
  std::vector<std::uint32_t> with_key(std::string_view key, std::size_t most) const;

  // Whether it was made of this revision.
  bool is_of(const std::string& uuid, std::uint64_t revision) const noexcept;

 private:
  struct Entry;
  struct Key;

  std::unique_ptr<MappedFile> file_;
  const Entry* entries_ = nullptr;
  const Key* keys_ = nullptr;
  const std::uint32_t* latin_ = nullptr;  // numbers of words of other scripts, by plain_latin
  std::string_view text_;
  std::size_t words_ = 0, key_count_ = 0, latin_count_ = 0;

  friend class WordTableWriter;
  friend class WordsBefore;
};

// Letters as they are typed: without diacritics and signs.
std::string plain_latin(std::string_view latin);

// Brings the table up to date beside other work: what takes its time is done in a thread of its own. What the
// table before knows of a word is taken from there. For whoever holds the writer's lock.
class WordTableUpdate {
 public:
  // Begins, unless the newest revision's table is there. Throws Error(io).
  explicit WordTableUpdate(const std::string& folder);
  ~WordTableUpdate();
  WordTableUpdate(const WordTableUpdate&) = delete;
  WordTableUpdate& operator=(const WordTableUpdate&) = delete;

  // Waits, and writes the table as that of the revision which is the newest now: since it was begun there was
  // one commit at most, of metadata alone. Throws Error(io).
  void save();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Writes the table of the newest revision, unless it is there. For whoever holds the writer's lock, after the
// last commit. Throws Error(io).
void write_word_table(const std::string& folder);

std::string word_table_path(const std::string& folder);

}  // namespace dossier

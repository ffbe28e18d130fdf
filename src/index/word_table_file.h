// How the table of words lies in its file: header, entries, keys, numbers of words of other scripts, text. As
// this machine lays it out: the file is derived from the database and does not travel. A table takes over
// what the one before says of a word's Latin letters and sound: where those rules change, so must the magic.
#pragma once

#include <cstdint>
#include <string_view>

#include "dossier/index/word_table.h"

namespace dossier {

struct WordTableHeader {
  char magic[8] = {'d', 's', 's', 'r', 'w', 'r', 'd', '1'};
  std::uint32_t byte_order = 0x01020304;
  std::uint32_t words = 0;
  std::uint32_t keys = 0;
  std::uint32_t latin = 0;
  std::uint64_t text = 0;  // bytes
  std::uint64_t revision = 0;
  char uuid[36] = {};
  char unused[4] = {};
};
static_assert(sizeof(WordTableHeader) == 80);

// Its text is the meeting form, the written form where it differs, and the Latin one where that differs.
struct WordTable::Entry {
  std::uint32_t text = 0;  // offset
  std::uint32_t passages = 0;
  std::uint8_t meeting = 0, written = 0, latin = 0;  // bytes
  std::uint8_t unused = 0;
};

// Sorted by hash, then the more frequent word first.
struct WordTable::Key {
  std::uint32_t hash = 0;
  std::uint32_t word = 0;
};

// FNV-1a, 32 bits: keys that fall together are told apart by listening to the words themselves.
constexpr std::uint32_t hash_of_key(std::string_view key) noexcept {
  std::uint32_t hash = 2166136261u;
  for (const char letter : key) hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619u;
  return hash;
}

}  // namespace dossier

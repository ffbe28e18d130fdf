#include "dossier/core/hash.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace dossier {
namespace {

// An index keeps these: another value would make every file of it look changed.
TEST(Hash, StaysWhatAnIndexHolds) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"", "99aa06d3014798d86001c324468d497f"},
      {"abc", "06b05ab6733a618578af5f94892f3950"},
  };
  for (const auto& [bytes, hash] : rows) EXPECT_EQ(hash_hex(bytes), hash) << bytes;
}

TEST(Hash, TellsNearlyEqualBytesApart) {
  const std::string text(1000, 'a');
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string other = text;
    other[i] = 'b';
    ASSERT_NE(hash_hex(other), hash_hex(text)) << i;
  }
  EXPECT_NE(hash_hex(std::string(1, '\0')), hash_hex(""));
  EXPECT_NE(hash_hex(std::string(2, '\0')), hash_hex(std::string(1, '\0')));
}

TEST(Hasher, GivesTheSameInPiecesAsInOne) {
  std::string text;
  for (int i = 0; i < 700; ++i) text += static_cast<char>(i * 7);
  for (std::size_t cut = 0; cut <= text.size(); ++cut) {
    Hasher hasher;
    hasher.update(std::string_view(text).substr(0, cut));
    hasher.update({});
    hasher.update(std::string_view(text).substr(cut));
    ASSERT_EQ(hasher.hex(), hash_hex(text)) << cut;
  }
}

TEST(Hasher, CanBeAskedBetweenPieces) {
  Hasher hasher;
  EXPECT_EQ(hasher.hex(), hash_hex(""));
  hasher.update("ab");
  EXPECT_EQ(hasher.hex(), hash_hex("ab"));
  hasher.update("c");
  EXPECT_EQ(hasher.hex(), hash_hex("abc"));
  EXPECT_EQ(hasher.hex(), hash_hex("abc"));
}

}  // namespace
}  // namespace dossier

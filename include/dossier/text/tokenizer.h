// Tokens: the words of a text with their places. Unicode's word boundaries (UAX 29) with an ASCII fast path,
// dictionary segmentation for scripts written without spaces, and compounds ("F-35", "S/RES/1244",
// "l'égalité", "U.S.") given both in parts and as one. Knows no language.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dossier {

// Longest word kept, in bytes, raw or folded; of a longer one the first so many bytes stand for it. Leaves
// room for prefixes within Xapian's 245 bytes a term.
inline constexpr std::size_t max_word_bytes = 120;

enum class TokenKind : std::uint8_t {
  word,      // letters and digits between boundaries
  part,      // a word inside a compound, at its own position
  compound,  // all of a compound, at the position of its first part; of its joints `text` keeps those that
             // tell numbers apart ("3.5", "S/RES/1244", "10-20"), and no others ("F35", "cooperation", "ATT")
  ideographic,  // a word of a script without spaces, cut by dictionary
};

// One word. Offsets are bytes of the text, end excluded, and never change; several tokens may share a
// position.
struct RawToken {
  std::string_view text;       // what is to be normalised; into the source or the tokenizer's buffer
  std::uint32_t position = 0;  // words from the start of the text
  std::size_t start = 0;
  std::size_t end = 0;
  TokenKind kind = TokenKind::word;
};

// Cuts texts into tokens. Holds ICU's iterators and buffers: one for each thread.
class Tokenizer {
 public:
  Tokenizer();
  ~Tokenizer();
  Tokenizer(Tokenizer&&) noexcept;

  // Gives each token of `text` (valid UTF-8) in the order of position, a compound before its parts. Linear in
  // the text. Positions begin at `first_position`. Gives the position behind the last.
  std::uint32_t tokenize(std::string_view text, const std::function<void(const RawToken&)>& sink,
                         std::uint32_t first_position = 0);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dossier

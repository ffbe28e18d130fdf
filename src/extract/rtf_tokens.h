// Cuts RTF into groups, control words and text.
#pragma once

#include <optional>
#include <string_view>

namespace dossier {

struct RtfToken {
  enum class Kind {
    open,   // {
    close,  // }
    word,   // \par, \fs24: `text` is the word, `number` its number
    sign,   // \~, \*: `text` is the sign
    byte,   // \'e9: `number` is the byte; -1 where that is none
    bytes,  // `text` is text, in the charset of its font
  };
  Kind kind = Kind::bytes;
  std::string_view text;
  std::optional<int> number;  // held to the range of an int
};

// Reads RTF (version 1.9.1). Line ends are no text; what stands behind \bin is passed over. Linear.
class RtfTokens {
 public:
  explicit RtfTokens(std::string_view bytes) : bytes_(bytes) {}

  // Reads the next token. False at the end.
  bool next();
  // Valid until the next call of next().
  const RtfToken& token() const noexcept { return token_; }

 private:
  bool read_control();
  bool read_word();

  std::string_view bytes_;
  std::size_t at_ = 0;
  RtfToken token_;
};

}  // namespace dossier

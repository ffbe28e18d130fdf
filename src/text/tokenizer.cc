#include "dossier/text/tokenizer.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>

#include "dossier/core/utf8.h"
#include "dossier/text/unspaced.h"

namespace dossier {
namespace {

enum class CharClass : std::uint8_t { other, letter, digit, dictionary, extend };

constexpr std::size_t kMaxParts = 16;  // of a compound; a longer chain is cut into several
constexpr std::size_t kMaxDictionaryRun =
    2048;  // bytes handed to the dictionary at once, so that cost stays linear

constexpr std::array<CharClass, 128> kAsciiClasses = [] {
  std::array<CharClass, 128> classes{};
  for (std::size_t c = 0; c < 128; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    classes[c] = letter ? CharClass::letter : c >= '0' && c <= '9' ? CharClass::digit : CharClass::other;
  }
  return classes;
}();

bool is_ascii_letter(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 128 && kAsciiClasses[byte] == CharClass::letter;
}

// In Arabic script a zero-width non-joiner parts a word from its ending; elsewhere it is about shapes alone.
bool parts_words(char32_t c, char32_t before) noexcept {
  return c == 0x200C && ((before >= 0x0620 && before <= 0x06FF) || (before >= 0x0750 && before <= 0x077F));
}

bool is_apostrophe(char32_t c) noexcept {
  return c == 0x2019 || c == 0x02BC;
}

CharClass classify(char32_t c) noexcept {
  if (c < 128) return kAsciiClasses[c];
  if (is_apostrophe(c)) return CharClass::other;  // one of them is a letter to Unicode
  if (is_unspaced_script(c)) return CharClass::dictionary;
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_OTHER_LETTER:
    case U_MODIFIER_LETTER:
      return CharClass::letter;
    case U_DECIMAL_DIGIT_NUMBER:
    case U_LETTER_NUMBER:
    case U_OTHER_NUMBER:
      return CharClass::digit;
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return CharClass::extend;
    default:
      return CharClass::other;
  }
}

// What of ASCII may stand between two parts of a compound.
constexpr std::string_view kAsciiJoints = "-'.,/&";

// What stands between two parts of a compound.
enum class Joint : std::uint8_t { none, hyphen, apostrophe, dot, comma, slash, ampersand };

// A run of letters and digits.
struct Piece {
  std::size_t start = 0;
  std::size_t end = 0;
  std::uint32_t letters = 0;
  std::uint32_t digits = 0;
  bool upper = true;  // no letter that has case is a small one
  Joint before = Joint::none;

  bool all_digits() const noexcept { return letters == 0; }
  bool single_letter() const noexcept { return letters == 1 && digits == 0; }
};

// Whether `joint` between the two makes them one compound; a full stop mostly ends a sentence, a slash mostly
// parts alternatives.
bool joins(Joint joint, const Piece& left, const Piece& right) noexcept {
  switch (joint) {
    case Joint::hyphen:
      return true;
    case Joint::apostrophe:
      return right.digits == 0 && (left.digits == 0 || right.single_letter());  // F-35's, 1990's
    case Joint::dot:
      return (left.single_letter() && right.single_letter()) ||
             (right.all_digits() && (left.digits > 0 || left.upper));
    case Joint::comma:
      return left.all_digits() && left.digits <= 3 && right.all_digits() && right.digits == 3;
    case Joint::slash:
      return left.digits > 0 || right.digits > 0 || (left.upper && right.upper);
    case Joint::ampersand:
      return left.upper && right.upper && !left.all_digits() && !right.all_digits() && left.letters <= 3 &&
             right.letters <= 3;
    case Joint::none:
      return false;
  }
  return false;
}

struct CloseUText {
  void operator()(UText* text) const noexcept { utext_close(text); }
};

}  // namespace

struct Tokenizer::Impl {
  std::unique_ptr<icu::BreakIterator> words;  // made at the first text that needs it
  std::vector<Piece> pieces;
  std::string joined;
  std::string_view text;
  const std::function<void(const RawToken&)>* sink = nullptr;
  std::uint32_t position = 0;

  void emit(std::string_view word, std::size_t start, std::size_t end, TokenKind kind) const {
    (*sink)({truncate_utf8(word, max_word_bytes), position, start, end, kind});
  }

  // Whether nothing that stands at `offset` could belong to a word before it, as far as ASCII tells.
  bool ends_word(std::size_t offset) const noexcept {
    const auto parts = [this](std::size_t at) {
      const auto byte = at < text.size() ? static_cast<unsigned char>(text[at]) : 0u;
      return byte < 128 && kAsciiClasses[byte] == CharClass::other;
    };
    if (!parts(offset)) return false;
    const bool may_join = offset < text.size() && kAsciiJoints.find(text[offset]) != std::string_view::npos;
    return !may_join || (text[offset] != '-' && parts(offset + 1));
  }

  // Gives the word at `start` if it is one of ASCII letters that joins no other, which most are, and the
  // offset behind it; else `start`.
  std::size_t emit_plain_word(std::size_t start) {
    std::size_t end = start;
    while (end < text.size() && is_ascii_letter(text[end])) ++end;
    if (end == start || end - start > max_word_bytes || !ends_word(end)) return start;
    emit(text.substr(start, end - start), start, end, TokenKind::word);
    ++position;
    return end;
  }

  // Reads the run of letters and digits at `start`; an empty piece if there is none.
  Piece scan_piece(std::size_t start) const noexcept {
    Piece piece{.start = start, .end = start};
    std::size_t i = start;
    char32_t before = 0;
    while (i < text.size()) {
      const auto byte = static_cast<unsigned char>(text[i]);
      if (byte < 128) {
        const CharClass type = kAsciiClasses[byte];
        if (type == CharClass::other) break;
        if (type == CharClass::letter) {
          ++piece.letters;
          piece.upper &= byte <= 'Z';
        } else {
          ++piece.digits;
        }
        piece.end = ++i;
        continue;
      }
      const auto [c, next] = decode_utf8(text, i);
      if (parts_words(c, before)) break;
      before = c;
      const CharClass type = classify(c);
      if (type == CharClass::letter) {
        ++piece.letters;
        piece.upper &= !u_islower(static_cast<UChar32>(c));
      } else if (type == CharClass::digit) {
        ++piece.digits;
      } else if (type != CharClass::extend || piece.end == start) {
        break;
      }
      i = next;
      if (type != CharClass::extend || u_charType(static_cast<UChar32>(c)) != U_FORMAT_CHAR) piece.end = i;
    }
    return piece;
  }

  // The joint at `offset`, and where the next piece would begin.
  std::pair<Joint, std::size_t> scan_joint(std::size_t offset) const noexcept {
    if (offset >= text.size()) return {Joint::none, offset};
    switch (text[offset]) {
      case '-':
        return {Joint::hyphen, skip_line_break(offset + 1)};
      case '\'':
        return {Joint::apostrophe, offset + 1};
      case '.':
        return {Joint::dot, offset + 1};
      case ',':
        return {Joint::comma, offset + 1};
      case '/':
        return {Joint::slash, offset + 1};
      case '&':
        return {Joint::ampersand, offset + 1};
      default:
        break;
    }
    if (static_cast<unsigned char>(text[offset]) < 128) return {Joint::none, offset};
    const auto [c, next] = decode_utf8(text, offset);
    if (c == 0x2010 || c == 0x2011) return {Joint::hyphen, skip_line_break(next)};
    if (c == 0x200C) return {Joint::hyphen, next};  // ended the piece before it
    if (is_apostrophe(c)) return {Joint::apostrophe, next};
    // Inside a line a soft hyphen belongs to the piece.
    if (c == 0xAD && skip_line_break(next) != next) return {Joint::hyphen, skip_line_break(next)};
    return {Joint::none, offset};
  }

  // A hyphen at a line's end joins what follows on the next line ("Secretary-\nGeneral").
  std::size_t skip_line_break(std::size_t offset) const noexcept {
    std::size_t i = offset;
    while (i < text.size() && text[i] == ' ') ++i;
    if (i >= text.size() || text[i] != '\n') return offset;
    for (++i; i < text.size() && text[i] == ' ';) ++i;
    return i;
  }

  // Collects the compound that begins with `first`. Gives the offset behind it.
  std::size_t collect(const Piece& first) {
    pieces.clear();
    pieces.push_back(first);
    while (pieces.size() < kMaxParts) {
      const auto [joint, next] = scan_joint(pieces.back().end);
      if (joint == Joint::none) break;
      Piece piece = scan_piece(next);
      if (piece.end == piece.start || !joins(joint, pieces.back(), piece)) break;
      piece.before = joint;
      pieces.push_back(piece);
    }
    const std::size_t end = pieces.back().end;
    const Piece& last = pieces.back();
    if (last.before == Joint::apostrophe && last.single_letter() &&
        (text[last.start] == 's' || text[last.start] == 'S')) {
      pieces.pop_back();  // Moscow's
    }
    return end;
  }

  bool all_joints(Joint joint) const noexcept {
    return std::all_of(pieces.begin() + 1, pieces.end(),
                       [&](const Piece& piece) { return piece.before == joint; });
  }

  void join(bool keep_joints) {
    joined.clear();
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const Piece& piece = pieces[i];
      const bool numbers = i > 0 && pieces[i - 1].all_digits() && piece.all_digits();
      // 3.5 is not 35, 1/2 not 12, 10-20 not 1020.
      if (keep_joints && piece.before == Joint::dot) joined += '.';
      if (keep_joints && piece.before == Joint::slash) joined += '/';
      if (keep_joints && piece.before == Joint::hyphen && numbers) joined += '-';
      joined.append(text.substr(piece.start, piece.end - piece.start));
    }
  }

  void emit_pieces() {
    const std::size_t start = pieces.front().start;
    std::size_t end = pieces.back().end;
    if (pieces.size() == 1) {
      emit(text.substr(start, end - start), start, end, TokenKind::word);
      ++position;
      return;
    }
    const bool acronym =
        all_joints(Joint::dot) &&
        std::all_of(pieces.begin(), pieces.end(), [](const Piece& p) { return p.single_letter(); });
    if (acronym || all_joints(Joint::comma)) {  // U.S. is us, 1,000 is 1000: one word, no parts
      if (acronym && end < text.size() && text[end] == '.') ++end;
      join(false);
      emit(joined, start, end, TokenKind::word);
      ++position;
      return;
    }
    join(true);
    const bool has_digit =
        std::any_of(pieces.begin(), pieces.end(), [](const Piece& p) { return p.digits > 0; });
    const bool alternatives = !has_digit && all_joints(Joint::slash);
    if (!alternatives && joined.size() <= max_word_bytes) emit(joined, start, end, TokenKind::compound);
    for (const Piece& piece : pieces) {
      emit(text.substr(piece.start, piece.end - piece.start), piece.start, piece.end, TokenKind::part);
      ++position;
    }
  }

  // Segments the run of dictionary script at `start`. Gives the offset behind it.
  std::size_t segment(std::size_t start) {
    std::size_t end = start;
    while (end < text.size() && end - start < kMaxDictionaryRun) {
      const auto [c, next] = decode_utf8(text, end);
      const CharClass type = classify(c);
      if (type != CharClass::dictionary && type != CharClass::extend) break;
      end = next;
    }
    UErrorCode status = U_ZERO_ERROR;
    if (!words) words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    UText storage = UTEXT_INITIALIZER;
    const std::unique_ptr<UText, CloseUText> run(
        utext_openUTF8(&storage, text.data() + start, static_cast<int64_t>(end - start), &status));
    if (U_SUCCESS(status)) words->setText(run.get(), status);
    if (U_FAILURE(status)) {
      emit(text.substr(start, end - start), start, end, TokenKind::ideographic);
      ++position;
      return end;
    }
    int32_t from = words->first();
    for (int32_t to = words->next(); to != icu::BreakIterator::DONE; from = to, to = words->next()) {
      const std::size_t a = start + static_cast<std::size_t>(from);
      const std::size_t b = start + static_cast<std::size_t>(to);
      if (classify(decode_utf8(text, a).code_point) == CharClass::extend) continue;  // a zero-width space
      emit(text.substr(a, b - a), a, b, TokenKind::ideographic);
      ++position;
    }
    return end;
  }
};

Tokenizer::Tokenizer() : impl_(std::make_unique<Impl>()) {}
Tokenizer::~Tokenizer() = default;
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;

std::uint32_t Tokenizer::tokenize(std::string_view text, const std::function<void(const RawToken&)>& sink,
                                  std::uint32_t first_position) {
  Impl& impl = *impl_;
  impl.text = text;
  impl.sink = &sink;
  impl.position = first_position;
  std::size_t i = 0;
  while (i < text.size()) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 128 && kAsciiClasses[byte] == CharClass::other) {
      ++i;
      continue;
    }
    if (const std::size_t end = impl.emit_plain_word(i); end != i) {
      i = end;
      continue;
    }
    const auto [c, next] = decode_utf8(text, i);
    switch (classify(c)) {
      case CharClass::letter:
      case CharClass::digit: {
        i = impl.collect(impl.scan_piece(i));
        impl.emit_pieces();
        break;
      }
      case CharClass::dictionary:
        i = impl.segment(i);
        break;
      default:
        i = next;
        break;
    }
  }
  return impl.position;
}

}  // namespace dossier

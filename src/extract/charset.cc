#include "charset.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/utf16.h>
#include <unicode/uversion.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <optional>

#include "charset_detection.h"
#include "dossier/core/utf8.h"
#include "mixed_charset.h"

namespace dossier {
namespace {

constexpr std::size_t kSampleBytes = 64 * 1024;
constexpr std::string_view kFallback = "windows-1252";

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

// A charset by the name that a file or a detector gives it, as the one that everybody means by it: the
// supersets of the WHATWG's Encoding Standard, and names that ICU does not know. The name that mail and the
// web use, if there is one.
std::string usual_name(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kUsual{{
      {"ascii", "windows-1252"},
      {"euc-kr", "windows-949"},
      {"gb2312", "GB18030"},
      {"gb_2312-80", "GB18030"},
      {"gbk", "GB18030"},
      {"iso-8859-1", "windows-1252"},
      {"iso-8859-11", "windows-874"},
      {"iso-8859-9", "windows-1254"},
      {"iso8859-1", "windows-1252"},
      {"ks_c_5601-1987", "windows-949"},
      {"latin1", "windows-1252"},
      {"mac-cyrillic", "x-mac-cyrillic"},
      {"maccyrillic", "x-mac-cyrillic"},
      {"shift-jis", "Shift_JIS"},
      {"tis-620", "windows-874"},
      {"uhc", "windows-949"},
      {"unicode-1-1-utf-8", "UTF-8"},
      {"us-ascii", "windows-1252"},
      {"utf8", "UTF-8"},
      {"windows-31j", "Shift_JIS"},
      {"x-gbk", "GB18030"},
      {"x-sjis", "Shift_JIS"},
  }};
  const std::string written(trim(name));
  const std::string lower = ascii_lower(written);
  const auto row =
      std::find_if(kUsual.begin(), kUsual.end(), [&](const auto& r) { return r.first == lower; });
  if (row != kUsual.end()) return std::string(row->second);
  for (const char* authority : {"MIME", "IANA"}) {
    UErrorCode error = U_ZERO_ERROR;
    const char* standard = ucnv_getStandardName(written.c_str(), authority, &error);
    if (U_SUCCESS(error) && standard != nullptr) return standard;
  }
  return written;
}

// Counts each part that fits no character and puts U+FFFD in its place; ICU's own callback gives U+001A for
// some.
void replace_and_count(const void* context, UConverterToUnicodeArgs* arguments, const char*, int32_t,
                       UConverterCallbackReason reason, UErrorCode* error) {
  if (reason > UCNV_IRREGULAR) return;
  constexpr UChar kReplacement = 0xFFFD;
  ++*static_cast<std::size_t*>(const_cast<void*>(context));
  *error = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(arguments, &kReplacement, 1, 0, error);
}

void append_utf16(std::string& out, const UChar* units, std::size_t count) {
  for (std::size_t i = 0; i < count;) {
    char32_t c = units[i++];
    if (U16_IS_LEAD(c) && i < count && U16_IS_TRAIL(units[i]))
      c = 0x10000 + ((c - 0xD800) << 10) + (units[i++] - 0xDC00u);
    append_utf8(out, c);
  }
}

// Decodes by one of ICU's converters; none if ICU does not know the charset.
std::optional<DecodedText> convert(std::string_view bytes, const std::string& charset) {
  UErrorCode error = U_ZERO_ERROR;
  const Converter converter(ucnv_open(charset.c_str(), &error), ucnv_close);
  if (error == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
  if (U_FAILURE(error)) return std::nullopt;
  DecodedText decoded{.encoding = charset};
  ucnv_setToUCallBack(converter.get(), replace_and_count, &decoded.replaced, nullptr, nullptr, &error);
  std::array<UChar, 8192> units;
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  std::size_t kept = 0;  // a high surrogate whose other half is in the next piece
  decoded.text.reserve(bytes.size());
  do {
    error = U_ZERO_ERROR;
    UChar* target = units.data() + kept;
    ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, end, nullptr, true,
                   &error);
    auto count = static_cast<std::size_t>(target - units.data());
    kept = error == U_BUFFER_OVERFLOW_ERROR && count > 0 && U16_IS_LEAD(units[count - 1]) ? 1 : 0;
    append_utf16(decoded.text, units.data(), count - kept);
    if (kept == 1) units[0] = units[count - 1];
  } while (error == U_BUFFER_OVERFLOW_ERROR);
  if (error == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
  return decoded;
}

bool is_strange(char32_t c) {
  const bool control =
      (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || (c >= 0x7F && c < 0xA0);
  return control || c == 0xFFFD || !u_isdefined(static_cast<UChar32>(c)) ||
         u_charType(static_cast<UChar32>(c)) == U_PRIVATE_USE_CHAR;
}

// The share of characters, in percent, that no text has: unassigned ones, controls, private ones,
// replacements. A run of one of them counts once: it is one mishap.
std::size_t strange_percent(std::string_view text) {
  std::size_t strange = 0;
  std::size_t all = 0;
  char32_t last = 0x110000;
  for (std::size_t i = 0; i < text.size();) {
    const auto [c, next] = decode_utf8(text, i);
    i = next;
    const bool is_bad = is_strange(c);
    if (is_bad && c == last) continue;
    strange += is_bad;
    ++all;
    last = c;
  }
  return all == 0 ? 0 : strange * 100 / all;
}

bool is_plausible(std::string_view bytes, const std::string& charset) {
  const auto decoded = convert(bytes.substr(0, kSampleBytes), charset);
  return decoded && strange_percent(decoded->text) <= 10;
}

// UTF-16 or UTF-32 without a mark, if its characters are such as stand in texts.
std::string wide(std::string_view bytes) {
  std::string charset(wide_charset(bytes));
  return !charset.empty() && is_plausible(bytes, charset) ? charset : std::string();
}

// What the file says of itself, if the bytes bear it out.
std::optional<DecodedText> as_declared(std::string_view bytes, std::string_view declared) {
  const std::string charset = usual_name(declared);
  const std::string lower = ascii_lower(charset);
  // Bytes that hold ASCII are not in these, whatever their head says: whoever reads the head has proved it.
  if (charset.empty() || lower.starts_with("utf") || lower.starts_with("ucs") ||
      lower.starts_with("iso-10646")) {
    return std::nullopt;
  }
  auto decoded = convert(bytes, charset);
  if (!decoded || decoded->replaced > 0 ||
      strange_percent(std::string_view(decoded->text).substr(0, kSampleBytes)) > 0) {
    return std::nullopt;
  }
  return decoded;
}

DecodedText as_detected(std::string_view bytes) {
  const std::string detected = usual_name(legacy_charset(bytes));
  if (detected == "UTF-8") return as_utf8(bytes);
  // UTF-16 and UTF-32 have been ruled out: the detector may take a chance pair of bytes for a mark.
  if (!detected.empty() && !detected.starts_with("UTF-")) {
    if (auto decoded = convert(bytes, detected)) return std::move(*decoded);
  }
  auto decoded = convert(bytes, std::string(kFallback));
  return decoded ? std::move(*decoded) : as_utf8(bytes);
}

}  // namespace

DecodedText as_utf8(std::string_view bytes) {
  DecodedText decoded{.encoding = "UTF-8"};
  decoded.text = repair_utf8(bytes, &decoded.replaced);
  return decoded;
}

std::optional<DecodedText> decode_as(std::string_view bytes, const std::string& charset) {
  if (charset == "UTF-8") return as_utf8(bytes);
  return convert(bytes, charset);
}

DecodedText decode_text(std::string_view bytes, std::string_view declared) {
  if (const ByteOrderMark mark = byte_order_mark(bytes); !mark.charset.empty()) {
    bytes.remove_prefix(mark.length);
    if (mark.charset == "UTF-8") return as_utf8(bytes);
    if (auto decoded = convert(bytes, std::string(mark.charset))) return std::move(*decoded);
  }
  if (const std::string charset = wide(bytes); !charset.empty()) {
    if (auto decoded = convert(bytes, charset)) return std::move(*decoded);
  }
  if (const std::string charset(escape_charset(bytes)); !charset.empty()) {
    if (auto decoded = convert(bytes, charset); decoded && decoded->replaced == 0) return std::move(*decoded);
  }
  const Utf8Fit fit = utf8_fit(bytes);
  if (fit.broken == 0) return as_utf8(bytes);
  // Of legacy texts up to 44 % of the bytes above 127 were seen to fit UTF-8 by chance.
  if (fit.fitting > 9 * fit.broken || has_utf8_lines(bytes)) return decode_mixed(bytes, usual_name(declared));
  if (auto decoded = as_declared(bytes, declared)) return std::move(*decoded);
  if (fit.fitting > fit.broken) return decode_mixed(bytes, usual_name(declared));
  if (is_ebcdic(bytes)) {
    if (auto decoded = convert(bytes, "IBM037")) return std::move(*decoded);
  }
  return as_detected(bytes);
}

std::string charset_libraries() {
  UVersionInfo version;
  u_getVersion(version);
  return fmt::format("ICU {}.{}, uchardet", version[0], version[1]);
}

bool is_binary(std::string_view bytes) {
  const ByteOrderMark mark = byte_order_mark(bytes);
  if (mark.length > 0 && mark.charset != "UTF-8") {
    return !is_plausible(bytes.substr(mark.length), std::string(mark.charset));
  }
  std::size_t nuls = 0;
  std::size_t shifts = 0;  // SO and SI
  std::size_t controls = 0;
  for (const char byte : bytes) {
    const auto c = static_cast<unsigned char>(byte);
    nuls += c == 0;
    shifts += c == 0x0E || c == 0x0F;
    // Bell, backspace, tab to return and escape stand in what terminals wrote; 0x1A ends files of DOS; 0x1C
    // to 0x1F part records.
    controls += (c > 0 && c < '\a') || (c > '\r' && c < 0x1A);
  }
  const std::size_t rest = bytes.size() - nuls;
  const auto too_many = [&](std::size_t count) { return count > 1 + rest / 50; };
  // A hole of NULs does not make text binary. In random bytes one in fourteen is a control, in text none.
  if ((rest > 0 || nuls == 0) && !too_many(controls)) return false;
  // Other charsets have their own use for them.
  const bool is_shifted = !too_many(controls - shifts) && !escape_charset(bytes).empty();
  return !is_shifted && wide(bytes).empty() && !is_ebcdic(bytes);
}

}  // namespace dossier

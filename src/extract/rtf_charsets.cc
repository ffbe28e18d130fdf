#include "rtf_charsets.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "charset.h"

namespace dossier {
namespace {

constexpr std::string_view kUsual = "windows-1252";

// RTF 1.9.1, "Font table": \fcharset to code page.
constexpr auto kFontCharsets = std::to_array<std::pair<int, int>>({{0, 1252},
                                                                   {77, 10000},
                                                                   {128, 932},
                                                                   {129, 949},
                                                                   {130, 1361},
                                                                   {134, 936},
                                                                   {136, 950},
                                                                   {161, 1253},
                                                                   {162, 1254},
                                                                   {163, 1258},
                                                                   {177, 1255},
                                                                   {178, 1256},
                                                                   {186, 1257},
                                                                   {204, 1251},
                                                                   {222, 874},
                                                                   {238, 1250},
                                                                   {254, 437},
                                                                   {255, 850}});

// Code pages of which several bytes may make a character.
bool is_wide(std::string_view charset) {
  static constexpr auto kWide = std::to_array<std::string_view>(
      {"windows-932", "windows-936", "windows-949", "windows-950", "windows-1361", "UTF-8", "GB18030"});
  return std::find(kWide.begin(), kWide.end(), charset) != kWide.end();
}

}  // namespace

std::string rtf_code_page(int page) {
  if (page == 10000) return "macintosh";
  if (page == 65001) return "UTF-8";
  if (page == 54936) return "GB18030";
  if (page == 10007) return "x-mac-cyrillic";
  const bool is_dos = page == 437 || page == 708 || page == 720 || (page >= 819 && page <= 869);
  if (is_dos) return fmt::format("ibm-{}", page);
  return page >= 874 && page <= 1361 ? fmt::format("windows-{}", page) : std::string();
}

std::string rtf_font_charset(int charset) {
  const auto row = std::find_if(kFontCharsets.begin(), kFontCharsets.end(),
                                [&](const auto& r) { return r.first == charset; });
  return row == kFontCharsets.end() ? std::string() : rtf_code_page(row->second);
}

const RtfDecoder::Table* RtfDecoder::table(const std::string& charset) {
  auto found = tables_.find(charset);
  if (found == tables_.end()) {
    std::optional<Table> table;
    if (!is_wide(charset)) {
      table.emplace();
      for (std::size_t i = 0; i < table->size(); ++i) {
        const std::string byte(1, static_cast<char>(0x80 + i));
        auto decoded = decode_as(byte, charset);
        if (!decoded) decoded = decode_as(byte, std::string(kUsual));
        (*table)[i] = decoded ? std::move(decoded->text) : "\uFFFD";
      }
    }
    found = tables_.emplace(charset, std::move(table)).first;
  }
  return found->second ? &*found->second : nullptr;
}

void RtfDecoder::append(std::string& out, std::string_view bytes, const std::string& charset) {
  const bool is_ascii = std::none_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; });
  if (is_ascii) {
    out.append(bytes);
    return;
  }
  const std::string& known = charset.empty() ? std::string(kUsual) : charset;
  const Table* single = table(known);
  if (single == nullptr) {
    if (const auto decoded = decode_as(bytes, known)) out.append(decoded->text);
    return;
  }
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    byte < 0x80 ? out.append(1, c) : out.append((*single)[byte - 0x80]);
  }
}

}  // namespace dossier

// How the cells of a spreadsheet show their values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "xml_reader.h"

namespace dossier {

// What a number's format makes of it.
enum class XlsxFormat : std::uint8_t { number, percent, day, day_and_time, time };

// By the format's code: "dd/mm/yyyy" is a day, "0.0%" a percentage.
XlsxFormat xlsx_format(std::string_view code);

// A format that every workbook has, by its number.
XlsxFormat builtin_xlsx_format(int number);

// The number as written in the file, shown: days as 2013-05-24, times as 14:30, numbers without the noise of
// their binary form. `from_1904`: which of two calendars the workbook counts its days in. What is no number
// is shown as it is.
std::string show_xlsx_number(std::string_view written, XlsxFormat format, bool from_1904);
std::string show_xlsx_number(double value, XlsxFormat format, bool from_1904);

// Read xl/styles.xml with it, then ask for the format of a cell's style.
class XlsxStyles : public XmlHandler {
 public:
  void start(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view) override {}

  XlsxFormat format(std::size_t style) const noexcept {
    return style < formats_.size() ? formats_[style] : XlsxFormat::number;
  }

 private:
  std::vector<std::pair<int, XlsxFormat>> own_;  // formats that the workbook defines, by number
  std::vector<XlsxFormat> formats_;              // of each style
  bool in_cells_ = false;
};

}  // namespace dossier

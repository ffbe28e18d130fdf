// The text of a workbook before 2007: its sheets row by row.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "office_blocks.h"
#include "rtf_charsets.h"
#include "xls_records.h"
#include "xlsx_cells.h"

namespace dossier {

// Reads BIFF8 (Excel 97 to 2003) and BIFF5 (Excel 5 and 95). Each sheet's name is a heading, formulas are the
// values they had last, numbers are shown as in XLSX, text boxes and notes come behind the rows.
class XlsWorkbook {
 public:
  XlsWorkbook(std::string_view stream, const ExtractionLimits& limits);

  // Whether the stream begins as one.
  static bool is_workbook(std::string_view stream);
  bool is_encrypted() const noexcept { return is_encrypted_; }
  const std::string& charset() const noexcept { return charset_; }
  // Ends before it says that it does.
  bool is_cut() const noexcept { return is_cut_; }

  // All sheets. Call once.
  std::vector<Block> read();

 private:
  struct Sheet {
    std::size_t start = 0;  // in the stream
    std::string name;
  };

  void read_globals();
  void read_strings(const XlsRecord& record);
  void add_style(std::uint32_t format);
  std::size_t read_sheet(std::size_t start);
  void read_cell(const XlsRecord& record);
  void read_formula(std::string_view data);
  void read_multiple(std::string_view data);
  void start_cell(std::string_view data);
  void end_row();
  void add_number(double value, std::size_t style);
  std::string string(const XlsRecord& record, std::size_t at, std::size_t length_bytes);

  std::string_view stream_;
  std::uint64_t most_;
  OfficeBlocks blocks_;
  bool is_old_ = false;  // BIFF5: strings are bytes in the charset
  bool is_encrypted_ = false;
  bool is_cut_ = false;
  bool from_1904_ = false;
  std::string charset_ = "UTF-16LE";
  RtfDecoder decoder_;
  std::vector<std::string> strings_;
  std::map<std::uint32_t, XlsxFormat> formats_;  // that the workbook defines, by number
  std::vector<XlsxFormat> styles_;
  std::vector<Sheet> sheets_;
  bool in_row_ = false;
  std::uint32_t row_ = 0;
  std::vector<std::string> asides_;  // text boxes of the sheet
};

}  // namespace dossier

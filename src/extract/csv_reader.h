// Tables as text: CSV, TSV and their relatives.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier {

// Cuts a table into its rows. Fields in quotes may hold delimiters, line breaks and doubled quotes (RFC
// 4180); a quote inside a field, and one behind which text goes on, is text. One that is never closed, or not
// within some thousand lines, is text, too: it costs its own field and swallows nothing. Linear.
class CsvReader {
 public:
  // `text` is valid UTF-8 with "\n" as its only line end. It must outlive this.
  CsvReader(std::string_view text, char delimiter) : rest_(text), delimiter_(delimiter) {}

  // The fields of the next row that has a character; false at the end.
  bool next(std::vector<std::string>& fields);
  // The number of the row given last among all, from 1.
  std::size_t row() const noexcept { return row_; }
  // How many quotes were never closed.
  std::size_t open_quotes() const noexcept { return open_quotes_; }

 private:
  bool read_row(std::vector<std::string>& fields);
  bool read_quoted(std::string& field);
  bool ends_field(std::size_t at) const noexcept;

  std::string_view rest_;
  char delimiter_;
  std::size_t row_ = 0;
  std::size_t open_quotes_ = 0;
};

// Which of comma, semicolon, tab and bar parts the fields: the one that cuts the first rows into the same
// number of fields most often. `likely` where none does.
char guess_delimiter(std::string_view text, char likely);

}  // namespace dossier

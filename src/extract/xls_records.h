// The records of a workbook before 2007 (BIFF, MS-XLS): what lies in the stream Workbook of an OLE container.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dossier {

// A record, with the pieces it goes on in.
struct XlsRecord {
  std::uint32_t type = 0;
  std::string_view data;
  std::vector<std::string_view> more;  // the data of the CONTINUE records behind it
};

// Reads records one after the other. What is cut off gives what is there.
class XlsRecords {
 public:
  explicit XlsRecords(std::string_view stream, std::size_t at = 0) : stream_(stream), at_(at) {}

  // False at the end.
  bool next(XlsRecord& record);
  // Behind the record that was given last.
  std::size_t position() const noexcept { return at_; }

 private:
  std::string_view stream_;
  std::size_t at_;
};

// Bytes of a record and of the pieces behind it as one sequence. Behind the end all bytes are 0.
class XlsBytes {
 public:
  explicit XlsBytes(const XlsRecord& record, std::size_t at = 0);

  bool at_end() const noexcept { return piece_ >= pieces_.size(); }
  std::uint32_t number(std::size_t bytes);
  void skip(std::size_t bytes);
  // A string of BIFF8, of UTF-16 or of its lower bytes; its length stands in `length_bytes`. Where it goes on
  // in the next piece, a byte there says again which of the two.
  std::string string(std::size_t length_bytes);

 private:
  std::uint32_t byte();
  void settle();

  std::vector<std::string_view> pieces_;
  std::size_t piece_ = 0;
  std::size_t at_ = 0;
};

}  // namespace dossier

// The records of a presentation before 2007 (MS-PPT): what lies in the stream PowerPoint Document of an OLE
// container. Some hold other records.
#pragma once

#include <cstdint>
#include <string_view>

namespace dossier {

// What records are, as far as they are read.
namespace ppt_record {
inline constexpr std::uint32_t document = 1000;
inline constexpr std::uint32_t slide = 1006;
inline constexpr std::uint32_t notes = 1008;
inline constexpr std::uint32_t slide_place = 1011;  // which slide, in a list of slides
inline constexpr std::uint32_t text_reference = 3998;
inline constexpr std::uint32_t text_kind = 3999;
inline constexpr std::uint32_t text_units = 4000;  // UTF-16
inline constexpr std::uint32_t text_bytes = 4008;  // its lower bytes
inline constexpr std::uint32_t string = 4026;
inline constexpr std::uint32_t link = 4055;
inline constexpr std::uint32_t page_edges = 4057;
inline constexpr std::uint32_t edge_switches = 4058;
inline constexpr std::uint32_t slide_list = 4080;
inline constexpr std::uint32_t user_edit = 4085;
inline constexpr std::uint32_t tag_data = 5003;  // holds records without saying so
inline constexpr std::uint32_t places = 6002;
inline constexpr std::uint32_t comment = 12000;
}  // namespace ppt_record

struct PptRecord {
  std::uint32_t type = 0;
  std::uint32_t instance = 0;  // what it is in particular, by its type
  bool is_container = false;
  std::string_view data;

  // Whether there are other records in it.
  bool holds_records() const noexcept { return is_container || type == ppt_record::tag_data; }
};

// Reads records one after the other. What is cut off gives what is there.
class PptRecords {
 public:
  explicit PptRecords(std::string_view bytes) : bytes_(bytes) {}

  // False at the end.
  bool next(PptRecord& record);

 private:
  std::string_view bytes_;
};

}  // namespace dossier

// What passes between the program and an extraction worker: first from the worker what it is confined by,
// then for each request with a file a row of documents and at last an outcome. Each message is a frame: its
// length as four bytes, least first, then a record of core/codec.h. The reading side trusts nothing: sizes
// and enum values are checked, text is made valid UTF-8.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "dossier/extract/extracted_document.h"
#include "dossier/extract/format_description.h"
#include "dossier/extract/request.h"
#include "dossier/extract/worker.h"

namespace dossier {

inline constexpr std::size_t max_frame_bytes = 128u << 20;

// A file to extract, whose descriptor travels beside the request; or a wish to know the formats.
struct WorkerRequest {
  bool asks_formats = false;  // then nothing else counts
  std::string name;
  ExtractionLimits limits;
  ExtractionOptions options;
  MemberPlace resume;  // members up to there are passed over
  LostParts lost;
};

// Where in the file the worker is, told at each step of its MemberWalk.
struct MemberPosition {
  MemberPlace place;
  std::string member;
  std::uint32_t part = 0;
  friend bool operator==(const MemberPosition&, const MemberPosition&) = default;
};

// A document of the file; a place in it; a format; how the request went, which comes last; or what the worker
// reads scans with, if it was asked to, and what it is confined by, which come before anything else.
using WorkerMessage =
    std::variant<ExtractedDocument, Outcome, Confinement, MemberPosition, FormatDescription, TextRecognition>;

// Records without their frame.
std::string encode_request(const WorkerRequest& request);
std::string encode_message(const ExtractedDocument& document);
std::string encode_message(const MemberPosition& position);
std::string encode_message(const Outcome& outcome);
std::string encode_message(const Confinement& confinement);
std::string encode_message(const FormatDescription& format);
std::string encode_message(const TextRecognition& recognition);

// None if the record is not what the encoding side writes.
std::optional<WorkerRequest> decode_request(std::string_view record);
std::optional<WorkerMessage> decode_message(std::string_view record);

// Appends `record`, of at most max_frame_bytes, as a frame.
void append_frame(std::string& out, std::string_view record);

// Cuts a stream of bytes into the records of its frames.
class FrameReader {
 public:
  void append(std::string_view bytes);

  // The next record that is there in full, or none; valid until the next call of append() or release().
  std::optional<std::string_view> next();

  // Gives back the memory of the records so far, where it is much.
  void release();

  // True once a frame claimed to be longer than max_frame_bytes: nothing behind it can be read.
  bool broken() const noexcept { return broken_; }

 private:
  std::string buffer_;
  std::size_t start_ = 0;  // of the first frame not yet given
  bool broken_ = false;
};

}  // namespace dossier

// Extraction: bytes to text and structure. Input: an open file. Output: ExtractedDocuments to a sink, and an
// Outcome for the file. Knows no Xapian, no index, no query. The program of the workers alone links what is
// declared here (worker_server.h); the main program asks it through worker.h.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/extract/extracted_document.h"
#include "dossier/extract/format_description.h"
#include "dossier/extract/request.h"
#include "dossier/extract/text_recogniser.h"

namespace dossier {

// What the members of a file have in common, however deep they lie.
struct MemberWalk {
  // Told where the walk is at each step into a member and out of it, and to a part; may be empty.
  std::function<void(const MemberWalk&)> at;
  MemberPlace resume;          // members up to this place, and what is in them, are passed over
  LostParts lost;              // what is left out of one document
  MemberPlace place;           // where the walk is; empty at the file itself
  std::string member;          // the name of that, as in ExtractedDocument
  std::uint32_t part = 0;      // of the document there, numbered by its format from 1; 0: none
  std::uint64_t packed = 0;    // bytes of the file
  std::uint64_t unpacked = 0;  // bytes of members so far
  std::uint32_t members = 0;   // so far

  // Goes to a part of the document at hand, such as a page, before that is touched; 0: behind all of them.
  // Gives how it ended the worker that read it before, if it did: then it is not gone to, and must be left
  // out. Only for documents that are given when all their parts have been read.
  std::optional<LostPart> start_part(std::uint32_t number);
  void tell() const;
};

// The bytes of a file, memory-mapped or read, valid for the call.
struct ExtractionInput {
  std::string_view name;  // the file's name, for its ending; no path is ever opened
  std::string_view bytes;
  ExtractionLimits limits;
  ExtractionOptions options;
  MemberWalk* walk = nullptr;            // set by extract() where there is none yet
  TextRecogniser* recogniser = nullptr;  // null: what scans show is not read
};

// One format. Stateless: calls may run in parallel.
class Extractor {
 public:
  virtual ~Extractor() = default;
  // Called once in a worker process, before it is confined: for what a library opens, loads or starts at its
  // first use. Afterwards files of the system can be opened to read at best (docs/adding-a-format.md).
  virtual void prepare() const {}
  // The libraries that do the reading and their versions, for people: "libxml2 2.9.14"; empty: none.
  virtual std::string reader() const { return {}; }
  // A small file of the format, whose text has sample_words on a line: what `check --formats` reads. May be
  // empty.
  virtual std::string sample() const { return {}; }
  // Whether its files are read by ExtractionInput::recogniser alone.
  virtual bool reads_scans() const { return false; }
  // Gives each document of the input to `sink` in order, and says how it went, members aside. Never throws
  // for what the bytes hold.
  virtual Outcome extract(const ExtractionInput& input, const DocumentSink& sink) const = 0;
};

// What the files of a format are made of.
enum class Content : std::uint8_t {
  text,    // characters in some charset
  binary,  // bytes; text whose every file begins with a signature counts as binary, too
};

// A row of the registry: how a format is recognised and who reads it.
struct Format {
  std::string_view name;                  // "html"
  std::string_view media_type;            // "text/html"
  std::vector<std::string_view> endings;  // lower case, without the dot
  Content content = Content::text;
  const Extractor* extractor = nullptr;  // null: known, but not supported
  // True if the first bytes of a file can be nothing else; null where only the name tells.
  bool (*looks_like)(std::string_view head_bytes) = nullptr;
  // Of a container: the name of the format that its content makes up, such as "docx" in a zip; empty if that
  // is none but the container's own.
  std::string_view (*content_format)(std::string_view bytes) = nullptr;
  // The container that files of this format are, by which they are recognised: "zip" of "docx".
  std::string_view container = {};
};

// All formats, in the order in which they are tried.
const std::vector<Format>& formats();

// The format of a file by its first bytes, and by what is in it where it is a container; by its name where
// they do not tell. A name claims only what the bytes can be: binary data is no text format, text is no
// binary format that has a signature, and a container is no format that comes in another. Text that no name
// claims is plain text; null for binary data that nothing claims.
const Format* recognise_format(std::string_view name, std::string_view bytes);

// Recognises the format and extracts: what a worker does with a file. Unsupported formats, empty files,
// binary data and files over the limit come back as the outcome with no document.
Outcome extract(const ExtractionInput& input, const DocumentSink& sink);

}  // namespace dossier

// Builds a Xapian database in memory and writes it in one pass: each term is kept once with its postings,
// sorted once at the end. Many times as fast as Xapian's own writer, which looks terms up in trees; what
// comes of it is the same, entry by entry (format "glass" of Xapian 1.4). Such a database is a segment: it is
// searched by itself, or merged with others.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "dossier/index/passage_postings.h"

namespace dossier {

class SegmentBuilder {
 public:
  // Makes the folder `path`, which must not be there. Throws Error(io).
  explicit SegmentBuilder(const std::string& path);
  ~SegmentBuilder();
  SegmentBuilder(const SegmentBuilder&) = delete;
  SegmentBuilder& operator=(const SegmentBuilder&) = delete;

  // True if Xapian is of a version whose databases were compared with these. If not, nothing is to be built.
  static bool is_possible();

  // Adds a Xapian document. Docids ascend from 1 on; they may leave gaps. Throws Error(io).
  void add(std::uint32_t docid, const PassagePostings& postings, std::string_view data);

  std::uint32_t documents() const noexcept;
  std::uint32_t last_docid() const noexcept;  // 0: none
  // Of memory, with what finish() will need. Postings take most of it: records are written as they come.
  std::uint64_t bytes() const noexcept;

  // Writes what is left, with the metadata (no empty key or value; a key has at most 253 bytes), as a
  // revision of that number, at least 1. Uses two threads. The files are not forced to the disk. Throws
  // Error(io).
  void finish(const std::map<std::string, std::string>& metadata, std::uint32_t revision = 1);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dossier

// The documents of a batch that is not committed yet: a few wait in memory, many become segments.
#pragma once

#include <cstdint>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "dossier/index/passage_postings.h"
#include "dossier/index/segment_builder.h"
#include "index_folder.h"

namespace dossier {

class Additions {
 public:
  using Metadata = std::map<std::string, std::string>;

  // Segments are made in the folder `path`. `memory`: bytes that those may take which are being built.
  Additions(const std::string& path, std::uint64_t memory) : scratch_(path), memory_(memory) {}

  // Docids ascend. Throws Error(io).
  void add(std::uint32_t docid, PassagePostings&& postings, std::string&& data);
  bool empty() const noexcept { return waiting_.empty() && written_.empty() && !builder_; }
  std::uint64_t waiting_bytes() const noexcept { return waiting_bytes_; }  // of memory

  // From now on all become segments; those that wait do so at once.
  void build();
  // True if one segment takes all.
  bool is_single() const noexcept { return written_.empty(); }
  // Writes all as segments and gives their folders, in the order of the docids. The last one gets the
  // metadata and the revision.
  std::vector<std::string> write(const Metadata& metadata = {}, std::uint32_t revision = 1);

  // Calls `visit` with each document, by docid, as Xapian's own writer takes it.
  void for_each(const std::function<void(std::uint32_t docid, const Xapian::Document& document)>& visit);

  void clear();  // drops all

 private:
  struct Waiting {
    std::uint32_t docid = 0;
    PassagePostings postings;
    std::string data;
  };

  void close_builder(const Metadata& metadata = {}, std::uint32_t revision = 1);

  ScratchFolder scratch_;
  std::uint64_t memory_;
  std::vector<Waiting> waiting_;
  std::uint64_t waiting_bytes_ = 0;
  std::unique_ptr<SegmentBuilder> builder_;
  std::vector<std::string> written_;  // the last one perhaps not wholly yet
  std::future<void> writing_;
};

}  // namespace dossier

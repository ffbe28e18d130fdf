// A presentation before 2007 (MS-PPT) to blocks.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "apart.h"
#include "office_blocks.h"
#include "ppt_records.h"

namespace dossier {

class PptPresentation {
 public:
  // The streams PowerPoint Document and Current User, which must outlive it.
  PptPresentation(std::string_view stream, std::string_view user, const ExtractionLimits& limits);

  bool is_encrypted() const noexcept { return is_encrypted_; }
  // Whether there is a presentation that can be read.
  bool is_readable() const noexcept { return document_.has_value(); }

  // Slide by slide, each a page: its title, a heading, then its text, its notes and comments; at the end what
  // stands above and below each page. Call once. What was saved over is not read.
  std::vector<Block> read();
  std::uint32_t slides() const noexcept { return slides_; }
  bool is_cut() const noexcept { return is_cut_; }  // some slide is not where it should be
  const LinkAddresses& links() const noexcept { return links_; }

 private:
  // What a text is there for (MS-PPT 2.13.33).
  struct Text {
    std::uint32_t kind = 0;
    std::string text;
    bool is_used = false;
  };
  // A slide or its notes, as the lists of the document have it.
  struct Place {
    std::uint32_t object = 0;
    std::uint32_t number = 0;  // by which its notes name it
    std::vector<Text> texts;   // that its shapes refer to
  };

  void find_objects(std::string_view user);
  std::optional<PptRecord> object(std::uint32_t number) const;
  void read_document(std::vector<Place>& slides, std::vector<Place>& notes);
  void read_list(std::string_view list, std::vector<Place>& places) const;
  std::vector<Block> read_page(Place& place, std::uint32_t type);
  void read_shapes(std::string_view data, std::size_t depth, Place& place, OfficeBlocks& blocks);
  void read_comment(std::string_view data, OfficeBlocks& blocks) const;
  void add_edges(std::string_view data);
  static void put(OfficeBlocks& blocks, std::uint32_t kind, std::string_view text);

  std::string_view stream_;
  const ExtractionLimits& limits_;
  std::map<std::uint32_t, std::uint32_t> offsets_;  // of objects, by their numbers
  std::optional<PptRecord> document_;
  bool is_encrypted_ = false;
  bool is_cut_ = false;
  std::uint32_t slides_ = 0;
  std::set<const char*> read_;  // objects, by where they are: each once
  std::vector<std::string> edges_;
  LinkAddresses links_;
};

}  // namespace dossier

// The blocks of a document that an office program wrote, out of its paragraphs, tables and notes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/extract/extracted_document.h"
#include "dossier/extract/extractor.h"

namespace dossier {

// Told what stands in a document in its order. Runs of white space become one space. A row of a table is one
// block, its cells parted as those of web pages are, unless it lays out a page. What is said aside, such as a
// footnote in the middle of a sentence, comes behind the paragraph, or the table's row, that calls it.
class OfficeBlocks {
 public:
  // Text beyond `limits` is dropped, but for a little that shows it was there.
  explicit OfficeBlocks(const ExtractionLimits& limits);

  void text(std::string_view text);  // of the open paragraph: valid UTF-8; a line end in it is a space
  void line_break();
  // Ends the open paragraph: a heading of `level` (1 and more), else of `kind`. A heading too long to be one
  // is a paragraph.
  void end_paragraph(BlockKind kind = BlockKind::paragraph, std::size_t level = 0);

  void start_row();
  void start_cell();
  void end_row();

  // What follows is aside until the matching end_aside(); the open paragraph goes on behind it.
  void start_aside();
  void end_aside();

  // What has been read elsewhere, as it is.
  void add(const std::vector<Block>& blocks);

  void set_page(std::optional<std::uint32_t> page) noexcept { page_ = page; }
  // Bytes of text so far.
  std::uint64_t size() const noexcept { return total_; }

  // All blocks; call once, at the end. What is open is closed.
  std::vector<Block> take();

 private:
  struct Placed {
    Block block;
    std::size_t cell = 0;  // of its row, from 1
  };
  struct Row {
    std::size_t first_block = 0;
    std::size_t cell = 0;
    bool is_layout = false;
  };
  // The document itself, or what is said aside.
  struct Flow {
    std::string pending;  // the open paragraph
    std::vector<Placed> blocks;
    std::vector<Row> rows;
    std::vector<Placed> asides;  // that wait for the paragraph's or the row's end
  };

  void place(Block&& block);
  void add_asides(Flow& flow);

  std::uint64_t most_;
  std::uint64_t total_ = 0;
  std::optional<std::uint32_t> page_;
  std::vector<Flow> flows_;
};

// The first heading, or what is set like a title: what a document is called that does not say it itself.
std::string title_of_blocks(const std::vector<Block>& blocks);

// Adds what stands above and below each page: once, without numbers of pages, and never as a heading.
void add_page_edges(std::vector<Block>& blocks, std::vector<Block>&& edges);

// Text as one block: clean_text, a run of white space one space, line breaks kept, none at the ends.
std::string block_text(std::string_view text);

}  // namespace dossier

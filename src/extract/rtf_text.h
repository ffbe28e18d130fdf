// The text of an RTF document.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "apart.h"
#include "office_blocks.h"
#include "rtf_charsets.h"
#include "rtf_group.h"
#include "rtf_info.h"
#include "rtf_tables.h"
#include "rtf_tokens.h"
#include "rtf_words.h"

namespace dossier {

// RTF (version 1.9.1) as blocks and metadata: no destination that is not shown, fields by their results,
// hidden and deleted text left out, footnotes, comments, text boxes and the descriptions of pictures
// behind their paragraph. Groups are kept on a stack of its own, so that no nesting is too deep.
class RtfText {
 public:
  explicit RtfText(const ExtractionLimits& limits);

  // Reads a document. Gives what was wrong with it, for people, or an empty string.
  std::string read(std::string_view bytes);

  // Gives a document its blocks, of which what stands above and below each page comes last, its metadata, and
  // what stands apart from its text. Call once.
  void add_to(ExtractedDocument& document);
  const std::string& charset() const noexcept { return charset_; }

 private:
  RtfGroup& group() noexcept { return groups_.back(); }
  OfficeBlocks& blocks() noexcept { return group().in_page_edges ? page_edges_ : body_; }
  const RtfFont* font() const { return tables_.font(groups_.back().font); }
  bool is_shown() const noexcept;

  void open_group();
  void close_group();
  void handle_word(const RtfToken& token);
  void handle_sign(char sign);
  void enter(RtfPlace place);
  void start_aside();
  void add_bytes(std::string_view bytes);
  void add_unit(int unit);
  void add_text(std::string_view text);
  void flush_bytes();
  void end_paragraph();
  void open_row();
  void end_cell();
  void end_row();
  void end_place(RtfPlace place);
  bool skips(const RtfToken& token);

  OfficeBlocks body_;
  OfficeBlocks page_edges_;
  std::vector<RtfGroup> groups_;
  std::vector<bool> rows_;  // whether a row is open in the text, in what is aside in it, ...
  RtfDecoder decoder_;
  std::string charset_;
  RtfTables tables_;
  RtfInfo info_;
  LinkAddresses links_;
  std::string bytes_;          // text that waits to be decoded
  std::string value_;          // of the field's instruction, or the property, that is read
  std::string property_name_;  // that was read last
  char32_t high_surrogate_ = 0;
  int skipping_ = 0;  // characters that stand for one that has been told
};

}  // namespace dossier

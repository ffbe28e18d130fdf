// The text of an RTF document.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "office_blocks.h"
#include "rtf_charsets.h"
#include "rtf_tokens.h"
#include "rtf_words.h"

namespace dossier {

// RTF (version 1.9.1) as blocks and metadata: no destination that is not shown, fields by their results,
// hidden and deleted text left out, footnotes, comments and text boxes behind their paragraph. Groups are
// kept on a stack of its own, so that no nesting is too deep.
class RtfText {
 public:
  explicit RtfText(const ExtractionLimits& limits);

  // Reads a document. Gives what was wrong with it, for people, or an empty string.
  std::string read(std::string_view bytes);

  // What stands above and below each page comes last. Call once.
  std::vector<Block> take_blocks();
  RawMetadata take_metadata();
  const std::string& charset() const noexcept { return charset_; }

 private:
  struct Font {
    std::string charset;
    std::string name;
    bool is_symbol = false;
  };
  struct Style {
    std::string name;
    int level = -1;  // from 0; -1: not said
    int based_on = -1;
  };
  // The properties that end with their group.
  struct Group {
    RtfPlace place = RtfPlace::text;
    RtfPlace outer = RtfPlace::text;  // of the group around an alternative
    int font = -1;
    int style = -1;
    int level = -1;
    int skip_after_unicode = 1;
    bool in_table = false;
    bool is_item = false;
    bool is_hidden = false;
    bool is_deleted = false;
    bool in_page_edges = false;
    bool ends_aside = false;
    bool is_starred = false;  // \* came before its first word
  };

  Group& group() noexcept { return groups_.back(); }
  OfficeBlocks& blocks() noexcept { return group().in_page_edges ? page_edges_ : body_; }
  const Font* font() const;
  bool is_shown() const noexcept;

  void open_group();
  void close_group();
  void handle_word(const RtfToken& token);
  void handle_sign(char sign);
  void enter(RtfPlace place);
  void set_property(RtfAction action, int number, bool on);
  void set_date_part(std::string_view word, int number);
  void start_aside();
  void add_bytes(std::string_view bytes);
  void add_unit(int unit);
  void add_text(std::string_view text);
  void flush_bytes();
  void end_paragraph();
  void open_row();
  void end_cell();
  void end_row();
  void end_entry();
  std::size_t heading_level() const;
  bool skips(const RtfToken& token);

  OfficeBlocks body_;
  OfficeBlocks page_edges_;
  std::vector<Group> groups_;
  std::vector<bool> rows_;  // whether a row is open in the text, in what is aside in it, ...
  RtfDecoder decoder_;
  std::string charset_;
  std::map<int, Font> fonts_;
  std::map<int, Style> styles_;
  int default_font_ = -1;
  int entry_ = -1;     // the font or style that is read
  std::string bytes_;  // text that waits to be decoded
  std::string entry_name_;
  char32_t high_surrogate_ = 0;
  int skipping_ = 0;  // characters that stand for one that has been told
  RawMetadata metadata_;
  std::string created_, modified_;
};

}  // namespace dossier

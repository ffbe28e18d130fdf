// The text of any XML document as blocks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dossier/extract/extracted_document.h"
#include "xml_names.h"
#include "xml_reader.h"

namespace dossier {

// Makes blocks of a document's events. Elements of the vocabularies of xml_names.h are what they are there;
// of others, one that stands in running text is a part of it, and any other a block. Notes stand behind the
// block they belong to.
class XmlText : public XmlHandler {
 public:
  void start(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view text) override;

  // The blocks, after the last event. Call once.
  std::vector<Block> take();

 private:
  struct Open {
    std::string name;
    XmlRole role = XmlRole::unknown;
    bool runs = false;    // text stands directly in it
    bool hidden = false;  // what stands in it is no text
  };
  // A note that is being read, and the text that it interrupts.
  struct Note {
    std::string around;
    std::string text;
  };

  static bool holds_running_text(const Open& element) noexcept;
  XmlRole role_of(std::string_view name) const;
  void open_block(XmlRole role);
  void close_block(XmlRole role);
  void end_number();
  void end_note();
  void flush(BlockKind kind = BlockKind::paragraph);
  void give(BlockKind kind, std::string text);
  void break_line();

  std::vector<Open> open_;
  std::size_t containers_ = 0;  // open ones
  std::size_t items_ = 0;
  std::size_t rows_ = 0;
  bool akoma_ = false;
  bool may_go_on_ = false;  // an unknown element has ended: running text makes it a part of that
  std::string pending_;
  std::string number_;  // waits for its heading, or for its text
  bool number_is_heading_ = false;
  std::string row_;
  std::vector<Note> notes_open_;
  std::vector<std::string> notes_;  // behind the block at hand
  std::vector<Block> blocks_;
};

}  // namespace dossier

// Feeds: RSS and Atom.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text_record.h"
#include "xml_reader.h"

namespace dossier {

// Whether the root element of a document is that of a feed.
bool is_feed(std::string_view root) noexcept;

// Gathers the entries of a feed; their texts are HTML.
class XmlFeed : public XmlHandler {
 public:
  void start(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view text) override;

  // The entries in their order; the feed itself where it has none. What the feed says of itself is the source
  // and language of each.
  std::vector<TextRecord> take();

 private:
  std::string* field(std::string_view name) noexcept;

  std::vector<std::string> open_;
  std::size_t entry_ = 0;  // how many elements were open when the entry at hand began; 0: there is none
  std::size_t field_ = 0;  // the same of the field
  std::string* into_ = nullptr;
  std::string summary_, content_, updated_;
  TextRecord record_;
  TextRecord feed_;
  std::vector<TextRecord> entries_;
};

}  // namespace dossier

// What an XML document says of itself, in the vocabularies that have a place for it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/extract/extracted_document.h"
#include "xml_reader.h"

namespace dossier {

// Gathers metadata from the events of a document: TEI's header, Akoma Ntoso's meta, JATS's article-meta,
// DocBook's info, Dublin Core's elements.
class XmlMetadata : public XmlHandler {
 public:
  void start(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view text) override;

  // The metadata, after the last event.
  RawMetadata take();

 private:
  enum class Field : std::uint8_t { title, author, source, language, url, date };

  // A value that an element's text is collected for.
  struct Collected {
    std::size_t depth = 0;
    Field field = Field::title;
    int rank = 0;
    std::string from;
    std::string text;
  };
  // A value, and from how good a place: the lower the better.
  struct Best {
    std::string value;
    int rank = 1000;
  };

  bool is_in(std::string_view ancestor) const noexcept;
  void note(Field field, int rank, const std::string& from, std::string_view value);
  void collect(Field field, int rank, std::string from);
  void start_tei(std::string_view name, const XmlAttributes& attributes);
  void start_akoma(std::string_view name, const XmlAttributes& attributes);
  void start_article(std::string_view name, const XmlAttributes& attributes);
  void start_dublin_core(std::string_view name);
  Best& best(Field field) noexcept { return best_[static_cast<std::size_t>(field)]; }

  std::vector<std::string> open_;
  std::vector<Collected> collected_;
  std::array<Best, 6> best_;
  std::vector<std::string> authors_;
  std::vector<std::pair<int, std::pair<std::string, std::string>>> dates_;
};

}  // namespace dossier

// What the elements of the vocabularies that documents are written in are for.
#pragma once

#include <cstdint>
#include <string_view>

namespace dossier {

// What an element does to the text in it.
enum class XmlRole : std::uint8_t {
  unknown,    // told by what stands around it
  in_line,    // a part of the running text
  block,      // a paragraph, or something made of paragraphs
  container,  // a part with a heading of its own
  heading,    // of the container it stands in
  number,     // stands before the heading, or before the text
  item,
  row,
  cell,
  note,    // apart from the text it stands in
  header,  // says what the document is; no text
  hidden,  // no text at all
};

// The role of an element by its name without a prefix and that of its parent. `akoma`: in Akoma Ntoso, where
// <title> and <paragraph> are parts with headings.
XmlRole xml_role(std::string_view name, std::string_view parent, bool akoma) noexcept;

}  // namespace dossier

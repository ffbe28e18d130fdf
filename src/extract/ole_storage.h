// OLE containers (compound files): what Office wrote before 2007, and what it puts protected documents into.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/extract/extracted_document.h"

namespace dossier {

class OleStorage {
 public:
  // `bytes` must stay for as long as this lives.
  explicit OleStorage(std::string_view bytes);

  bool readable() const noexcept { return root_ != nullptr; }
  // Whether there is such a stream at the root.
  bool has(const char* name) const { return open(name) != nullptr; }
  // The stream, up to max_part_bytes of it; what can be read of a broken one; empty if it is not there.
  std::string stream(const char* name) const;
  // Title, author and dates of the summary; dates are called after `format`: "doc:created".
  RawMetadata metadata(std::string_view format) const;
  // What the summary says the document is about: subject, keywords, comments; as add_about() takes it.
  std::vector<std::string> about() const;

 private:
  struct Release {
    void operator()(void* object) const noexcept;
  };
  template <typename T>
  using Object = std::unique_ptr<T, Release>;

  struct Input;
  struct Folder;
  Object<Input> open(const char* name) const;

  Object<Folder> root_;
};

// The name of the format (formats.cc) of the document that an OLE container is; empty if it is none.
std::string_view ole_format(std::string_view bytes);

}  // namespace dossier

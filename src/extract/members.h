// What files that hold others have in common: archives, mailboxes, messages with attachments.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "dossier/extract/extractor.h"

namespace dossier {

// Reads a member: gives its documents to `sink` and says how it went, as an Extractor does. `member` has all
// but the bytes.
using MemberReader = std::function<Outcome(ExtractionInput member, const DocumentSink& sink)>;

// The members of one file, in their order. Whatever is wrong with one is said of that one, and the next is
// read.
class Members {
 public:
  // Both must outlive this.
  Members(const ExtractionInput& container, const DocumentSink& sink);

  // The next member, by its name as the file gives it: any bytes. `read` is not called for what is passed
  // over. Records without a name are named by their number, as `name`.
  void add(std::string_view name, const MemberReader& read);
  // A member that cannot be read, whatever is in it.
  void add(std::string_view name, const Outcome& outcome);

  // False once no more members may be read: outcome() says why.
  bool more() const noexcept { return stop_.status == Status::ok; }
  const Outcome& outcome() const noexcept { return stop_; }
  // Of all that there are.
  std::uint32_t count() const noexcept { return ordinal_; }

  // How many bytes the member at hand may have.
  std::uint64_t most_bytes() const noexcept;
  // Counts bytes that were unpacked, of use or not.
  void unpacked(std::uint64_t bytes);

 private:
  std::string unique(const std::string& name);
  void read_member(const std::string& name, const MemberReader& read);

  const ExtractionInput& container_;
  const DocumentSink& sink_;
  std::uint32_t ordinal_ = 0;
  std::unordered_map<std::string, std::uint32_t> names_;
  Outcome stop_;
};

// A member's name as it is shown and used: valid UTF-8 on one line, steps parted by single slashes, none of
// them "." or "..", of a length that people can read.
std::string member_name(std::string_view written);

}  // namespace dossier

// What a message is made of: its text, and what is attached to it.
#pragma once

#include <gmime/gmime.h>

#include <memory>
#include <string>
#include <vector>

#include "dossier/extract/extractor.h"

namespace dossier {

template <typename T>
using MailObject = std::unique_ptr<T, decltype(&g_object_unref)>;

// What GMime gives as text, made valid and clean on one line; "" for null.
std::string mail_text(const char* text);

// The decoded bytes of a part.
std::string mail_content(GMimePart* part);

// Sorts the parts of a message. Of alternatives plain text is taken, if there is a word in it.
class MailParts {
 public:
  explicit MailParts(const ExtractionLimits& limits) : limits_(limits) {}

  void add(GMimeObject* part) { add(part, true, 0); }

  std::vector<Block> blocks;
  std::string encoding;
  Outcome outcome;                        // what was lost of the text
  std::vector<GMimeObject*> attachments;  // borrowed from the message

 private:
  void add(GMimeObject* part, bool is_shown, std::size_t depth);
  void add_alternatives(GMimeMultipart* parts, bool is_shown, std::size_t depth);
  void add_leaf(GMimeObject* part, bool is_shown);
  void add_text(GMimePart* part);
  void add_plain(std::string_view bytes, const char* charset);
  void add_html(std::string_view bytes, const char* charset);
  bool is_worded(GMimeObject* part) const;

  const ExtractionLimits& limits_;
};

}  // namespace dossier

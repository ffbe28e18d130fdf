// Mailboxes as mbox files: messages one behind the other, each behind a line that begins with "From ".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dossier {

// Whether `line` parts messages: "From ", who, and when, which ends with a year or a zone behind it.
// "From there we went on" is text.
bool is_from_line(std::string_view line) noexcept;

// Whether the text begins with the header of a message as a mail program writes it: "Name: value" lines alone
// up to an empty one, among them who or when, and one that people do not write by hand.
bool has_mail_header(std::string_view text);

// Cuts a mailbox into its messages. A line that parts stands at the beginning or behind an empty line.
class MailboxReader {
 public:
  explicit MailboxReader(std::string_view bytes) : rest_(bytes) {}

  // The next message without the line before it, a view into the bytes; none at the end. What stands before
  // the first of such lines is a message, too.
  std::optional<std::string_view> next();

 private:
  std::string_view rest_;
};

// A message with ">From " at the beginning of lines as it was before the mailbox was written; of several ">"
// one goes.
std::string without_from_escapes(std::string_view message);

}  // namespace dossier

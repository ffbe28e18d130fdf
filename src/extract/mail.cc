// Electronic mail: single messages and mailboxes.
#include <algorithm>
#include <string>

#include "extractors.h"
#include "mail_message.h"
#include "mailbox.h"
#include "members.h"
#include "self_test.h"

namespace dossier {
namespace {

constexpr std::size_t kHeadBytes = 64 * 1024;

class MailExtractor : public Extractor {
 public:
  void prepare() const override { prepare_mail(); }
  std::string reader() const override { return mail_library(); }
  std::string sample() const override { return mail_sample(); }

  Outcome extract(const ExtractionInput& input, const DocumentSink& sink) const override {
    // Old Macs end lines with CR alone.
    const std::string_view head = input.bytes.substr(0, kHeadBytes);
    const bool old = head.find('\r') != std::string_view::npos && head.find('\n') == std::string_view::npos;
    std::string mended;
    if (old) {
      mended = input.bytes;
      std::replace(mended.begin(), mended.end(), '\r', '\n');
    }
    const Outcome outcome = extract_message(old ? std::string_view(mended) : input.bytes, input, sink);
    // A text that was only named like a message.
    return outcome.reason == Reason::damaged && outcome.status == Status::failed
               ? plain_text_extractor().extract(input, sink)
               : outcome;
  }
};

class MailboxExtractor : public Extractor {
 public:
  std::string reader() const override { return mail_library(); }
  std::string sample() const override {
    return "From n@example.org Thu May  2 10:00:00 2013\n" + mail_sample();
  }

  Outcome extract(const ExtractionInput& input, const DocumentSink& sink) const override {
    Members members(input, sink);
    MailboxReader mailbox(input.bytes);
    while (members.more()) {
      const auto message = mailbox.next();
      if (!message) break;
      members.add(std::to_string(members.count() + 1),
                  [&](const ExtractionInput& member, const DocumentSink& into) {
                    const std::string text = without_from_escapes(*message);
                    return extract_message(text, member, [&](ExtractedDocument&& document) {
                      // It is a record of the mailbox, no file of its own.
                      if (document.member.empty()) document.file_name = std::string(input.name);
                      into(std::move(document));
                    });
                  });
    }
    if (members.count() == 0) return {Status::skipped, Reason::no_text, "there is no message in it"};
    return members.outcome();
  }
};

}  // namespace

const Extractor& mail_extractor() {
  static const MailExtractor extractor;
  return extractor;
}

const Extractor& mailbox_extractor() {
  static const MailboxExtractor extractor;
  return extractor;
}

}  // namespace dossier

// Mailboxes: each message a document, whatever stands in it.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "member_list.h"

namespace dossier {
namespace {

constexpr std::string_view kFrom = "From a@post.example Mon Jan  2 15:04:05 2006\n";

std::string message(const std::string& subject, const std::string& body) {
  return std::string(kFrom) + "From: a@post.example\nSubject: " + subject + "\n\n" + body + "\n";
}

std::string read(std::string_view bytes) {
  return print_members(extract_bytes("box.mbox", bytes));
}

TEST(Mailbox, GivesEachMessageByItsNumber) {
  const Extraction got = extract_bytes("box.mbox", message("One", "First.\n") + message("Two", "Second.\n"));
  EXPECT_EQ(
      print_members(got),
      "//1: ok | p From: a@post.example | p First.\n//2: ok | p From: a@post.example | p Second.\nok\n");
  ASSERT_EQ(got.documents.size(), 2u);
  EXPECT_EQ(got.documents[1].metadata.title, "Two");
  EXPECT_EQ(got.documents[1].file_name, "box.mbox");
}

TEST(Mailbox, IsRecognisedByItsFirstLines) {
  const std::string bytes = std::string(kFrom) + "Received: x\n" + "Subject: S\n\nText.\n";
  EXPECT_EQ(print(extract_bytes("INBOX", bytes).outcome), "ok");
  EXPECT_EQ(extract_bytes("INBOX", bytes).documents.at(0).member, "//1");
  EXPECT_EQ(extract_bytes("diary.txt", "From here on, 12:30 in 2006, it rained.\n\nText.\n").document().type,
            "text/plain");
}

TEST(Mailbox, TakesOnlyLinesThatPartForWhatPartsMessages) {
  EXPECT_EQ(
      read(message("One",
                   "First.\nFrom c@post.example Mon Jan  2 15:04:05 2006\nnot behind an empty line\n\n"
                   "From there we went on\n\n>From what we heard\n>>From twice\n>Fromage\n")),
      "//1: ok | p From: a@post.example | p First.\\nFrom c@post.example Mon Jan  2 15:04:05 2006\\nnot "
      "behind an empty line | p From there we went on | p From what we heard\\n>From twice\\n>Fromage\nok\n");
  EXPECT_EQ(read("Subject: S\n\nBefore the first line.\n\n" + message("One", "First.")),
            "//1: ok | p Before the first line.\n//2: ok | p From: a@post.example | p First.\nok\n");
  std::string dos = message("One", "First.\n") + message("Two", "Second.\n");
  for (std::size_t i = dos.find('\n'); i != std::string::npos; i = dos.find('\n', i + 2))
    dos.replace(i, 1, "\r\n");
  EXPECT_EQ(extract_bytes("box.mbox", dos).documents.size(), 2u);
}

TEST(Mailbox, NamesAttachmentsByTheirMessage) {
  const std::string body =
      "--B\n\nText.\n--B\nContent-Type: text/plain; name=\"a.txt\"\n\nAttached.\n--B--\n";
  const std::string bytes =
      std::string(kFrom) + "From: a@post.example\nContent-Type: multipart/mixed; boundary=B\n\n" + body;
  EXPECT_EQ(read(bytes), "//1: ok | p From: a@post.example | p Text.\n//1//a.txt: ok | p Attached.\nok\n");
}

TEST(Mailbox, WithABrokenMessageGivesTheOthers) {
  EXPECT_EQ(read(message("One", "First.\n") + std::string(kFrom) + "\x01\x02 no header\n\n" +
                 message("Three", "Third.\n")),
            "//1: ok | p From: a@post.example | p First.\n//2: failed damaged\n"
            "//3: ok | p From: a@post.example | p Third.\nok\n");
  EXPECT_EQ(read(kFrom), "skipped no-text\n");
}

TEST(Mailbox, OfManyMessagesIsReadInTime) {
  std::string bytes;
  for (int i = 0; i < 20'000; ++i) bytes += message("S", "Text.\n\nFrom nowhere\n");
  std::size_t count = 0;
  extract({.name = "box.mbox", .bytes = bytes}, [&](ExtractedDocument&&) { ++count; });
  EXPECT_EQ(count, 20'000u);
}

}  // namespace
}  // namespace dossier

// Messages: who wrote what to whom and when, and what they attached.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "member_list.h"
#include "support/archive_builder.h"

namespace dossier {
namespace {

using std::string_literals::operator""s;

constexpr std::string_view kHeader =
    "From: Ana Example <ana@post.example>\n"
    "To: Boris <boris@post.example>, carla@post.example\n"
    "Subject: On the strait\n"
    "Date: Tue, 14 May 2013 23:30:00 -0700\n"
    "Message-ID: <one@post.example>\n"
    "MIME-Version: 1.0\n";

const std::string kCorrespondents =
    "p From: Ana Example <ana@post.example>\\nTo: Boris <boris@post.example>, carla@post.example";

Extraction mail(std::string_view body) {
  return extract_bytes("a.eml", std::string(kHeader) + std::string(body));
}

// The text of a message behind the line of its correspondents.
std::string text_of(std::string_view body) {
  const std::string blocks = print(mail(body).documents.at(0).blocks);
  return blocks.starts_with(kCorrespondents + "\n") ? blocks.substr(kCorrespondents.size() + 1) : blocks;
}

TEST(Mail, GivesTheMessageWithItsHeader) {
  const Extraction got = mail("\nWe met on 3 May.\n\nYours,\nAna\n");
  EXPECT_EQ(print_members(got), ": ok | " + kCorrespondents + " | p We met on 3 May. | p Yours,\\nAna\nok\n");
  const RawMetadata& metadata = got.document().metadata;
  EXPECT_EQ(metadata.title, "On the strait");
  EXPECT_EQ(metadata.author, "Ana Example");
  EXPECT_EQ(metadata.url, "mid:one@post.example");
  EXPECT_EQ(print(metadata.dates), "mail:Date: 2013-05-14") << "the day where it was written";
  EXPECT_EQ(got.document().type, "message/rfc822");
}

TEST(Mail, IsRecognisedByItsHeader) {
  const std::string bytes = std::string(kHeader) + "\nText.\n";
  EXPECT_EQ(extract_bytes("letter.txt", bytes).document().type, "message/rfc822");
  EXPECT_EQ(extract_bytes("no ending", bytes).document().type, "message/rfc822");
  EXPECT_EQ(extract_bytes("memo.txt", "From: The director\nSubject: Stairs\n\nUse them.\n").document().type,
            "text/plain")
      << "people write such lines, too";
  EXPECT_EQ(extract_bytes("a.eml", "From: x@post.example\n\nText.\n").document().type, "message/rfc822");
  EXPECT_EQ(extract_bytes("a.eml", "No header at all, only words.\n").document().type, "text/plain");
}

TEST(Mail, DecodesHeadersHoweverTheyAreWritten) {
  const auto title = [](const std::string& header) {
    return extract_bytes("a.eml", header + "From: a@post.example\n\nText.\n").documents.at(0).metadata.title;
  };
  EXPECT_EQ(title("Subject: =?UTF-8?B?0JfQtNGA0LDQstC+?=\n"), "Здраво");
  EXPECT_EQ(title("Subject: =?iso-8859-1?Q?caf=E9?= =?iso-8859-1?Q?s?=\n"), "cafés");
  EXPECT_EQ(title("Subject: caf\xC3\xA9\n"), "café");
  EXPECT_EQ(title("Subject: caf\xE9\n"), "café");
  EXPECT_EQ(title("Subject: folded\n over\n\tlines\n"), "folded over lines");
  EXPECT_EQ(title("Subject: =?x-unknown?Q?a?= b\x1b[31m\n").find('\x1b'), std::string::npos);
  EXPECT_EQ(title(""), "");
}

TEST(Mail, TakesPlainTextOfAlternatives) {
  const std::string html = "--B\nContent-Type: text/html\n\n<p>In <b>HTML</b>.</p>\n";
  const std::string type = "Content-Type: multipart/alternative; boundary=B\n\n";
  EXPECT_EQ(text_of(type + "--B\nContent-Type: text/plain\n\nIn words.\n" + html + "--B--\n"), "p In words.");
  EXPECT_EQ(text_of(type + "--B\nContent-Type: text/plain\n\n \n" + html + "--B--\n"), "p In HTML.");
  EXPECT_EQ(text_of(type + html + "--B--\n"), "p In HTML.");
}

TEST(Mail, GivesAttachmentsAsDocumentsOfTheirOwn) {
  const std::string zip = zip_of({{"deep.txt", "Inside."}});
  std::string base64;
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (std::size_t i = 0; i < zip.size(); i += 3) {
    unsigned bits = 0;
    for (std::size_t k = 0; k < 3; ++k)
      bits = bits << 8 | (i + k < zip.size() ? static_cast<unsigned char>(zip[i + k]) : 0u);
    for (int k = 3; k >= 0; --k) base64 += kDigits[bits >> (6 * k) & 63];
    if (i % 57 == 54) base64 += '\n';
  }
  const Extraction got = mail(
      "Content-Type: multipart/mixed; boundary=B\n\n"
      "--B\n\nSee the attachments.\n"
      "--B\nContent-Type: text/html; name=\"note.html\"\nContent-Disposition: attachment\n\n<h1>Note</h1>\n"
      "--B\nContent-Type: application/zip\nContent-Transfer-Encoding: base64\n"
      "Content-Disposition: attachment; filename*=utf-8''%D0%B0.zip\n\n" +
      base64 +
      "\n--B\nContent-Type: text/csv\n\na,b\n1,two\n"
      "--B\nContent-Type: application/ms-tnef; name=winmail.dat\n\n\x78\x9F\x3E\x22\x01\n"
      "--B\nContent-Type: message/rfc822\n\nFrom: d@post.example\nSubject: Earlier\n\nBefore that.\n"
      "--B\nContent-Type: application/pgp-signature\n\nxyz\n--B--\n");
  EXPECT_EQ(print_members(got), ": ok | " + kCorrespondents +
                                    " | p See the attachments.\n"
                                    "//note.html: ok | h1 Note\n"
                                    "//а.zip//deep.txt: ok | p Inside.\n"
                                    "//part-3.csv: ok | tr a | b | tr 1 | two\n"
                                    "//winmail.dat: skipped unsupported-format\n"
                                    "//part-5.eml: ok | p From: d@post.example | p Before that.\n"
                                    "ok\n");
  // They have its day, and its sender for an author; a message has its own.
  EXPECT_EQ(print(got.documents.at(2).metadata.dates), "mail:attached: 2013-05-14");
  EXPECT_EQ(got.documents.at(2).metadata.author, "Ana Example");
  EXPECT_EQ(got.documents.at(5).metadata.title, "Earlier");
  EXPECT_EQ(got.documents.at(5).metadata.author, "d@post.example");
  EXPECT_EQ(print(got.documents.at(5).metadata.dates), "");
}

TEST(Mail, KeepsAttachmentsOfAlternativesThatAreNotShown) {
  const Extraction got = mail(
      "Content-Type: multipart/alternative; boundary=A\n\n"
      "--A\nContent-Type: text/plain\n\nIn words.\n"
      "--A\nContent-Type: multipart/mixed; boundary=B\n\n"
      "--B\nContent-Type: text/html\n\n<p>In HTML.\n"
      "--B\nContent-Type: text/plain; name=a.txt\n\nAttached.\n--B--\n--A--\n");
  EXPECT_EQ(print_members(got),
            ": ok | " + kCorrespondents + " | p In words.\n//a.txt: ok | p Attached.\nok\n");
}

TEST(Mail, DecodesTextByWhatItSaysAndElseByWhatItIs) {
  for (const auto& [header, body] : std::vector<std::pair<std::string, std::string>>{
           {"Content-Type: text/plain; charset=iso-8859-1\n", "Un café à Genève."},
           {"Content-Type: text/plain; charset=windows-1251\n",
            "\xC7\xE4\xF0\xE0\xE2\xEE \xF1\xE2\xE5\xF2\xE5"},
           {"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n",
            "Un caf=C3=A9 =\nlong"},
           {"Content-Type: text/plain; charset=x-none\n", "Un café."},
           {"Content-Type: text/plain; charset=utf-16\n", "Only words."},
           {"", "Un café."}}) {
    const Extraction got = mail(header + "\n" + body + "\n");
    EXPECT_EQ(print(got.outcome), "ok") << header;
  }
  EXPECT_EQ(text_of("Content-Type: text/plain; charset=windows-1251\n\n\xC7\xE4\xF0\xE0\xE2\xEE\n"),
            "p Здраво");
  EXPECT_EQ(text_of("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
                    "Un caf=C3=A9 =\nlong\n"),
            "p Un café long");
  EXPECT_EQ(text_of("Content-Type: text/html; charset=iso-8859-1\n\n<meta charset=utf-8><p>caf\xE9\n"),
            "p café");
}

TEST(Mail, LosesNothingOfBrokenParts) {
  EXPECT_EQ(text_of("Content-Type: multipart/mixed; boundary=B\n\n--B\n\nNever closed."), "p Never closed.");
  EXPECT_EQ(text_of("Content-Type: multipart/mixed\n\nNo boundary.\n"), "p No boundary.");
  EXPECT_EQ(text_of("Content-Type: multipart/mixed; boundary=B\n\nNever met.\n"), "p Never met.");
  EXPECT_EQ(text_of("Content-Transfer-Encoding: x-nobody-knows\n\nAs it is.\n"), "p As it is.");
  std::string old = std::string(kHeader) + "\nOld line ends.\n";
  for (char& c : old) c = c == '\n' ? '\r' : c;
  EXPECT_EQ(print(extract_bytes("a.eml", old).document().blocks), kCorrespondents + "\np Old line ends.");
}

TEST(Mail, SaysWhenItsTextIsEncrypted) {
  const Extraction got = mail(
      "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=B\n\n"
      "--B\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--B\nContent-Type: "
      "application/octet-stream\n\nxyz\n--B--\n");
  EXPECT_EQ(print_members(got), ": partial encrypted | " + kCorrespondents + "\npartial encrypted\n");
}

TEST(Mail, SurvivesDeepNesting) {
  std::string open;
  for (int i = 0; i < 5000; ++i) {
    open += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" + std::to_string(i) +
            "\n";
  }
  const Extraction multiparts = mail(open + "\nText.\n");
  EXPECT_EQ(multiparts.documents.size(), 1u);
  std::string messages;
  for (int i = 0; i < 5000; ++i) messages += "Content-Type: message/rfc822\n\n";
  EXPECT_GE(mail(messages + "\nText.\n").documents.size(), 1u);
}

}  // namespace
}  // namespace dossier

// Archives: what is in them as documents of their own, and what is said of the rest.
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

std::string read(std::string_view name, std::string_view bytes, const ExtractionLimits& limits = {}) {
  return print_members(extract_bytes(name, bytes, limits));
}

TEST(Archive, GivesEachMemberAsADocument) {
  for (const auto& [format, filter, name] :
       std::vector<std::tuple<const char*, const char*, const char*>>{{"zip", "none", "a.zip"},
                                                                      {"gnutar", "none", "a.tar"},
                                                                      {"ustar", "gzip", "a.tar.gz"},
                                                                      {"ustar", "bzip2", "a.tar.bz2"},
                                                                      {"ustar", "xz", "a.txz"},
                                                                      {"ustar", "zstd", "a.tar.zst"},
                                                                      {"7zip", "none", "a.7z"},
                                                                      {"cpio", "none", "a.cpio"}}) {
    const std::string bytes = ArchiveBuilder(format, filter)
                                  .file("one.txt", "The first.")
                                  .file("sub/two.html", "<h1>Two</h1><p>The second.")
                                  .bytes();
    EXPECT_EQ(read(name, bytes),
              "//one.txt: ok | p The first.\n//sub/two.html: ok | h1 Two | p The second.\nok\n")
        << name;
    EXPECT_EQ(read("no ending", bytes), read(name, bytes));
  }
}

TEST(Archive, TellsWhichFileADocumentIs) {
  const Extraction got = extract_bytes(
      "a.zip", zip_of({{"sub/one.txt", "The first."}, {"two.jsonl", "{\"text\": \"A record.\"}\n"}}));
  ASSERT_EQ(got.documents.size(), 2u);
  EXPECT_EQ(got.documents[0].file_name, "one.txt");
  EXPECT_EQ(got.documents[1].member, "//two.jsonl//1");
  EXPECT_EQ(got.documents[1].file_name, "two.jsonl");
}

TEST(Archive, OfOneCompressedFileIsThatFile) {
  for (const auto& [filter, ending] : std::vector<std::pair<const char*, std::string>>{
           {"gzip", ".gz"}, {"bzip2", ".bz2"}, {"xz", ".xz"}, {"zstd", ".zst"}}) {
    const std::string markdown = packed(filter, "# Title\n\nText.");
    EXPECT_EQ(read("a.md" + ending, markdown), ": ok | h1 Title | p Text.\nok\n") << filter;
    EXPECT_EQ(extract_bytes("a.md" + ending, markdown).document().type, "text/markdown");
  }
  EXPECT_EQ(read("a.zip.gz", packed("gzip", zip_of({{"b.txt", "Text."}}))), "//b.txt: ok | p Text.\nok\n");
  EXPECT_EQ(read("a.txt.gz", packed("gzip", "")), "skipped empty\n");
}

TEST(Archive, SaysWhatItDoesNotRead) {
  const std::string bytes = ArchiveBuilder("gnutar")
                                .file("one.txt", "The first.")
                                .file("empty.txt", "")
                                .file("picture.png", "\x89PNG\r\n\x1A\n\0\0"s)
                                .link("link.txt", "/etc/hostname")
                                .special("pipe", AE_IFIFO)
                                .special("folder/", AE_IFDIR)
                                .file("last.txt", "The last.")
                                .bytes();
  EXPECT_EQ(read("a.tar", bytes),
            "//one.txt: ok | p The first.\n"
            "//empty.txt: skipped empty\n"
            "//picture.png: skipped no-text-layer\n"
            "//link.txt: skipped bad-link\n"
            "//pipe: skipped not-a-file\n"
            "//last.txt: ok | p The last.\n"
            "ok\n");
}

TEST(Archive, MakesNamesHarmlessAndDifferent) {
  const std::string bytes = ArchiveBuilder("gnutar")
                                .file("../../up.txt", "One.")
                                .file("/etc/absolute.txt", "Two.")
                                .file("a//b/./c.txt", "Three.")
                                .file("back\\slash.txt", "Four.")
                                .file("same.txt", "Five.")
                                .file("same.txt", "Six.")
                                .file("esc\x1b[2Jape\nd.txt", "Seven.")
                                .file("caf\xE9.txt", "Eight.")
                                .file("Здраво.txt", "Nine.")
                                .bytes();
  EXPECT_EQ(read("a.tar", bytes),
            "//up.txt: ok | p One.\n"
            "//etc/absolute.txt: ok | p Two.\n"
            "//a/b/c.txt: ok | p Three.\n"
            "//back/slash.txt: ok | p Four.\n"
            "//same.txt: ok | p Five.\n"
            "//same.txt~2: ok | p Six.\n"
            "//escape d.txt: ok | p Seven.\n"
            "//café.txt: ok | p Eight.\n"
            "//Здраво.txt: ok | p Nine.\n"
            "ok\n");
  const std::string long_name = std::string(5000, 'n') + ".txt";
  const Extraction got = extract_bytes("a.tar", ArchiveBuilder("gnutar").file(long_name, "Ten.").bytes());
  EXPECT_LT(got.document().member.size(), 1100u);
  EXPECT_TRUE(got.document().member.ends_with("nnn.txt"));
}

TEST(Archive, InAnArchiveIsReadToADepth) {
  std::string bytes = "The innermost.";
  std::string member = "a.txt";
  for (int i = 0; i < 3; ++i) {
    bytes = zip_of({{member, bytes}, {"b.txt", "Beside."}});
    member = "in.zip";
  }
  EXPECT_EQ(read("a.zip", bytes),
            "//in.zip//in.zip//a.txt: ok | p The innermost.\n"
            "//in.zip//in.zip//b.txt: ok | p Beside.\n"
            "//in.zip//b.txt: ok | p Beside.\n"
            "//b.txt: ok | p Beside.\n"
            "ok\n");
  EXPECT_EQ(read("a.zip", bytes, {.depth = 2}),
            "//in.zip//in.zip//a.txt: skipped too-large\n"
            "//in.zip//in.zip//b.txt: skipped too-large\n"
            "//in.zip//b.txt: ok | p Beside.\n"
            "//b.txt: ok | p Beside.\n"
            "ok\n");
}

TEST(Archive, ThatUnpacksToTooMuchIsReadUpToThere) {
  const std::string large(2000, 'x');
  const std::string bytes = zip_of({{"a.txt", "One."}, {"large.txt", large}, {"b.txt", "Two."}});
  EXPECT_EQ(read("a.zip", bytes, {.member_bytes = 1000}),
            "//a.txt: ok | p One.\n//large.txt: skipped too-large\n//b.txt: ok | p Two.\nok\n");
  EXPECT_EQ(read("a.zip", bytes, {.members = 1}), "//a.txt: ok | p One.\npartial too-large\n");
  const std::string many = ArchiveBuilder("gnutar", "gzip")
                               .file("a.txt", std::string(600, 'a'))
                               .file("b.txt", std::string(600, 'b'))
                               .file("c.txt", std::string(600, 'c'))
                               .bytes();
  const Extraction got = extract_bytes("a.tgz", many, {.unpacked_bytes = 1000});
  ASSERT_EQ(got.documents.size(), 2u);
  EXPECT_EQ(print(got.documents[1].outcome), "skipped too-large");
  EXPECT_EQ(print(got.outcome), "partial too-large");
  EXPECT_EQ(got.outcome.detail, "only the first 1000 bytes of what is packed in it were read");
}

TEST(Archive, ThatIsABombEndsEarly) {
  // 80 MB of zeros, packed a thousand times smaller.
  ArchiveBuilder bomb("gnutar", "gzip");
  const std::string member(20'000'000, '\0');
  for (int i = 0; i < 4; ++i) bomb.file(std::to_string(i) + ".bin", member);
  const Extraction got = extract_bytes("a.tgz", bomb.bytes());
  EXPECT_EQ(print(got.outcome), "partial too-large");
  EXPECT_LE(got.documents.size(), 4u);
}

TEST(Archive, ThatBreaksOffKeepsWhatCameBefore) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "Line " + std::to_string(i * 7919) + " of the second file.\n\n";
  const std::string whole = ArchiveBuilder("gnutar").file("a.txt", "The first.").file("b.txt", text).bytes();
  const Extraction got = extract_bytes("a.tar", std::string_view(whole).substr(0, whole.size() / 2));
  ASSERT_EQ(got.documents.size(), 2u);
  EXPECT_EQ(print(got.documents[0].outcome), "ok");
  EXPECT_EQ(print(got.documents[1].outcome), "partial damaged");
  EXPECT_EQ(got.documents[1].blocks.at(0).text, "Line 0 of the second file.");
  EXPECT_EQ(print(got.outcome), "partial damaged");
  EXPECT_TRUE(got.outcome.detail.starts_with("behind file 2 of it: ")) << got.outcome.detail;
}

TEST(Archive, WhoseBytesAreChangedEndsInAnOutcome) {
  const std::string zip =
      zip_of({{"a.txt", "The first."}, {"b.txt", std::string(3000, 'b')}, {"c.txt", "Last."}});
  const std::string tgz =
      ArchiveBuilder("gnutar", "gzip").file("a.txt", "The first.").file("b.txt", "The second.").bytes();
  const std::string seven =
      ArchiveBuilder("7zip").file("a.txt", "The first.").file("b.txt", "The second.").bytes();
  for (const std::string& whole : {zip, tgz, seven}) {
    for (std::size_t i = 0; i < whole.size(); i += 3) {
      std::string changed = whole;
      changed[i] = static_cast<char>(changed[i] ^ 0x55);
      for (const std::string& bytes : {changed, whole.substr(0, i)}) {
        const Extraction got = extract_bytes("a.zip", bytes);
        const bool told = !got.documents.empty() || got.outcome.status != Status::ok;
        EXPECT_TRUE(told) << i;
      }
    }
  }
}

TEST(Archive, OfWhichNothingCanBeMadeFails) {
  EXPECT_EQ(read("a.7z", "7z\xBC\xAF\x27\x1C" + std::string(100, 'x')), "failed damaged\n");
  EXPECT_EQ(read("a.gz", "\x1F\x8B"), "failed damaged\n");
  EXPECT_EQ(read("a.zip", "PK\x05\x06" + std::string(18, '\0')), "skipped no-text\n");
}

// A zip of one stored member with the flag that a password is needed.
std::string encrypted_zip() {
  std::string bytes = ArchiveBuilder("zip").file("secret.txt", "The secret.").bytes();
  for (const std::string& mark : {"PK\x03\x04"s, "PK\x01\x02"s}) {
    const std::size_t at = bytes.find(mark);
    const std::size_t flags = at + (mark == "PK\x03\x04"s ? 6u : 8u);
    bytes[flags] = static_cast<char>(bytes[flags] | 1);
  }
  return bytes;
}

TEST(Archive, SaysWhatNeedsAPassword) {
  EXPECT_EQ(read("a.zip", encrypted_zip()), "//secret.txt: skipped encrypted\nok\n");
}

}  // namespace
}  // namespace dossier

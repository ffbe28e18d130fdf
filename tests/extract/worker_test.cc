// Extraction in a process of its own, whatever becomes of it.
#include "dossier/extract/worker.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/core/error.h"
#include "support/pdf_builder.h"
#include "support/zip_file.h"
#include "worker_fixture.h"

namespace dossier {
namespace {

TEST_F(WorkerTest, GivesWhatExtractionGives) {
  Worker worker(that("honest"));
  for (const auto& [name, bytes] : std::vector<std::pair<std::string, std::string>>{
           {"a.txt", "A title\n\nA paragraph, and more of it.\n"},
           {"a.md", "---\ntitle: T\ndate: 2019\n---\n# H\n\n- item\n"},
           {"a.html", "<title>T</title><p>caf\xE9, na\xEFve"},
           {"a.jsonl", "{\"text\": \"one\"}\nbad\n{\"text\": \"two\"}\n"},
           {"a.pdf", "%PDF-1.7\n"},
           {"a.txt", ""},
           {"a.txt", "\x01\x02\x03\x04\x05\x06"},
       }) {
    const Extraction here = extract_bytes(name, bytes);
    const Extraction there = run(worker, name, bytes);
    EXPECT_EQ(there.outcome, here.outcome) << name;
    EXPECT_EQ(there.documents, here.documents) << name;
  }
}

TEST_F(WorkerTest, SaysWhichFormatsItReadsAndGoesOn) {
  Worker worker(that("honest"));
  const std::vector<FormatDescription> told = worker.formats();
  std::vector<Format> known;  // the rest is what files of other formats can be, too
  std::copy_if(formats().begin(), formats().end(), std::back_inserter(known),
               [](const Format& format) { return !format.endings.empty(); });
  ASSERT_EQ(told.size(), known.size());
  for (std::size_t i = 0; i < told.size(); ++i) {
    const Format& format = known[i];
    EXPECT_EQ(told[i].name, format.name);
    EXPECT_EQ(told[i].endings, std::vector<std::string>(format.endings.begin(), format.endings.end()));
    EXPECT_EQ(told[i].is_read, format.extractor != nullptr && !format.extractor->reads_scans())
        << format.name;
    if (told[i].is_read) {
      EXPECT_EQ(told[i].reader, format.extractor->reader());
      EXPECT_EQ(told[i].sample, format.extractor->sample());
    }
  }
  EXPECT_EQ(print(run(worker, "a.txt", "text").outcome), "ok");
  EXPECT_TRUE(worker.confinement());
}

TEST_F(WorkerTest, ThatDoesNotSayItsFormatsIsAnError) {
  for (const char* how : {"dies", "exits", "sends-nonsense", "sends-too-much"}) {
    Worker worker(that(how));
    EXPECT_THROW(worker.formats(), Error) << how;
  }
}

TEST_F(WorkerTest, GivesManyDocumentsInOrder) {
  std::string lines;
  for (int i = 0; i < 20'000; ++i)
    lines += "{\"id\": " + std::to_string(i) + ", \"text\": \"word word word\"}\n";
  Worker worker(that("honest"));
  const Extraction got = run(worker, "a.jsonl", lines);
  ASSERT_EQ(got.documents.size(), 20'000u);
  for (std::size_t i = 0; i < got.documents.size(); ++i)
    EXPECT_EQ(got.documents[i].metadata.id, std::to_string(i));
  EXPECT_EQ(print(got.outcome), "ok");
}

TEST_F(WorkerTest, PassesLargeDocuments) {
  Worker worker(that("honest"));
  const std::string text(20'000'000, 'a');
  EXPECT_EQ(run(worker, "a.txt", text).document().blocks.at(0).text, text);
}

TEST_F(WorkerTest, KeepsToTheLimits) {
  WorkerOptions options = that("honest");
  options.limits = {.file_bytes = 20, .text_bytes = 5, .problems = 1};
  Worker worker(options);
  EXPECT_EQ(print(run(worker, "a.txt", std::string(21, 'a')).outcome), "skipped too-large");
  EXPECT_EQ(print(run(worker, "a.txt", "abcdefgh").document().blocks), "p abcde");
  EXPECT_EQ(run(worker, "a.jsonl", "bad\nbad\nbad\n").outcome.detail, "line 1: not valid JSON; and 2 more");
}

TEST_F(WorkerTest, SaysWhenAFileCannotBeRead) {
  Worker worker(that("honest"));
  const int fd = open(file("text").c_str(), O_WRONLY | O_CLOEXEC);
  const Outcome outcome = worker.extract(fd, "a.txt", [](ExtractedDocument&&) { FAIL(); });
  close(fd);
  EXPECT_EQ(print(outcome), "failed unreadable");
  EXPECT_EQ(outcome.detail, "Permission denied");
  EXPECT_EQ(print(run(worker, "a.txt", "text").outcome), "ok");
}

TEST_F(WorkerTest, TellsHowAWorkerEnded) {
  struct Row {
    std::string how;
    std::string_view outcome;
    std::string_view detail;
  };
  for (const auto& [how, outcome, detail] : std::vector<Row>{
           {"dies", "failed crashed", "its worker died of signal 11 (Segmentation fault)"},
           {"exits", "failed crashed", "its worker ended with exit code 7"},
           {"is-killed", "failed out-of-memory",
            "the system killed its worker, as it does when memory is short"},
           {"hangs", "failed timed-out", "nothing came of it for 1 seconds"},
           {"sends-nonsense", "failed crashed", "its worker sent nonsense"},
           {"sends-too-much", "failed crashed", "its worker sent nonsense"},
           {"rings-off", "failed crashed", "its worker answers no more"},
       }) {
    const Extraction got = run(how);
    EXPECT_EQ(print(got.outcome), outcome) << how;
    EXPECT_EQ(got.outcome.detail, detail) << how;
    EXPECT_TRUE(got.documents.empty()) << how;
  }
}

TEST_F(WorkerTest, KeepsWhatCameBeforeTheEnd) {
  for (const auto& [how, outcome] : std::vector<std::pair<std::string, std::string_view>>{
           {"dies-after-a-document", "failed crashed"}, {"hangs-after-a-document", "failed timed-out"}}) {
    const Extraction got = run(how);
    EXPECT_EQ(print(got.outcome), outcome);
    EXPECT_EQ(print(got.document().blocks), "p a document");  // once: a second try would give it again
  }
}

TEST_F(WorkerTest, ReadsOnBehindAMemberThatEndsIt) {
  for (const auto& [how, outcome] : std::vector<std::pair<std::string, std::string_view>>{
           {"dies-at-a-member", "failed crashed"}, {"hangs-at-a-member", "failed timed-out"}}) {
    const Extraction got = run(how);
    EXPECT_EQ(print(got.outcome), "ok") << how;
    ASSERT_EQ(got.documents.size(), 3u) << how;
    EXPECT_EQ(got.documents[0].member, "//1");
    EXPECT_EQ(got.documents[1].member, "//2");
    EXPECT_FALSE(got.documents[1].is_document());
    EXPECT_EQ(print(got.documents[1].outcome), outcome);
    EXPECT_EQ(got.documents[2].member, "//3");
  }
}

TEST_F(WorkerTest, LeavesOutThePartsThatEndItUntilThereAreThree) {
  const Extraction got = run("dies-at-a-part");
  EXPECT_EQ(print(got.outcome), "ok");
  EXPECT_EQ(print(got.document().blocks), "p 2 crashed\np 3 crashed\np 4 crashed");
}

TEST_F(WorkerTest, ReadsThePagesAroundOneThatNeverEnds) {
  PdfBuilder builder;
  for (int level = 0; level < 8; ++level) {
    std::string twelve;
    for (int i = 0; i < 12; ++i) twelve += "/X Do ";
    builder.form(twelve);
  }
  const std::string one = PdfBuilder(builder).page("/X Do").build();
  const std::string three = builder.page(draw(72, 700, "First page"))
                                .page(draw(72, 700, "Second page") + "/X Do")
                                .page(draw(72, 700, "Third page"))
                                .build();
  WorkerOptions options = that("honest");
  options.file_time = std::chrono::seconds(2);
  Worker worker(options);
  for (const auto& [name, bytes, member] : std::vector<std::array<std::string, 3>>{
           {"a.pdf", three, ""}, {"a.zip", zip_file({{"b/a.pdf", three}}), "//b/a.pdf"}}) {
    const ExtractedDocument document = run(worker, name, bytes).document();
    EXPECT_EQ(document.member, member);
    EXPECT_EQ(print(document.outcome), "partial timed-out");
    EXPECT_EQ(document.outcome.detail, "page 2 ended the process that read it");
    EXPECT_EQ(print(document.blocks), "p First page\np Third page");
  }
  const Extraction alone = run(worker, "a.pdf", one);
  EXPECT_EQ(print(alone.outcome), "failed timed-out");
  EXPECT_EQ(alone.outcome.detail, "page 1 ended the process that read it");
}

TEST_F(WorkerTest, TriesAFileAgainWhenAWorkerDied) {
  const Extraction got = run("dies-once");
  EXPECT_EQ(print(got.outcome), "ok");
  EXPECT_EQ(print(got.document().blocks), "p a document");
}

TEST_F(WorkerTest, StartsAnewAfterAnEnd) {
  Worker worker(that("serves-once"));
  for (int i = 0; i < 3; ++i) EXPECT_EQ(print(run(worker, "a.txt", "text").outcome), "ok");
}

TEST_F(WorkerTest, LetsExceptionsOfTheSinkThrough) {
  Worker worker(that("honest"));
  const int fd = open(file("{\"text\": \"one\"}\n{\"text\": \"two\"}\n").c_str(), O_RDONLY | O_CLOEXEC);
  int given = 0;
  EXPECT_THROW(worker.extract(fd, "a.jsonl",
                              [&](ExtractedDocument&&) {
                                ++given;
                                throw std::runtime_error("enough");
                              }),
               std::runtime_error);
  close(fd);
  EXPECT_EQ(given, 1);
  // What was still on its way does not reach the next file.
  EXPECT_EQ(print(run(worker, "a.txt", "other words").document().blocks), "p other words");
}

TEST_F(WorkerTest, RunsOutOfMemoryAlone) {
  if (kSanitized) GTEST_SKIP() << "under a sanitizer no limit of memory can be set";
  WorkerOptions options = that("honest");
  options.memory_bytes = 200u << 20;
  Worker worker(options);
  const std::string large(60'000'000, 'a');
  const Extraction got = run(worker, "a.txt", large);
  EXPECT_EQ(print(got.outcome), "failed out-of-memory");
  EXPECT_EQ(got.outcome.detail, "it needs more memory than a worker may use");
  EXPECT_EQ(print(run(worker, "a.txt", "small").outcome), "ok");
}

TEST_F(WorkerTest, InheritsNoDescriptors) {
  const int ours = open("/dev/null", O_RDONLY);  // without O_CLOEXEC
  EXPECT_EQ(run("lists-descriptors").outcome.detail, "0 1 2");
  close(ours);
}

TEST_F(WorkerTest, ThatCannotBeStartedIsAnError) {
  Worker worker({.program = (folder_ / "not-there").string()});
  try {
    run(worker, "a.txt", "text");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::internal);
    EXPECT_EQ(std::string(error.what()), "cannot start the extraction worker " +
                                             (folder_ / "not-there").string() +
                                             ": No such file or directory");
  }
}

}  // namespace
}  // namespace dossier

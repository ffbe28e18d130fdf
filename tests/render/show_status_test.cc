#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "dossier/render/show.h"
#include "dossier/render/status.h"
#include "render/sample.h"

namespace dossier {
namespace {

DocumentView view() {
  DocumentView out{sample::agreement_hit().document, {sample::agreement_hit().passage}};
  out.document.passages = 15;
  HitPassage next = out.passages[0];
  next.ordinal = 13;
  next.text = "- one\n- two\n\nthree\x1b four";
  next.highlights = {sample::find_range(next.text, "two")};
  out.passages.push_back(next);
  return out;
}

TEST(ShowText, PutsNumbersInTheMargin) {
  EXPECT_EQ(sample::written(write_view_text, view(), Style{.width = 40}),
            R"(*Kosovo* and Serbia agree
2013-05-24 · A. Writer ·
Balkan Insight · en · html · 15 passages
https://example.org/a?b=1&c=2
/docs/a.html
d1

…

     page 3 · Background › Resolution
     1244

¶12  The talks were long. *Kosovo*
     accepted the *resolution* of the
     Council, and both sides signed on
     24 May 2013.

¶13  - one
     - *two*
     three)"
            "\uFFFD"
            R"( four

…
)");
}

TEST(ShowText, OfAWholeDocumentHasNoGaps) {
  DocumentView whole = view();
  whole.document.passages = 2;
  whole.passages[0].ordinal = 0;
  whole.passages[1].ordinal = 1;
  whole.passages[1].page = 4;
  const std::string text = sample::written(write_view_text, whole, Style{});
  EXPECT_EQ(text.find("…"), std::string::npos);
  EXPECT_NE(text.find("\n    page 4\n\n¶1  - one\n    - *two*\n"), std::string::npos) << text;
}

TEST(ShowJson, HoldsDocumentAndPassages) {
  const auto json = nlohmann::json::parse(sample::written(write_view_json, view()));
  EXPECT_EQ(json["schema_version"], 1);
  EXPECT_EQ(json["document"]["id"], "d1");
  EXPECT_EQ(json["passages"][1]["ordinal"], 13);
}

IndexStatus status() {
  IndexStatus out;
  out.path = "/docs/.dossier";
  out.index = {.documents = 6699, .passages = 120345, .uuid = "u-1", .revision = 12};
  out.bytes = 209'000'000;
  out.schema_version = "3";
  out.roots = {"/docs", "/more\xff"};
  out.last_indexed = 1369389600;
  out.breakdown = {
      {.name = "language", .buckets = {{.value = "en", .counts = {120000, 6600}}}, .missing = {345, 99}}};
  out.outcomes = {{Status::ok, Reason::none, 6699}, {Status::failed, Reason::timed_out, 1}};
  return out;
}

TEST(StatusText, NamesEachNumber) {
  EXPECT_EQ(sample::written(write_status_text, status(), std::string("confined"), Style{}),
            R"(index:        /docs/.dossier
documents:    6,699
passages:     120,345
size:         209 MB
schema:       3
uuid:         u-1
revision:     12
last indexed: 2013-05-24T10:00:00Z
workers:      confined
root:         /docs
root:         /more\xff
ok:           6,699 files
failed:       1 file (timed-out)

language: en 120,000 (6,600), without: 345 (99)
)");
}

TEST(StatusJson, HasEveryField) {
  EXPECT_EQ(
      sample::written(write_status_json, status(), std::string("confined")),
      R"({"schema_version":1,"path":"/docs/.dossier","documents":6699,"passages":120345,"bytes":209000000,)"
      R"("index_schema":"3","uuid":"u-1","revision":12,"last_indexed":"2013-05-24T10:00:00Z",)"
      R"("workers":"confined","roots":[{"path":"/docs"},{"path":"/more)"
      "\uFFFD"
      R"(","path_bytes":"/more%FF"}],)"
      R"("files":[{"status":"ok","reason":"","files":6699},{"status":"failed","reason":"timed-out","files":1}],)"
      R"("breakdown":{"language":{"buckets":[{"value":"en","passages":120000,"documents":6600}],"more":0,"missing":99,)"
      R"("missing_passages":345}}})"
      "\n");
  IndexStatus empty;
  const auto json = nlohmann::json::parse(sample::written(write_status_json, empty, std::string()));
  EXPECT_TRUE(json["last_indexed"].is_null());
}

}  // namespace
}  // namespace dossier

#include "dossier/render/records.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "render/sample.h"

namespace dossier {
namespace {

template <typename Record>
std::string records_of(const std::vector<Record>& records, RecordFormat format, const Style& style = {}) {
  std::ostringstream out;
  RecordWriter<Record> writer(out, format, style);
  for (const Record& record : records) writer.write(record);
  writer.finish();
  return out.str();
}

const std::vector<HitDocument>& documents() {
  static const std::vector<HitDocument> both = {sample::agreement_hit().document,
                                                sample::bare_hit().document};
  return both;
}

std::vector<FileRecord> failures() {
  return {{.path = "/docs/a\tb.pdf",
           .size = 12345,
           .outcome = {Status::failed, Reason::timed_out, "no end after 20 s"},
           .when = 1369389600},
          {.path = "/docs/\xff", .outcome = {Status::skipped, Reason::empty}, .when = 1369389601}};
}

TEST(DocumentList, Text) {
  EXPECT_EQ(records_of(documents(), RecordFormat::text),
            "d1\t2013-05-24\ten\t9\tKosovo and Serbia agree\t/docs/a.html\n"
            "d2\t\t\t1\t\t/docs/note.txt\n");
  EXPECT_EQ(records_of(documents(), RecordFormat::text, {.width = 40}),
            "*Kosovo* and Serbia agree\n"
            "  2013-05-24 · Balkan Insight · en ·\n"
            "  html · 9 passages\n"
            "  d1 · /docs/a.html\n"
            "\n"
            "note.txt\n"
            "  undated · text · 1 passage\n"
            "  d2 · /docs/note.txt\n");
}

TEST(DocumentList, Json) {
  const std::string lines = records_of(documents(), RecordFormat::jsonl);
  EXPECT_EQ(
      lines.substr(0, lines.find('\n')),
      R"({"id":"d1","title":"Kosovo and Serbia agree","path":"/docs/a.html","source":"Balkan Insight",)"
      R"("language":"en","type":"text/html","published":{"first":"2013-05-24","last":"2013-05-24",)"
      R"("precision":"day","from":"html:json-ld"},"author":"A. Writer","url":"https://example.org/a?b=1&c=2",)"
      R"("modified":"2013-05-24T10:00:00Z","passages":9})");
  const auto whole = nlohmann::json::parse(records_of(documents(), RecordFormat::json));
  EXPECT_EQ(whole["schema_version"], 1);
  EXPECT_EQ(whole["documents"].size(), 2u);
  EXPECT_EQ(whole["documents"][0], nlohmann::json::parse(lines.substr(0, lines.find('\n'))));
  EXPECT_EQ(records_of<HitDocument>({}, RecordFormat::json), "{\"schema_version\":1,\"documents\":[]}\n");
  EXPECT_EQ(records_of<HitDocument>({}, RecordFormat::jsonl), "");
}

TEST(DocumentList, Csv) {
  EXPECT_EQ(records_of(documents(), RecordFormat::csv),
            "id,path,title,published,modified,language,source,type,passages\r\n"
            "d1,/docs/a.html,Kosovo and Serbia agree,2013-05-24,2013-05-24T10:00:00Z,en,Balkan "
            "Insight,text/html,9\r\n"
            "d2,/docs/note.txt,,,1970-01-01T00:00:00Z,,,text/plain,1\r\n");
}

TEST(FailedList, EveryFormat) {
  EXPECT_EQ(records_of(failures(), RecordFormat::text),
            "failed\ttimed-out\t12345\t/docs/a\\tb.pdf\tno end after 20 s\n"
            "skipped\tempty\t0\t/docs/\\xff\t\n");
  EXPECT_EQ(records_of(failures(), RecordFormat::text, {.width = 80}),
            "/docs/a\\tb.pdf\n"
            "  failed · timed-out · 12 kB · 2013-05-24T10:00:00Z · no end after 20 s\n"
            "\n"
            "/docs/\\xff\n"
            "  skipped · empty · 0 B · 2013-05-24T10:00:01Z\n");
  EXPECT_EQ(records_of(failures(), RecordFormat::jsonl),
            R"({"path":"/docs/a\tb.pdf","status":"failed","reason":"timed-out","detail":"no end after 20 s",)"
            R"("size":12345,"when":"2013-05-24T10:00:00Z"})"
            "\n"
            R"({"path":"/docs/)"
            "\uFFFD"
            R"(","path_bytes":"/docs/%FF","status":"skipped","reason":"empty","detail":"",)"
            R"("size":0,"when":"2013-05-24T10:00:01Z"})"
            "\n");
  EXPECT_EQ(records_of(failures(), RecordFormat::csv),
            "path,status,reason,detail,size,when\r\n"
            "/docs/a\tb.pdf,failed,timed-out,no end after 20 s,12345,2013-05-24T10:00:00Z\r\n"
            "/docs/\uFFFD,skipped,empty,,0,2013-05-24T10:00:01Z\r\n");
}

TEST(ExtractLine, HasEveryField) {
  ExtractRecord record{.path = "a.zip//b.html",
                       .status = "partial",
                       .reason = "bad-encoding",
                       .detail = "3 bytes replaced",
                       .type = "text/html",
                       .encoding = "UTF-8",
                       .language = "sr-Cyrl",
                       .title = "Вучић",
                       .published = sample::published_on("2013-05", "file-name"),
                       .pages = 0,
                       .text = "one\n\ntwo"};
  EXPECT_EQ(
      extract_line(record),
      R"({"path":"a.zip//b.html","status":"partial","reason":"bad-encoding","detail":"3 bytes replaced",)"
      R"("type":"text/html","encoding":"UTF-8","language":"sr-Cyrl","title":"Вучић","published":)"
      R"({"first":"2013-05-01","last":"2013-05-31","precision":"month","from":"file-name"},"pages":null,)"
      R"("text":"one\n\ntwo"})"
      "\n");
}

TEST(DateLine, QuotesWhatWasRead) {
  const std::string text = "signed on 24 May 2013.";
  const DateMention mention{.start = 10,
                            .end = 21,
                            .days = parse_partial_date("2013-05-24")->days,
                            .precision = CalendarUnit::day,
                            .how = MentionHow::explicit_date};
  const std::string object =
      R"({"start":10,"end":21,"text":"24 May 2013","first":"2013-05-24","last":"2013-05-24","precision":"day",)"
      R"("how":"explicit","part":"","anchor":null})";
  EXPECT_EQ(date_line(mention, text), object + "\n");
  EXPECT_EQ(dates_line("d1", {mention}, text), R"({"doc":"d1","dates":[)" + object + "]}\n");
  EXPECT_EQ(dates_line("d1", {}, text), "{\"doc\":\"d1\",\"dates\":[]}\n");
}

}  // namespace
}  // namespace dossier

// show, list, status, failed, remove, compact, check, extract.
#include <nlohmann/json.hpp>

#include "cli/sample.h"

namespace dossier::cli {
namespace {

class BrowseCommands : public SampleIndex {};

TEST_F(BrowseCommands, ListDocuments) {
  EXPECT_EQ(sandbox.session({"list"}), R"([0]
<agreement.md>	2013-04-19	en	2	Kosovo and Serbia agree	$DIR/docs/agreement.md
L1	1999-06-11	en	1	Letter of Serbia	$DIR/docs/letters.jsonl
L2	2001	de	1	Sanktionen	$DIR/docs/letters.jsonl
L3	1999-06	sr	1	Odgovor	$DIR/docs/letters.jsonl
<note.txt>		en	1	note	$DIR/docs/note.txt
<report.html>	2014-06-08	en	1	Report on elections	$DIR/docs/report.html
)");
  EXPECT_EQ(sandbox.session({"list", "--format", "jsonl"}), R"([0]
{"id":"<agreement.md>","title":"Kosovo and Serbia agree","path":"$DIR/docs/agreement.md","source":"Balkan Review","language":"en","type":"text/markdown","published":{"first":"2013-04-19","last":"2013-04-19","precision":"day","from":"front-matter:date"},"author":"A. Writer","url":"","modified":"2020-01-02T03:04:05Z","passages":2}
{"id":"L1","title":"Letter of Serbia","path":"$DIR/docs/letters.jsonl","source":"United Nations","language":"en","type":"application/jsonl","published":{"first":"1999-06-11","last":"1999-06-11","precision":"day","from":"jsonl:date"},"author":"","url":"","modified":"2020-01-02T03:04:05Z","passages":1}
{"id":"L2","title":"Sanktionen","path":"$DIR/docs/letters.jsonl","source":"United Nations","language":"de","type":"application/jsonl","published":{"first":"2001-01-01","last":"2001-12-31","precision":"year","from":"jsonl:date"},"author":"","url":"","modified":"2020-01-02T03:04:05Z","passages":1}
{"id":"L3","title":"Odgovor","path":"$DIR/docs/letters.jsonl","source":"Tanjug","language":"sr","type":"application/jsonl","published":{"first":"1999-06-01","last":"1999-06-30","precision":"month","from":"jsonl:date"},"author":"","url":"","modified":"2020-01-02T03:04:05Z","passages":1}
{"id":"<note.txt>","title":"note","path":"$DIR/docs/note.txt","source":"","language":"en","type":"text/plain","published":null,"author":"","url":"","modified":"2020-01-02T03:04:05Z","passages":1}
{"id":"<report.html>","title":"Report on elections","path":"$DIR/docs/report.html","source":"","language":"en","type":"text/html","published":{"first":"2014-06-08","last":"2014-06-08","precision":"day","from":"html:date"},"author":"B. Observer","url":"","modified":"2020-01-02T03:04:05Z","passages":1}
)");
  EXPECT_EQ(
      sandbox.session({"list", "--format", "csv"}),
      "[0]\n"
      "id,path,title,published,modified,language,source,type,passages\r\n"
      "<agreement.md>,$DIR/docs/agreement.md,Kosovo and Serbia "
      "agree,2013-04-19,2020-01-02T03:04:05Z,en,Balkan Review,text/markdown,2\r\n"
      "L1,$DIR/docs/letters.jsonl,Letter of Serbia,1999-06-11,2020-01-02T03:04:05Z,en,United "
      "Nations,application/jsonl,1\r\n"
      "L2,$DIR/docs/letters.jsonl,Sanktionen,2001,2020-01-02T03:04:05Z,de,United "
      "Nations,application/jsonl,1\r\n"
      "L3,$DIR/docs/letters.jsonl,Odgovor,1999-06,2020-01-02T03:04:05Z,sr,Tanjug,application/jsonl,1\r\n"
      "<note.txt>,$DIR/docs/note.txt,note,,2020-01-02T03:04:05Z,en,,text/plain,1\r\n"
      "<report.html>,$DIR/docs/report.html,Report on "
      "elections,2014-06-08,2020-01-02T03:04:05Z,en,,text/html,1\r\n");
  const auto json = nlohmann::json::parse(sandbox.run({"list", "--format", "json"}).out);
  EXPECT_EQ(json["documents"].size(), 6U);
}

TEST_F(BrowseCommands, ListAnEmptyIndex) {
  std::filesystem::create_directory(sandbox.path("nothing"));
  EXPECT_EQ(sandbox.session({"--index", "new", "index", "nothing"}), R"([0]
no file was found below the paths
0 documents in 0 passages, 0 B read in T s, index new
)");
  EXPECT_EQ(sandbox.session({"--index", "new", "list"}), "[1]\n");
  EXPECT_EQ(sandbox.session({"--index", "new", "list", "--format", "json"}),
            "[1]\n{\"schema_version\":1,\"documents\":[]}\n");
  EXPECT_EQ(sandbox.session({"--index", "new", "failed"}), "[1]\n");
  EXPECT_EQ(sandbox.session({"--index", "new", "search", "kosovo"}), "[1]\nnothing found\n");
  EXPECT_EQ(sandbox.session({"--index", "new", "facets"}), "[1]\nnothing found\n");
  EXPECT_EQ(sandbox.session({"--index", "new", "show", "L1"}), R"([1]
--- error
dossier: there is no document or passage 'L1' in the index new
  hint: 'dossier list' shows the documents; search shows the names of passages
)");
  EXPECT_EQ(sandbox.session({"--index", "new", "status"}), R"([0]
index:        new
documents:    0
passages:     0
size:         SIZE
schema:       5
uuid:         UUID
revision:     2
last indexed: TIME
workers:      CONFINEMENT
root:         $DIR/nothing
)");
  EXPECT_EQ(sandbox.session({"--index", "new", "check"}), "[0]\nthe index new is sound\n");
  EXPECT_EQ(sandbox.session({"--index", "new", "compact"}).substr(0, 4), "[0]\n");
}

TEST_F(BrowseCommands, ShowADocument) {
  EXPECT_EQ(sandbox.session({"show", "L1", "--query", "serbia"}), R"([0]
Letter of *Serbia*
1999-06-11 · United Nations · en · jsonl · 1 passage
$DIR/docs/letters.jsonl
L1

¶0  *Serbia* asks the council about Kosovo.
)");
  EXPECT_EQ(sandbox.session({"show", "L2", "--format", "json"}), R"([0]
{"schema_version":1,"document":{"id":"L2","title":"Sanktionen","path":"$DIR/docs/letters.jsonl","source":"United Nations","language":"de","type":"application/jsonl","published":{"first":"2001-01-01","last":"2001-12-31","precision":"year","from":"jsonl:date"},"author":"","url":"","modified":"2020-01-02T03:04:05Z","passages":1},"passages":[{"id":"L2#0","ordinal":0,"page":null,"headings":[],"text":"Die Sanktionen gegen Jugoslawien wurden aufgehoben.","highlights":[],"fragments":[[0,51]],"mentioned":[]}]}
)");
}

TEST_F(BrowseCommands, ShowWhatDatesWereResolvedTo) {
  sandbox.write("more/border.md",
                "---\ndate: 2023-06-02\nlanguage: en\ntitle: Border\n---\n"
                "The post was closed on May 29.\n\n# Later\n\nIt opened again on 30 May 2023.\n");
  ASSERT_EQ(sandbox.run({"index", "more"}).code, 0);
  sandbox.learn_ids();
  const std::string id = nlohmann::json::parse(
      sandbox.run({"search", "closed post", "-n1", "--format", "json"}).out)["hits"][0]["document"]["id"];
  const std::string head = R"([0]
Border
2023-06-02 · en · markdown · 2 passages
$DIR/more/border.md
<border.md>

)";
  EXPECT_EQ(sandbox.session({"show", id + "#0"}), head + R"(¶0  The post was closed on May 29.

    May 29 = 2023-05-29 (inferred from publication on 2023-06-02)

…
)");
  EXPECT_EQ(sandbox.session({"show", id, "--dates", "--query", "may"}),
            head + R"(¶0  The post was closed on [*May* 29].

    May 29 = 2023-05-29 (inferred from publication on 2023-06-02)

    Later

¶1  It opened again on [30 *May* 2023].

    30 May 2023 = 2023-05-30 (explicit)
)");
}

TEST_F(BrowseCommands, ShowAPassageWithItsNeighbours) {
  std::string text = "# One\n\n";
  for (int i = 0; i < 5; ++i) {
    text += "# Part " + std::to_string(i) + "\n\nPassage number " + std::to_string(i) + " of five.\n\n";
  }
  sandbox.write("more/parts.md", text);
  ASSERT_EQ(sandbox.run({"index", "more"}).code, 0);
  sandbox.learn_ids();
  const std::string id = nlohmann::json::parse(
      sandbox.run({"search", "five", "-n1", "--format", "json"}).out)["hits"][0]["document"]["id"];
  EXPECT_EQ(sandbox.session({"show", id + "#2"}), R"([0]
One
undated · en · markdown · 5 passages
$DIR/more/parts.md
<parts.md>

…

    Part 2

¶2  Passage number 2 of five.

…
)");
  EXPECT_EQ(sandbox.session({"show", id + "#1", "-C", "1", "--query", "=Passage"}), R"([0]
One
undated · en · markdown · 5 passages
$DIR/more/parts.md
<parts.md>

    Part 0

¶0  *Passage* number 0 of five.

    Part 1

¶1  *Passage* number 1 of five.

    Part 2

¶2  *Passage* number 2 of five.

…
)");
  EXPECT_EQ(sandbox.session({"show", id + "#0", "-C", "1000000000"}), sandbox.session({"show", id}));
  EXPECT_EQ(sandbox.session({"show", id.substr(0, 6)}), sandbox.session({"show", id}));
}

TEST_F(BrowseCommands, ShowNothingOfThatName) {
  EXPECT_EQ(sandbox.session({"show", "nobody"}), R"([1]
--- error
dossier: there is no document or passage 'nobody' in the index $DIR/.dossier
  hint: 'dossier list' shows the documents; search shows the names of passages
)");
  EXPECT_EQ(sandbox.session({"show", "L1#9"}), R"([1]
--- error
dossier: there is no document or passage 'L1#9' in the index $DIR/.dossier
  hint: 'dossier list' shows the documents; search shows the names of passages
)");
  EXPECT_EQ(sandbox.session({"show", "\x1b[2J\n"}), R"([1]
--- error
dossier: there is no document or passage '\x1b[2J\n' in the index $DIR/.dossier
  hint: 'dossier list' shows the documents; search shows the names of passages
)");
}

TEST_F(BrowseCommands, FailedNamesEveryFile) {
  EXPECT_EQ(sandbox.session({"failed"}), R"([0]
skipped	empty	0	$DIR/docs/empty.txt	no bytes
)");
  EXPECT_EQ(sandbox.session({"failed", "--format", "jsonl"}), R"([0]
{"path":"$DIR/docs/empty.txt","status":"skipped","reason":"empty","detail":"no bytes","size":0,"when":"TIME"}
)");
  EXPECT_EQ(sandbox.session({"failed", "--format", "csv"}),
            "[0]\n"
            "path,status,reason,detail,size,when\r\n"
            "$DIR/docs/empty.txt,skipped,empty,no bytes,0,TIME\r\n");
}

TEST_F(BrowseCommands, StatusInNumbers) {
  EXPECT_EQ(sandbox.session({"status"}), R"([0]
index:        $DIR/.dossier
documents:    6
passages:     7
size:         SIZE
schema:       5
uuid:         UUID
revision:     3
last indexed: TIME
workers:      CONFINEMENT
root:         $DIR/docs
ok:           4 files
skipped:      1 file (empty)

language: en 5 (4), de 1 (1), sr 1 (1)

type: application/jsonl 3 (3), text/markdown 2 (1), text/html 1 (1), text/plain 1 (1)

published by decade · passages (documents)
  1990s  ########################### 2 (2)
  2000s  ############# 1 (1)
  2010s  ######################################## 3 (2)
  undated: 1 (1)
)");
  EXPECT_EQ(sandbox.session({"status", "--format", "json"}), R"([0]
{"schema_version":1,"path":"$DIR/.dossier","documents":6,"passages":7,"bytes":N,"index_schema":"5","uuid":"UUID","revision":3,"last_indexed":"TIME","workers":"CONFINEMENT","roots":[{"path":"$DIR/docs"}],"files":[{"status":"ok","reason":"","files":4},{"status":"skipped","reason":"empty","files":1}],"breakdown":{"language":{"buckets":[{"value":"en","passages":5,"documents":4},{"value":"de","passages":1,"documents":1},{"value":"sr","passages":1,"documents":1}],"more":0,"missing":0,"missing_passages":0},"type":{"buckets":[{"value":"application/jsonl","passages":3,"documents":3},{"value":"text/markdown","passages":2,"documents":1},{"value":"text/html","passages":1,"documents":1},{"value":"text/plain","passages":1,"documents":1}],"more":0,"missing":0,"missing_passages":0},"published:decade":{"buckets":[{"value":"1990s","passages":2,"documents":2},{"value":"2000s","passages":1,"documents":1},{"value":"2010s","passages":3,"documents":2}],"more":0,"missing":1,"missing_passages":1}}}
)");
}

TEST_F(BrowseCommands, CheckTriesTheFormats) {
  const auto text = sandbox.run({"--index", "none", "check", "--formats"});
  EXPECT_EQ(text.code, 0) << text.out;
  EXPECT_NE(text.out.find("html:         works (html, htm, xhtml, xht), read by libxml2 "),
            std::string::npos);
  const auto json = sandbox.run({"check", "--formats", "--json"});
  EXPECT_EQ(json.code, 0);
  EXPECT_NE(json.out.find(R"({"name":"markdown","endings":["md",)"), std::string::npos) << json.out;
  EXPECT_EQ(json.out.find(R"("state":"fails")"), std::string::npos) << json.out;
  EXPECT_EQ(sandbox.run({"check", "--formats", "--format", "json"}).out, json.out);
  EXPECT_EQ(sandbox.run({"check", "--json"}).code, 2);
}

TEST_F(BrowseCommands, RemoveForgetsUntilIndexedAgain) {
  EXPECT_EQ(sandbox.session({"remove", "L1", "docs/note.txt", "nobody"}), R"([1]
removed 2 documents
--- error
dossier: nothing in the index is called nobody
  hint: give the id or path that 'dossier list' shows
)");
  EXPECT_EQ(sandbox.run({"search", "serbia asks", "--match", "all"}).code, 1);
  EXPECT_EQ(sandbox.session({"check"}), "[0]\nthe index $DIR/.dossier is sound\n");
  EXPECT_EQ(sandbox.session({"index", "docs"}), R"([0]
added             1
changed           1
unchanged         3
skipped           1  (empty 1)
6 documents in 7 passages, 526 B read in T s, index $DIR/.dossier
)");
  EXPECT_EQ(sandbox.run({"search", "serbia asks", "--match", "all"}).code, 0);
  EXPECT_EQ(sandbox.session({"remove", "docs"}), R"([0]
removed 6 documents
)");
  EXPECT_EQ(sandbox.session({"list"}), "[1]\n");
}

TEST_F(BrowseCommands, CompactKeepsEveryAnswer) {
  const std::string before = sandbox.session({"search", "council", "--sort", "oldest"});
  EXPECT_EQ(sandbox.session({"compact"}), R"([0]
database SIZE before, SIZE now
)");
  EXPECT_EQ(sandbox.session({"search", "council", "--sort", "oldest"}), before);
  EXPECT_EQ(sandbox.session({"check"}), "[0]\nthe index $DIR/.dossier is sound\n");
}

TEST_F(BrowseCommands, ExtractShowsWhatTheIndexerSees) {
  EXPECT_EQ(sandbox.session({"extract", "docs/agreement.md", "docs/letters.jsonl", "docs/empty.txt"}), R"([0]
{"path":"docs/agreement.md","status":"ok","reason":"","detail":"","type":"text/markdown","encoding":"UTF-8","language":"en","title":"Kosovo and Serbia agree","published":{"first":"2013-04-19","last":"2013-04-19","precision":"day","from":"front-matter:date"},"pages":null,"text":"Background\n\nThe talks in Brussels were long. Kosovo accepted the resolution of the Council, and both sides signed.\n\nResolution 1244\n\nSecurity Council resolution 1244 of 10 June 1999 placed Kosovo under a mission of the United Nations."}
{"path":"docs/letters.jsonl//1","status":"ok","reason":"","detail":"","type":"application/jsonl","encoding":"UTF-8","language":"en","title":"Letter of Serbia","published":{"first":"1999-06-11","last":"1999-06-11","precision":"day","from":"jsonl:date"},"pages":null,"text":"Serbia asks the council about Kosovo."}
{"path":"docs/letters.jsonl//2","status":"ok","reason":"","detail":"","type":"application/jsonl","encoding":"UTF-8","language":"de","title":"Sanktionen","published":{"first":"2001-01-01","last":"2001-12-31","precision":"year","from":"jsonl:date"},"pages":null,"text":"Die Sanktionen gegen Jugoslawien wurden aufgehoben."}
{"path":"docs/letters.jsonl//3","status":"ok","reason":"","detail":"","type":"application/jsonl","encoding":"UTF-8","language":"sr","title":"Odgovor","published":{"first":"1999-06-01","last":"1999-06-30","precision":"month","from":"jsonl:date"},"pages":null,"text":"Vlada u Beogradu odgovara: rezolucija o Kosovu važi."}
{"path":"docs/empty.txt","status":"skipped","reason":"empty","detail":"no bytes","type":"","encoding":"","language":"","title":"","published":null,"pages":null,"text":""}
)");
  EXPECT_EQ(sandbox.session({"extract", "docs/note.txt", "docs/missing.txt"}), R"([3]
{"path":"docs/note.txt","status":"ok","reason":"","detail":"","type":"text/plain","encoding":"UTF-8","language":"en","title":"note","published":null,"pages":null,"text":"The border post at Merdare was closed for two days. Nobody said why in the council."}
{"path":"docs/missing.txt","status":"failed","reason":"unreadable","detail":"No such file or directory","type":"","encoding":"","language":"","title":"","published":null,"pages":null,"text":""}
)");
}

}  // namespace
}  // namespace dossier::cli

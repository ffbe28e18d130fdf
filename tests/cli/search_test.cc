// search: what was typed in, whole answers out.
#include <nlohmann/json.hpp>

#include "cli/sample.h"

namespace dossier::cli {
namespace {

class SearchCommand : public SampleIndex {};

TEST_F(SearchCommand, PrintsRankedPassagesAndFacets) {
  EXPECT_EQ(sandbox.session({"search", "kosovo", "council"}), R"([0]
4 passages in 3 documents · all words · 2 more passages with some of the words

 1. *Kosovo* and Serbia agree
    2013-04-19 · Balkan Review · en · markdown · Background
    The talks in Brussels were long. *Kosovo* accepted the resolution of the *Council*, and both sides signed.
    <agreement.md>#0 · $DIR/docs/agreement.md

 2. *Kosovo* and Serbia agree
    2013-04-19 · Balkan Review · en · markdown · Resolution 1244
    Security *Council* resolution 1244 of 10 June 1999 placed *Kosovo* under a mission of the United Nations.
    <agreement.md>#1 · $DIR/docs/agreement.md

 3. Letter of Serbia
    1999-06-11 · United Nations · en · jsonl
    Serbia asks the *council* about *Kosovo*.
    L1#0 · $DIR/docs/letters.jsonl

 4. Report on elections
    2014-06-08 · en · html
    Voters in *Kosovo* chose a new assembly. The *council* of observers found the elections fair.
    <report.html>#0 · $DIR/docs/report.html

── some of the words ───────────────────────────────────────

 5. Odgovor
    1999-06 · Tanjug · sr · jsonl
    Vlada u Beogradu odgovara: rezolucija o *Kosovu* važi.
    L3#0 · $DIR/docs/letters.jsonl

 6. note
    undated · en · text
    The border post at Merdare was closed for two days. Nobody said why in the *council*.
    <note.txt>#0 · $DIR/docs/note.txt

published by year · passages (documents)
  1999  #################### 1 (1)
  2013  ######################################## 2 (1)
  2014  #################### 1 (1)

mentioned by year · passages (documents)
  1999  ######################################## 1 (1)
  undated: 3 (2)
)");
}

TEST_F(SearchCommand, SaysWhenNothingIsFound) {
  EXPECT_EQ(sandbox.session({"search", "zanzibar"}), R"([1]
nothing found
)");
  EXPECT_EQ(sandbox.session({"search", "zanzibar", "--format", "jsonl"}), R"([1]
)");
  EXPECT_EQ(sandbox.session({"search", "zanzibar", "--format", "csv"}),
            "[1]\n"
            "rank,score,partial,id,passage,title,published,source,language,type,page,path,text\r\n");
  EXPECT_EQ(sandbox.session({"search", "zanzibar", "--format", "trec"}), R"([1]
)");
  EXPECT_EQ(sandbox.session({"facets", "zanzibar"}), R"([1]
nothing found
)");
  EXPECT_EQ(sandbox.session({"explain", "zanzibar"}), R"([1]
tree      zanzibar
means     zanzibar
matches   passages with all of the words
found     0 passages in 0 documents
compiled  Query((Zde:zanzibar OR ZSde:zanzibar OR 0.5 * ZXHde:zanzibar))
)");
}

TEST_F(SearchCommand, RelaxesAQueryThatNoPassageAnswersWhole) {
  EXPECT_EQ(sandbox.session({"search", "elections", "sanktionen", "--no-facets"}), R"([0]
2 passages in 2 documents · no passage has all the words: these have any of them

 1. *Sanktionen*
    2001 · United Nations · de · jsonl
    Die *Sanktionen* gegen Jugoslawien wurden aufgehoben.
    L2#0 · $DIR/docs/letters.jsonl

 2. Report on *elections*
    2014-06-08 · en · html
    Voters in Kosovo chose a new assembly. The council of observers found the *elections* fair.
    <report.html>#0 · $DIR/docs/report.html
)");
  EXPECT_EQ(sandbox.session({"search", "elections", "sanktionen", "--no-facets", "--match", "all"}), R"([1]
nothing found
)");
}

TEST_F(SearchCommand, PrintsJson) {
  EXPECT_EQ(sandbox.session({"search", "resolution", "1244", "--format", "json"}), R"([0]
{"schema_version":1,"query":{"text":"resolution 1244","interpreted":"resolution AND 1244","match":"all","relaxed":false,"problems":[],"suggestion":null},"index":{"documents":6,"passages":7,"uuid":"UUID","revision":3},"total":{"passages":1,"documents":1,"exact":true,"partial":{"passages":1,"documents":0}},"took_ms":T,"hits":[{"rank":1,"score":S,"partial":false,"document":{"id":"<agreement.md>","title":"Kosovo and Serbia agree","path":"$DIR/docs/agreement.md","source":"Balkan Review","language":"en","type":"text/markdown","published":{"first":"2013-04-19","last":"2013-04-19","precision":"day","from":"front-matter:date"},"author":"A. Writer","url":"","modified":"2020-01-02T03:04:05Z","passages":2,"title_highlights":[]},"passage":{"id":"<agreement.md>#1","ordinal":1,"page":null,"headings":["Resolution 1244"],"text":"Security Council resolution 1244 of 10 June 1999 placed Kosovo under a mission of the United Nations.","highlights":[[17,27],[28,32]],"fragments":[[0,101]],"mentioned":[{"start":36,"end":48,"first":"1999-06-10","last":"1999-06-10","precision":"day","how":"explicit","part":"","anchor":null}]}},{"rank":2,"score":S,"partial":true,"document":{"id":"<agreement.md>","title":"Kosovo and Serbia agree","path":"$DIR/docs/agreement.md","source":"Balkan Review","language":"en","type":"text/markdown","published":{"first":"2013-04-19","last":"2013-04-19","precision":"day","from":"front-matter:date"},"author":"A. Writer","url":"","modified":"2020-01-02T03:04:05Z","passages":2,"title_highlights":[]},"passage":{"id":"<agreement.md>#0","ordinal":0,"page":null,"headings":["Background"],"text":"The talks in Brussels were long. Kosovo accepted the resolution of the Council, and both sides signed.","highlights":[[53,63]],"fragments":[[0,102]],"mentioned":[]}}],"facets":{"published:year":{"buckets":[{"value":"2013","passages":1,"documents":1}],"more":0,"missing":0,"missing_passages":0},"mentioned:year":{"buckets":[{"value":"1999","passages":1,"documents":1}],"more":0,"missing":0,"missing_passages":0}}}
)");
}

TEST_F(SearchCommand, PrintsJsonLines) {
  EXPECT_EQ(sandbox.session({"search", "sanktionen", "--format", "jsonl"}), R"([0]
{"rank":1,"score":S,"partial":false,"document":{"id":"L2","title":"Sanktionen","path":"$DIR/docs/letters.jsonl","source":"United Nations","language":"de","type":"application/jsonl","published":{"first":"2001-01-01","last":"2001-12-31","precision":"year","from":"jsonl:date"},"author":"","url":"","modified":"2020-01-02T03:04:05Z","passages":1,"title_highlights":[[0,10]]},"passage":{"id":"L2#0","ordinal":0,"page":null,"headings":[],"text":"Die Sanktionen gegen Jugoslawien wurden aufgehoben.","highlights":[[4,14]],"fragments":[[0,51]],"mentioned":[]}}
)");
}

TEST_F(SearchCommand, PrintsCsv) {
  EXPECT_EQ(sandbox.session({"search", "serbia", "--format", "csv", "--sort", "oldest"}),
            "[0]\n"
            "rank,score,partial,id,passage,title,published,source,language,type,page,path,text\r\n"
            "1,S,false,L1,L1#0,Letter of Serbia,1999-06-11,United "
            "Nations,en,application/jsonl,,$DIR/docs/letters.jsonl,Serbia asks the council about Kosovo.\r\n"
            "2,S,false,<agreement.md>,<agreement.md>#0,Kosovo and Serbia agree,2013-04-19,Balkan "
            "Review,en,text/markdown,,$DIR/docs/agreement.md,\"The talks in Brussels were long. Kosovo "
            "accepted the resolution of the Council, and both sides signed.\"\r\n"
            "3,S,false,<agreement.md>,<agreement.md>#1,Kosovo and Serbia agree,2013-04-19,Balkan "
            "Review,en,text/markdown,,$DIR/docs/agreement.md,Security Council resolution 1244 of 10 June "
            "1999 placed Kosovo under a mission of the United Nations.\r\n");
}

TEST_F(SearchCommand, PrintsARunForTrecEval) {
  EXPECT_EQ(sandbox.session({"search", "kosovo", "--format", "trec", "--sort", "oldest", "--by", "document"}),
            R"([0]
1 Q0 L3 1 S dossier
1 Q0 L1 2 S dossier
1 Q0 <agreement.md> 3 S dossier
1 Q0 <report.html> 4 S dossier
)");
}

TEST_F(SearchCommand, PrintsAPage) {
  const Finished page = sandbox.run({"search", "sanktionen <b>", "--format", "html"});
  EXPECT_EQ(page.code, 0);
  EXPECT_TRUE(page.out.starts_with("<!DOCTYPE html>\n")) << page.out;
  EXPECT_NE(page.out.find("<h1 dir=\"auto\">sanktionen &lt;b&gt;</h1>"), std::string::npos) << page.out;
  EXPECT_NE(page.out.find("<article id=\"hit-1\">"), std::string::npos);
  EXPECT_NE(page.out.find("Die <mark>Sanktionen</mark> gegen Jugoslawien"), std::string::npos);
  EXPECT_TRUE(page.out.ends_with("</body>\n</html>\n"));
}

TEST_F(SearchCommand, PagesThroughHits) {
  EXPECT_EQ(sandbox.session({"search", "council", "-n2", "--offset", "1", "--no-facets", "--sort", "oldest"}),
            R"([0]
5 passages in 4 documents · 2–3 shown

 2. Kosovo and Serbia agree
    2013-04-19 · Balkan Review · en · markdown · Background
    The talks in Brussels were long. Kosovo accepted the resolution of the *Council*, and both sides signed.
    <agreement.md>#0 · $DIR/docs/agreement.md

 3. Kosovo and Serbia agree
    2013-04-19 · Balkan Review · en · markdown · Resolution 1244
    Security *Council* resolution 1244 of 10 June 1999 placed Kosovo under a mission of the United Nations.
    <agreement.md>#1 · $DIR/docs/agreement.md
)");
  EXPECT_EQ(sandbox.session({"search", "council", "--offset", "100", "--no-facets"}), R"([0]
5 passages in 4 documents · none from 101 on
)");
  EXPECT_EQ(sandbox.session({"search", "council", "-n", "0", "--no-facets"}), R"([0]
5 passages in 4 documents
)");
}

TEST_F(SearchCommand, OrdersByDateWithTheUndatedLast) {
  const auto order = [&](const std::string& sort) {
    std::string ids;
    const auto answer = nlohmann::json::parse(
        sandbox.run({"search", "council OR sanktionen", "--sort", sort, "--format", "json"}).out);
    for (const auto& hit : answer["hits"]) ids += sandbox.tidy(hit["passage"]["id"]) + " ";
    return ids;
  };
  EXPECT_EQ(order("oldest"), "L1#0 L2#0 <agreement.md>#0 <agreement.md>#1 <report.html>#0 <note.txt>#0 ");
  EXPECT_EQ(order("newest"), "<report.html>#0 <agreement.md>#0 <agreement.md>#1 L2#0 L1#0 <note.txt>#0 ");
}

TEST_F(SearchCommand, GroupsByDocument) {
  EXPECT_EQ(sandbox.session({"search", "kosovo", "--by", "document", "--no-facets", "--snippets", "1"}),
            R"([0]
4 documents with 5 passages

 1. *Kosovo* and Serbia agree
    2013-04-19 · Balkan Review · en · markdown · Background
    The talks in Brussels were long. *Kosovo* accepted the resolution of the Council, and both sides signed.
    <agreement.md>#0 · $DIR/docs/agreement.md

 2. Letter of Serbia
    1999-06-11 · United Nations · en · jsonl
    Serbia asks the council about *Kosovo*.
    L1#0 · $DIR/docs/letters.jsonl

 3. Odgovor
    1999-06 · Tanjug · sr · jsonl
    Vlada u Beogradu odgovara: rezolucija o *Kosovu* važi.
    L3#0 · $DIR/docs/letters.jsonl

 4. Report on elections
    2014-06-08 · en · html
    Voters in *Kosovo* chose a new assembly. The council of observers found the elections fair.
    <report.html>#0 · $DIR/docs/report.html
)");
}

TEST_F(SearchCommand, TakesWordsBehindTheDashesAsTheyAre) {
  const struct {
    std::vector<std::string> words;
    std::string interpreted;
  } rows[] = {
      {{"kosovo", "--", "-serbia"}, "kosovo AND NOT serbia"},
      {{"--", "-serbia", "kosovo"}, "NOT serbia AND kosovo"},
      {{"--", "--format"}, "format"},
      {{"list", "status", "search"}, "list OR status OR search"},
      {{"[kosovo,serbia]"}, "kosovo,serbia"},
      {{"++", "kosovo"}, "kosovo"},
      {{"kosovo", "--exact"}, "=kosovo"},
      {{"\"lip service\""}, "\"lip service\""},
      {{"lip", "", "service"}, "lip OR service"},
  };
  for (const auto& [words, interpreted] : rows) {
    std::vector<std::string> arguments = {"search", "--format", "json"};
    arguments.insert(arguments.end(), words.begin(), words.end());
    const Finished finished = sandbox.run(arguments);
    ASSERT_LE(finished.code, 1) << finished.err;
    EXPECT_EQ(nlohmann::json::parse(finished.out)["query"]["interpreted"], interpreted);
  }
}

TEST_F(SearchCommand, NamesProblemsWithTheirPlace) {
  EXPECT_EQ(sandbox.session({"search", "kosovo (serbia AND", "--no-facets", "-n", "0"}), R"([0]
3 passages in 2 documents · all words · 2 more passages with some of the words
the bracket opened here is never closed; taken to end with the query
  kosovo (serbia AND
         ^
nothing stands behind AND; it is ignored
  kosovo (serbia AND
                 ^~~
read as: kosovo AND serbia
)");
  EXPECT_EQ(sandbox.session({"search", "published:2013-13"}), R"([2]
nothing found
2013-13 is no date: there is no month 13; the filter is dropped
  published:2013-13
  ^~~~~~~~~~~~~~~~~
)");
  EXPECT_EQ(sandbox.session({"search", "\""}), R"([2]
nothing found
the quote opened here is never closed; taken to end with the query
  "
  ^
there is no word between these quotes; ignored
  "
  ^
)");
  EXPECT_EQ(sandbox.session({"search", "kosovo \"", "--format", "trec", "-n", "1"}), R"([0]
1 Q0 <agreement.md>#0 1 S dossier
--- error
dossier: the quote opened here is never closed; taken to end with the query
  kosovo "
         ^
dossier: there is no word between these quotes; ignored
  kosovo "
         ^
)");
}

TEST_F(SearchCommand, RefusesAFilterThatIsNotUnderstood) {
  EXPECT_EQ(sandbox.session({"search", "kosovo", "--published", "2013-02-30"}), R"([2]
--- error
dossier: the filter is not understood: 2013-02-30 is no date: 2013-02 has no day 30
  published:2013-02-30
  ^~~~~~~~~~~~~~~~~~~~
)");
  EXPECT_EQ(sandbox.session({"search", "kosovo", "--where", "colour:red"}), R"([2]
--- error
dossier: the filter is not understood: there is no field colour: (the fields are title, author, source, lang, type, path, published, mentioned, date)
  colour:red
  ^~~~~~
)");
  EXPECT_EQ(sandbox.session({"search", "kosovo", "--where", "kosovo"}), R"([2]
--- error
dossier: the filter is not understood: a filter is FIELD:VALUE, the fields are title, author, source, lang, type, path, published, mentioned, date
  kosovo
  ^~~~~~
)");
  EXPECT_EQ(sandbox.session({"search", "kosovo", "--where", "lang:xx", "--no-facets"}), R"([1]
nothing found
no document has the lang 'xx'; there are: en, de, sr
  lang:xx
  ^~~~~~~
)");
}

TEST_F(SearchCommand, Filters) {
  const struct {
    std::vector<std::string> filter;
    std::string passages;
  } rows[] = {
      {{"--where", "lang:de"}, "L2#0"},
      {{"--where", "lang:de", "--where", "lang:sr"}, "L2#0 L3#0"},
      {{"--where", "source:united nations"}, "L1#0 L2#0"},
      {{"--where", "source:nations"}, "L1#0 L2#0"},
      {{"--where", "type:html"}, "<report.html>#0"},
      {{"--where", "type:application/*", "--where", "lang:en"}, "L1#0"},
      {{"--where", "title:letter of serbia"}, "L1#0"},
      {{"--where", "title:serbia letter"}, ""},
      {{"--where", "author:observer"}, "<report.html>#0"},
      {{"--where", "path:docs/note*"}, "<note.txt>#0"},
      {{"--published", "1999"}, "L1#0 L3#0"},
      {{"--published", "=1999-06"}, "L1#0 L3#0"},
      {{"--published", "1999-06-11..2001-03"}, "L1#0 L2#0 L3#0"},
      {{"--published", "..1999-06-10"}, "L3#0"},
      {{"--published", "2014.."}, "<report.html>#0"},
      {{"--published", "2010s"}, "<agreement.md>#0 <agreement.md>#1 <report.html>#0"},
      {{"--published", "1999", "--where", "lang:sr"}, "L3#0"},
  };
  for (const auto& [filter, passages] : rows) {
    std::vector<std::string> arguments = {"search", "--format", "json"};
    arguments.insert(arguments.end(), filter.begin(), filter.end());
    const auto answer = nlohmann::json::parse(sandbox.run(arguments).out);
    std::vector<std::string> ids;
    for (const auto& hit : answer["hits"]) ids.push_back(sandbox.tidy(hit["passage"]["id"]));
    std::sort(ids.begin(), ids.end());
    std::string joined;
    for (const std::string& id : ids) joined += (joined.empty() ? "" : " ") + id;
    EXPECT_EQ(joined, passages) << filter.back();
    EXPECT_EQ(answer["total"]["passages"], ids.size()) << filter.back();
  }
}

TEST_F(SearchCommand, AnswersAFileOfQueries) {
  sandbox.write("queries.tsv", "q1\tserbia asks\n\nsanktionen\r\nq 3\tzanzibar\nq4\tkosovo \"\n");
  EXPECT_EQ(sandbox.session({"search", "--queries", "queries.tsv", "--format", "trec", "--by", "document",
                             "--sort", "oldest"}),
            R"([0]
q1 Q0 L1 1 S dossier
q1 Q0 <agreement.md> 2 S dossier
3 Q0 L2 1 S dossier
q4 Q0 L3 1 S dossier
q4 Q0 L1 2 S dossier
q4 Q0 <agreement.md> 3 S dossier
q4 Q0 <report.html> 4 S dossier
)");
  EXPECT_EQ(sandbox.session({"search", "--queries", "queries.tsv", "--no-facets", "-n", "1"}), R"([0]
── q1: serbia asks ─────────────────────────────────────────

1 passage in 1 document · all words · 2 more passages with some of the words · 1 shown

 1. Letter of *Serbia*
    1999-06-11 · United Nations · en · jsonl
    *Serbia* *asks* the council about Kosovo.
    L1#0 · $DIR/docs/letters.jsonl

── 3: sanktionen ───────────────────────────────────────────

1 passage in 1 document

 1. *Sanktionen*
    2001 · United Nations · de · jsonl
    Die *Sanktionen* gegen Jugoslawien wurden aufgehoben.
    L2#0 · $DIR/docs/letters.jsonl

── q 3: zanzibar ───────────────────────────────────────────

nothing found

── q4: kosovo " ────────────────────────────────────────────

5 passages in 4 documents · all words · 1 shown
the quote opened here is never closed; taken to end with the query
  kosovo "
         ^
there is no word between these quotes; ignored
  kosovo "
         ^
read as: kosovo

 1. *Kosovo* and Serbia agree
    2013-04-19 · Balkan Review · en · markdown · Background
    The talks in Brussels were long. *Kosovo* accepted the resolution of the Council, and both sides signed.
    <agreement.md>#0 · $DIR/docs/agreement.md

)");
  EXPECT_EQ(
      sandbox.session({"search", "--queries", "-", "--format", "csv"}, {.input = "a\tsanktionen\nb\tasks"}),
      "[0]\n"
      "query,rank,score,partial,id,passage,title,published,source,language,type,page,path,text\r\n"
      "a,1,S,false,L2,L2#0,Sanktionen,2001,United Nations,de,application/jsonl,,$DIR/docs/letters.jsonl,Die "
      "Sanktionen gegen Jugoslawien wurden aufgehoben.\r\n"
      "b,1,S,false,L1,L1#0,Letter of Serbia,1999-06-11,United "
      "Nations,en,application/jsonl,,$DIR/docs/letters.jsonl,Serbia asks the council about Kosovo.\r\n");
  std::vector<std::string> ids;
  std::istringstream lines(sandbox.run({"search", "--queries", "queries.tsv", "--format", "json"}).out);
  for (std::string line; std::getline(lines, line);)
    ids.push_back(nlohmann::json::parse(line)["query"]["id"]);
  EXPECT_EQ(ids, (std::vector<std::string>{"q1", "3", "q 3", "q4"}));
  const std::string hit = sandbox.run({"search", "--queries", "queries.tsv", "--format", "jsonl"}).out;
  EXPECT_TRUE(hit.starts_with(R"({"query":"q1","rank":1,)")) << hit;
}

TEST_F(SearchCommand, RefusesQueriesItCannotRead) {
  EXPECT_EQ(sandbox.session({"search", "--queries", "missing.tsv"}), R"([2]
--- error
dossier: cannot read the queries in missing.tsv
  hint: give a file with a query a line: id, tab, query
)");
  EXPECT_EQ(sandbox.session({"search", "--queries", "docs"}), R"([2]
--- error
dossier: cannot read the queries in docs
  hint: give a file with a query a line: id, tab, query
)");
  EXPECT_EQ(sandbox.session({"search", "kosovo", "--queries", "-"}), R"([2]
--- error
dossier: the queries come from -, but one was also given
  hint: leave out either
)");
  EXPECT_EQ(sandbox.session({"search", "--queries", "-", "--format", "html"}), R"([2]
--- error
dossier: html is a page for one query
  hint: use --format json, jsonl, csv, trec or text
)");
  EXPECT_EQ(sandbox.session({"search", "--queries", "-"}), "[1]\n");
}

TEST_F(SearchCommand, AsksForAQuery) {
  EXPECT_EQ(sandbox.session({"search"}), R"([2]
--- error
dossier: no query was given
  hint: dossier search kosovo resolution; 'dossier help query' shows the language
)");
  EXPECT_EQ(sandbox.session({"explain"}), sandbox.session({"search"}));
}

}  // namespace
}  // namespace dossier::cli

// XML of the usual vocabularies, and of none.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "member_list.h"

namespace dossier {
namespace {

ExtractedDocument read(std::string_view xml) {
  return extract_bytes("a.xml", "<?xml version=\"1.0\"?>\n" + std::string(xml)).document();
}

std::string blocks(std::string_view xml) {
  return print(read(xml).blocks);
}

TEST(Xml, OfNoKnownVocabularyIsItsTexts) {
  EXPECT_EQ(blocks("<data><firm>Works</firm><name>Ada</name><age>36</age></data>"), "p Works\np Ada\np 36");
  EXPECT_EQ(blocks("<x><y>In <z>running</z> text.</y><y><z>First</z> of it.</y></x>"),
            "p In running text.\np First of it.");
  EXPECT_EQ(blocks("<x><y>One<br/>two</y><script>no</script><y><![CDATA[Three & four]]></y></x>"),
            "p One two\np Three & four");
  EXPECT_EQ(blocks("<svg><title>Map</title><text>North <tspan>gate</tspan></text><style>x{}</style></svg>"),
            "h1 Map\np North gate");
}

TEST(Xml, OfTeiHasItsHeaderAndDivisions) {
  const ExtractedDocument document = read(
      "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:lang=\"fr\"><teiHeader><fileDesc><titleStmt>"
      "<title>Letters of a clerk</title><author>Ana Example</author></titleStmt>"
      "<publicationStmt><publisher>The edition</publisher><date when=\"2011\"/></publicationStmt>"
      "<sourceDesc><bibl><publisher>The old press</publisher><date when=\"1891-04-02\">April</date></bibl>"
      "</sourceDesc></fileDesc></teiHeader><text><body><div><head>First <hi>part</hi></head>"
      "<div><head>Of the port</head><p>It was<note place=\"foot\">Never is.</note> <name>quiet</name>.</p>"
      "<list><item>One</item><item>Two</item></list>"
      "<table><row><cell>a</cell><cell>b</cell></row></table></div></div></body></text></TEI>");
  EXPECT_EQ(print(document.blocks),
            "h1 First part\nh2 Of the port\np It was quiet.\np Never is.\nli One\nli Two\ntr a | b");
  EXPECT_EQ(document.metadata.title, "Letters of a clerk");
  EXPECT_EQ(document.metadata.author, "Ana Example");
  EXPECT_EQ(document.metadata.source, "The old press");
  EXPECT_EQ(document.metadata.language, "fr");
  EXPECT_EQ(print(document.metadata.dates), "tei:date: 1891-04-02\ntei:date: 2011");
}

TEST(Xml, OfAkomaNtosoHasItsPartsAndNumbers) {
  const ExtractedDocument document = read(
      "<akomaNtoso><act><meta><identification><FRBRWork><FRBRdate date=\"2004-05-01\" name=\"x\"/>"
      "<FRBRcountry value=\"ke\"/></FRBRWork><FRBRExpression><FRBRlanguage language=\"eng\"/>"
      "</FRBRExpression></identification></meta><preface><p><docTitle>The Bridges "
      "Act</docTitle></p></preface>"
      "<body><chapter><num>Chapter 1</num><heading>Of bridges</heading>"
      "<article><num>Article 1</num><content><p>A bridge crosses.</p></content></article>"
      "<article><num>Article 2</num><heading>Tolls</heading><paragraph><num>(1)</num><content><p>None.</p>"
      "</content></paragraph></article></chapter></body></act></akomaNtoso>");
  EXPECT_EQ(print(document.blocks),
            "p The Bridges Act\nh1 Chapter 1 Of bridges\nh2 Article 1\np A bridge crosses.\nh2 Article 2 "
            "Tolls\np (1) None.");
  EXPECT_EQ(document.metadata.title, "The Bridges Act");
  EXPECT_EQ(document.metadata.source, "ke");
  EXPECT_EQ(document.metadata.language, "eng");
  EXPECT_EQ(print(document.metadata.dates), "akn:FRBRdate: 2004-05-01");
  EXPECT_EQ(
      blocks("<akomaNtoso><debate><debateBody><debateSection><heading>Questions</heading>"
             "<speech by=\"#a\"><from>Ms Example</from><p>Why?</p></speech></debateSection></debateBody>"
             "</debate></akomaNtoso>"),
      "h1 Questions\np Ms Example\np Why?");
}

TEST(Xml, OfJournalsAndBooksHasTheirSections) {
  const ExtractedDocument document = read(
      "<article><front><journal-meta><journal-title>Notes</journal-title></journal-meta><article-meta>"
      "<title-group><article-title>On <italic>tides</italic></article-title></title-group>"
      "<contrib-group><contrib><name><surname>Example</surname><given-names>Ana</given-names></name></"
      "contrib>"
      "</contrib-group><pub-date><day>5</day><month>3</month><year>2019</year></pub-date>"
      "<abstract><p>They turn.</p></abstract></article-meta></front>"
      "<body><sec><title>Method</title><p>We waited<xref>1</xref>.</p></sec></body></article>");
  EXPECT_EQ(print(document.blocks), "p They turn.\nh1 Method\np We waited1.");
  EXPECT_EQ(document.metadata.title, "On tides");
  EXPECT_EQ(document.metadata.author, "Example Ana");
  EXPECT_EQ(document.metadata.source, "Notes");
  EXPECT_EQ(print(document.metadata.dates), "xml:pub-date: 2019-03-05");
}

TEST(Xml, OfFeedsGivesEachEntry) {
  const std::string rss =
      "<?xml version=\"1.0\"?><rss><channel><title>The Desk</title><language>en</language>"
      "<item><title>One &amp; all</title><link>https://desk.example/1</link>"
      "<pubDate>Tue, 14 May 2013 10:00:00 GMT</pubDate><description>&lt;p&gt;First "
      "&lt;b&gt;news&lt;/b&gt;.&lt;/p&gt;"
      "</description></item><item><title>Two</title><description>Plain.</description></item></channel></rss>";
  const Extraction got = extract_bytes("feed", rss);
  EXPECT_EQ(print_members(got), "//1: ok | p First news.\n//2: ok | p Plain.\nok\n");
  const RawMetadata expected{.title = "One & all",
                             .source = "The Desk",
                             .language = "en",
                             .url = "https://desk.example/1",
                             .dates = {{"feed:date", "Tue, 14 May 2013 10:00:00 GMT"}}};
  EXPECT_EQ(got.documents.at(0).metadata, expected);
  const Extraction atom = extract_bytes(
      "a.atom",
      "<?xml version=\"1.0\"?><feed xml:lang=\"de\"><title>Amt</title><entry><title "
      "type=\"html\">Eins</title>"
      "<link rel=\"self\" href=\"x\"/><link href=\"https://amt.example/1\"/><updated>2013-05-14</updated>"
      "<author><name>Ana</name></author><summary>Kurz.</summary>"
      "<content type=\"xhtml\"><div><p>Ein <b>langer</b> Text.</p></div></content></entry></feed>");
  EXPECT_EQ(print_members(atom), "//1: ok | p Ein langer Text.\nok\n");
  EXPECT_EQ(atom.documents.at(0).metadata.url, "https://amt.example/1");
  EXPECT_EQ(atom.documents.at(0).metadata.author, "Ana");
  EXPECT_EQ(print(atom.documents.at(0).metadata.dates), "feed:date: 2013-05-14");
}

TEST(Xml, OfAFeedWithoutEntriesIsWhatTheFeedSaysOfItself) {
  const Extraction got =
      extract_bytes("feed",
                    "<?xml version=\"1.0\"?><rss><channel><title>The Desk</title><description>News of "
                    "ferries.</description><language>en</language></channel></rss>");
  EXPECT_EQ(print_members(got), "//1: ok | p News of ferries.\nok\n");
  EXPECT_EQ(got.documents.at(0).metadata.title, "The Desk");
  EXPECT_EQ(print(extract_bytes("feed", "<?xml version=\"1.0\"?><rss><channel/></rss>").outcome),
            "skipped no-text");
}

TEST(Xml, ResolvesEntitiesAsFarAsTheyAreText) {
  EXPECT_EQ(
      blocks("<!DOCTYPE x [<!ENTITY un \"the assembly\">]><x>By &un; &eacute;&lt;&#233; &unknown; &amp;</x>"),
      "p By the assembly é<é &unknown; &");
  std::string laughs = "<!DOCTYPE x [<!ENTITY a \"ha\">";
  for (char c = 'b'; c < 'm'; ++c) {
    laughs += std::string("<!ENTITY ") + c + " \"";
    for (int i = 0; i < 10; ++i) laughs += std::string("&") + static_cast<char>(c - 1) + ";";
    laughs += "\">";
  }
  EXPECT_LT(blocks(laughs + "]><x>Before &l; behind</x>").size(), 1000u);
  EXPECT_EQ(blocks("<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><x>Not &f; it</x>"),
            "p Not &f; it");
}

TEST(Xml, IsReadInItsCharset) {
  EXPECT_EQ(
      print(extract_bytes("a.xml",
                          "<?xml version=\"1.0\" encoding=\"windows-1251\"?><x>\xC7\xE4\xF0\xE0\xE2\xEE</x>")
                .document()
                .blocks),
      "p Здраво");
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("<?xml version=\"1.0\" encoding=\"UTF-16\"?><x>wide</x>"))
    wide += std::string{c, '\0'};
  EXPECT_EQ(print(extract_bytes("a.xml", wide).document().blocks), "p wide");
}

TEST(Xml, ThatIsBrokenKeepsWhatCanBeRead) {
  const Extraction got = extract_bytes("a.xml", "<?xml version=\"1.0\"?><x><y>One</y><z>Two</x>");
  EXPECT_EQ(print(got.document().blocks), "p One\np Two");
  EXPECT_EQ(print(got.outcome), "partial damaged");
  EXPECT_EQ(print(extract_bytes("a.xml", "<?xml version=\"1.0\"?><x>").outcome), "failed damaged");
  EXPECT_EQ(print(extract_bytes("a.xml", "<?xml version=\"1.0\"?><x/>").outcome), "skipped no-text");
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<d>";
  EXPECT_EQ(blocks("<x><y>Before</y>" + deep + "</x>"), "p Before");
  std::string crowded = "<x><y>Before</y><z ";
  for (int i = 0; i < 200'000; ++i) crowded += "a" + std::to_string(i) + "=\"\" ";
  EXPECT_EQ(blocks(crowded + "/></x>"), "p Before");
}

}  // namespace
}  // namespace dossier

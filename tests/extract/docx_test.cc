// What is read of Word's documents. Packages are made here, of XML with no more in it than a case needs.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "extraction.h"
#include "support/zip_file.h"

namespace dossier {
namespace {

const std::string kContentTypes =
    "<Types><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-"
    "officedocument.wordprocessingml.document.main+xml'/></Types>";

std::string relationship(std::string_view id, std::string_view type, std::string_view target) {
  return "<Relationship Id='" + std::string(id) + "' Type='http://example.org/relationships/" +
         std::string(type) + "' Target='" + std::string(target) + "'/>";
}

std::string body(std::string_view content) {
  return "<?xml version='1.0' encoding='UTF-8'?><w:document xmlns:w='w'><w:body>" + std::string(content) +
         "</w:body></w:document>";
}

// A package with that body and other parts beside it.
ZipMembers members(std::string_view content, const ZipMembers& parts = {}) {
  ZipMembers all{
      {"[Content_Types].xml", kContentTypes},
      {"_rels/.rels",
       "<Relationships>" + relationship("r", "officeDocument", "word/document.xml") + "</Relationships>"},
      {"word/document.xml", body(content)}};
  std::string related;
  for (const auto& [name, bytes] : parts) {
    all.emplace_back("word/" + name, bytes);
    const std::string_view type = std::string_view(name).substr(0, name.find_first_of("0123456789."));
    related += relationship(name, type, name);
  }
  all.emplace_back("word/_rels/document.xml.rels", "<Relationships>" + related + "</Relationships>");
  return all;
}

Extraction extracted(std::string_view content, const ZipMembers& parts = {}) {
  return extract_bytes("a.docx", zip_file(members(content, parts)));
}

std::string blocks(std::string_view content, const ZipMembers& parts = {}) {
  return print(extracted(content, parts).document().blocks);
}

std::string apart(std::string_view content, const ZipMembers& parts = {}) {
  return print(extracted(content, parts).document().apart);
}

// A paragraph with properties and one run.
std::string paragraph(std::string_view text, std::string_view properties = "") {
  return "<w:p><w:pPr>" + std::string(properties) + "</w:pPr><w:r><w:t>" + std::string(text) +
         "</w:t></w:r></w:p>";
}

TEST(Docx, IsReadAsParagraphsOfRuns) {
  EXPECT_EQ(blocks("<w:p><w:r><w:t xml:space='preserve'>The coun</w:t></w:r><w:r><w:t>cil  met"
                   "</w:t><w:tab/><w:t>again</w:t><w:br/><w:t>in May.</w:t></w:r></w:p><w:p/>" +
                   paragraph("Caf\u00e9 &amp; &lt;co&gt;")),
            "p The council met again\\nin May.\np Café & <co>");
  EXPECT_EQ(blocks("<w:p><w:r><w:t>co</w:t><w:softHyphen/><w:t>operation, e</w:t><w:noBreakHyphen/>"
                   "<w:t>mail </w:t><w:sym w:font='Symbol' w:char='F061'/><w:sym w:font='Wingdings' "
                   "w:char='F0FC'/></w:r></w:p>"),
            "p cooperation, e-mail α•");
}

TEST(Docx, HasHeadingsByItsStyles) {
  const ZipMembers styles{
      {"styles.xml",
       "<w:styles><w:style w:styleId='berschrift1'><w:name w:val='heading 1'/><w:pPr><w:outlineLvl "
       "w:val='0'/></w:pPr></w:style>"
       "<w:style w:styleId='Own'><w:name w:val='Own'/><w:basedOn w:val='berschrift1'/></w:style>"
       "<w:style w:styleId='Plain'><w:basedOn w:val='berschrift1'/><w:pPr><w:outlineLvl w:val='9'/></w:pPr>"
       "</w:style>"
       "<w:style w:styleId='T2'><w:name w:val='Titre 2'/></w:style>"
       "<w:style w:styleId='Name'><w:name w:val='Title'/></w:style>"
       "<w:style w:styleId='A'><w:name w:val='A'/><w:basedOn w:val='B'/></w:style>"
       "<w:style w:styleId='B'><w:name w:val='B'/><w:basedOn w:val='A'/></w:style></w:styles>"}};
  const auto styled = [](std::string_view text, std::string_view style) {
    return paragraph(text, "<w:pStyle w:val='" + std::string(style) + "'/>");
  };
  EXPECT_EQ(blocks(styled("Report", "Name") + styled("First", "berschrift1") + styled("Based", "Own") +
                       styled("Not", "Plain") + styled("French", "T2") + styled("Circle", "A") +
                       paragraph("Direct", "<w:outlineLvl w:val='7'/>") +
                       paragraph("Undone", "<w:pStyle w:val='Own'/><w:outlineLvl w:val='9'/>") +
                       styled(std::string(600, 'x'), "Own"),
                   styles),
            "h1 Report\nh1 First\nh1 Based\np Not\nh2 French\np Circle\nh6 Direct\np Undone\np " +
                std::string(600, 'x'));
  EXPECT_EQ(blocks(styled("Without styles", "Heading2") + styled("Named", "Title")),
            "h2 Without styles\nh1 Named");
}

TEST(Docx, HasListItemsByTheirNumbering) {
  EXPECT_EQ(blocks(paragraph("one", "<w:numPr><w:numId w:val='3'/></w:numPr>") +
                   paragraph("none", "<w:numPr><w:numId w:val='0'/></w:numPr>")),
            "li one\np none");
}

TEST(Docx, HasTablesRowByRow) {
  const auto cell = [](std::string_view content) { return "<w:tc>" + std::string(content) + "</w:tc>"; };
  const auto row = [](std::string_view cells) { return "<w:tr>" + std::string(cells) + "</w:tr>"; };
  EXPECT_EQ(blocks("<w:tbl>" + row(cell(paragraph("State")) + cell(paragraph("Vote") + paragraph("1999"))) +
                   row(cell(paragraph("")) + cell(paragraph("No"))) + row(cell("<w:p/>")) + "</w:tbl>" +
                   paragraph("After.")),
            "tr State | Vote\\n1999\ntr No\np After.");
  // A row that lays out a page, and a table in a table.
  const std::string prose(300, 'x');
  EXPECT_EQ(blocks("<w:tbl>" + row(cell(paragraph(prose) + paragraph(prose))) +
                   row(cell(paragraph("Outer") + "<w:tbl>" +
                            row(cell(paragraph("1")) + cell(paragraph("2"))) + "</w:tbl><w:p/>")) +
                   "</w:tbl>"),
            "p " + prose + "\np " + prose + "\np Outer\ntr 1 | 2");
}

TEST(Docx, HasNotesBehindTheParagraphThatCallsThem) {
  const ZipMembers notes{
      {"footnotes.xml",
       "<w:footnotes><w:footnote w:type='separator' w:id='0'><w:p><w:r><w:t>line</w:t></w:r>"
       "</w:p></w:footnote><w:footnote w:id='2'><w:p><w:r><w:footnoteRef/><w:t>A note."
       "</w:t></w:r></w:p></w:footnote></w:footnotes>"},
      {"endnotes.xml",
       "<w:endnotes><w:endnote w:id='2'>" + paragraph("An end note.") + "</w:endnote></w:endnotes>"},
      {"comments.xml", "<w:comments><w:comment w:id='0' w:author='N. N.'>" + paragraph("Really?") +
                           "</w:comment></w:comments>"}};
  EXPECT_EQ(blocks("<w:p><w:r><w:t>It was agreed</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r><w:r>"
                   "<w:t> in the end</w:t><w:endnoteReference w:id='2'/><w:t>.</w:t></w:r></w:p>" +
                       paragraph("Next."),
                   notes),
            "p It was agreed in the end.\np A note.\np An end note.\np Next.\np Really?");
  // In a table: behind the row.
  EXPECT_EQ(
      blocks("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>12</w:t><w:footnoteReference w:id='2'/></w:r></w:p></w:tc>"
             "<w:tc>" +
                 paragraph("13") + "</w:tc></w:tr></w:tbl>",
             {notes[0]}),
      "tr 12 | 13\np A note.");
}

TEST(Docx, ShowsWhatWordShows) {
  const std::vector<std::pair<std::string, std::string>> rows{
      // Tracked changes.
      {"<w:p><w:r><w:t>Kept</w:t></w:r><w:del><w:r><w:delText>deleted</w:delText></w:r></w:del>"
       "<w:ins><w:r><w:t> "
       "inserted</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom></w:p>",
       "p Kept inserted"},
      // Hidden text; a hidden paragraph mark hides nothing else.
      {"<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></"
       "w:r><w:r>"
       "<w:rPr><w:vanish w:val='0'/></w:rPr><w:t>shown</w:t></w:r></w:p>",
       "p shown"},
      // A field by its result; its instruction, and one in it, are not shown.
      {"<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>HYPERLINK "
       "\"http://example.org\"</w:instrText>"
       "<w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText><w:fldChar "
       "w:fldCharType='separate'/>"
       "<w:t>7</w:t><w:fldChar w:fldCharType='end'/><w:fldChar w:fldCharType='separate'/><w:t>the link</w:t>"
       "<w:fldChar w:fldCharType='end'/></w:r><w:hyperlink><w:r><w:t> here</w:t></w:r></w:hyperlink></w:p>",
       "p the link here"},
      // A field that never ends.
      {"<w:p><w:r><w:t>Before</w:t><w:fldChar w:fldCharType='begin'/><w:t>lost</w:t></w:r></w:p>" +
           paragraph("After."),
       "p Before\np After."},
      // A text box, written twice for programs of different ages.
      {"<w:p><w:r><w:t>Around</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" +
           paragraph("In the box") + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" +
           paragraph("In the box") +
           "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t> it."
           "</w:t></w:r></w:p>",
       "p Around it.\np In the box"},
      {"<w:p><mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice><mc:Fallback><w:r><w:t>Only "
       "here</w:t></w:r>"
       "</mc:Fallback></mc:AlternateContent></w:p>",
       "p Only here"},
      // The reading of a word beside it, the large first letter, a content control, mathematics.
      {"<w:p><w:r><w:ruby><w:rt><w:r><w:t>aside</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r>"
       "</w:rubyBase></w:ruby></w:r></w:p>",
       "p base"},
      {paragraph("O", "<w:framePr w:dropCap='drop'/>") + paragraph("nce upon a time"), "p Once upon a time"},
      {"<w:sdt><w:sdtContent>" + paragraph("Controlled") +
           "</w:sdtContent></w:sdt><w:p><m:oMath><m:r><m:t>E=mc"
           "</m:t></m:r></m:oMath></w:p>",
       "p Controlled\np E=mc"},
  };
  for (const auto& [content, expected] : rows) EXPECT_EQ(blocks(content), expected) << content;
}

TEST(Docx, HasEquationsAsLines) {
  const auto run = [](std::string_view text) { return "<m:r><m:t>" + std::string(text) + "</m:t></m:r>"; };
  const auto in = [](std::string_view name, const std::string& inner) {
    return "<m:" + std::string(name) + ">" + inner + "</m:" + std::string(name) + ">";
  };
  const std::string sum = run("a+b");
  const std::string power = in("sSup", in("e", run("r")) + in("sup", run("2")));
  const std::vector<std::pair<std::string, std::string>> rows{
      {run("A=π") + power, "A=πr2"},
      {in("f", in("fPr", "") + in("num", sum) + in("den", run("2"))), "(a+b)/2"},
      {in("sSup", in("e", run("e")) + in("sup", run("-x"))), "e^(-x)"},
      {in("sSub", in("e", run("CO")) + in("sub", run("2"))), "CO2"},
      {in("nary",
          in("naryPr", "<m:chr m:val='∑'/>") + in("sub", run("k=1")) + in("sup", run("n")) + in("e", power)),
       "∑_(k=1)^n r2"},
      {in("nary", in("sub", "") + in("sup", "") + in("e", run("x dx"))), "∫ x dx"},
      {in("func", in("fName", in("limLow", in("e", run("lim")) + in("lim", run("n→∞")))) + in("e", run("f"))),
       "lim_(n→∞) f"},
      {in("rad", in("deg", run("3")) + in("e", sum)), "3√(a+b)"},
      {in("d", in("e", run("a")) + in("e", run("b"))), "(a|b)"},
      {in("d", in("dPr", "<m:begChr m:val='['/><m:sepChr m:val=', '/><m:endChr m:val=''/>") +
                   in("e", run("a")) + in("e", run("b"))),
       "[a, b"},
      {in("m",
          in("mr", in("e", run("1")) + in("e", run("0"))) + in("mr", in("e", run("0")) + in("e", run("1")))),
       "1 0; 0 1"},
      {"<m:e>" + in("num", run("loose")) + "</m:e>", "loose"},
      {run("a=b") + "</m:oMath><m:oMath>" + run("c=d"), "a=b c=d"},
  };
  for (const auto& [equation, expected] : rows)
    EXPECT_EQ(blocks("<w:p><m:oMath>" + equation + "</m:oMath></w:p>"), "p " + expected) << equation;
  std::string deep;
  for (int i = 0; i < 400; ++i) deep += "<m:f><m:num>";
  deep += run(std::string(70'000, 'x')) + run("end");
  for (int i = 0; i < 400; ++i) deep += "</m:num></m:f>";
  EXPECT_NE(blocks("<w:p><m:oMath>" + deep + "</m:oMath></w:p>").find("xend"), std::string::npos);
}

TEST(Docx, LeavesOutWhatHasBeenDeleted) {
  const auto run = [](std::string_view text) { return "<w:r><w:t>" + std::string(text) + "</w:t></w:r>"; };
  const auto deleted = [](std::string_view text) {
    return "<w:del><w:r><w:delText>" + std::string(text) + "</w:delText></w:r></w:del>";
  };
  const std::string body =
      "<w:p>" + deleted("Three") + deleted(" votes") + run("Four votes ") + deleted("were cast") +
      run("counted") + "</w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("Kept") +
      deleted("<w:br/>") + "</w:p><w:p>" + deleted("A line") + "<w:moveFrom>" + run("moved") +
      "</w:moveFrom><w:del><w:r><w:drawing><wp:docPr descr='A map'/></w:drawing></w:r></w:del></w:p>";
  EXPECT_EQ(blocks(body), "p Four votes counted\np Kept\np A map");
  EXPECT_EQ(apart(body), "");
}

TEST(Docx, HasTheDescriptionsOfPicturesAndTablesBehindTheParagraph) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"<wp:docPr id='1' name='Picture 1' descr='A map of R&amp;amp;D sites'/>", "A map of R&amp;D sites"},
      {"<wp:docPr title='Map' descr=''/>", "Map"},
      {"<wp:docPr descr='C:\\Users\\N. N.\\trade chart.png'/>", "trade chart.png"},
      {"<wp:docPr descr='file:///pictures/b.png'/>", "b.png"},
      {"<wp:docPr descr='Either/or: two ways'/>", "Either/or: two ways"},
      {"<v:imagedata o:title='old_map'/>", "old_map"},
  };
  for (const auto& [picture, expected] : rows) {
    EXPECT_EQ(blocks("<w:p><w:r><w:t>Before </w:t><w:drawing>" + picture +
                     "</w:drawing><w:t>and behind</w:t></w:r></w:p>"),
              "p Before and behind\np " + expected);
  }
  EXPECT_EQ(blocks("<w:tbl><w:tblPr><w:tblCaption w:val='Votes'/></w:tblPr><w:tr><w:tc>" + paragraph("12") +
                   "</w:tc></w:tr></w:tbl>"),
            "p Votes\ntr 12");
}

TEST(Docx, SaysWhereItsLinksLead) {
  const ZipMembers links{{"footnotes.xml", "<w:footnotes/>"},
                         {"_rels/footnotes.xml.rels",
                          "<Relationships><Relationship Type='x/hyperlink' TargetMode='External' "
                          "Target='https://example.org/note?a=1&amp;b=2'/></Relationships>"}};
  EXPECT_EQ(
      apart("<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>HYPERLINK \"http://exam</w:instrText>"
            "<w:instrText>ple.org/a\" \\o \"tip\"</w:instrText><w:fldChar w:fldCharType='separate'/>"
            "<w:t>here</w:t><w:fldChar w:fldCharType='end'/></w:r></w:p>"
            "<w:p><w:fldSimple w:instr='INCLUDEPICTURE &quot;http://example.org/b.png&quot;'/></w:p>",
            links),
      "li https://example.org/note?a=1&b=2\nli http://example.org/a\nli http://example.org/b.png");
  // What can be read in the text needs no telling, and the same address is told once.
  const auto link = [](std::string_view address, std::string_view shown) {
    return "<w:p><w:fldSimple w:instr='HYPERLINK \"" + std::string(address) + "\"'><w:r><w:t>" +
           std::string(shown) + "</w:t></w:r></w:fldSimple></w:p>";
  };
  EXPECT_EQ(apart(link("http://www.example.org/", "see (www.example.org), too") + link("http://a.org", "x") +
                  link("http://a.org", "y") + link("mailto:n@example.org", "n@example.org") +
                  link("javascript:alert(1)", "z") + link("file:///etc/passwd", "w")),
            "li http://a.org");
}

TEST(Docx, TellsWhatStandsAroundPagesOnceAtTheEnd) {
  EXPECT_EQ(blocks(paragraph("Text."), {{"header1.xml", "<w:hdr>" + paragraph("Ministry") + "</w:hdr>"},
                                        {"header2.xml", "<w:hdr>" + paragraph("Ministry") + "</w:hdr>"},
                                        {"footer1.xml", "<w:ftr>" + paragraph("17") + "</w:ftr>"}}),
            "p Text.\np Ministry");
}

TEST(Docx, ReadsChartsDiagramsAndDocumentsThatAreItsParts) {
  EXPECT_EQ(blocks("<w:p><w:r><w:t>See:</w:t><c:chart r:id='chart1.xml'/></w:r></w:p>",
                   {{"chart1.xml",
                     "<c:chart><c:title><a:p><a:r><a:t>Exports</a:t></a:r></a:p></c:title><c:strCache><c:pt>"
                     "<c:v>Grain</c:v></c:pt><c:pt><c:v>Oil</c:v></c:pt></c:strCache><c:numCache><c:pt><c:v>7"
                     "</c:v></c:pt></c:numCache></c:chart>"}}),
            "p See:\np Exports\ntr Grain | Oil");
  EXPECT_EQ(blocks(paragraph("Before") + "<w:altChunk r:id='aFChunk.html'/>",
                   {{"aFChunk.html", "<html><body><h2>Annex</h2><p>Of a page.</p></body></html>"}}),
            "p Before\nh2 Annex\np Of a page.");
}

TEST(Docx, SaysWhatItIs) {
  ZipMembers all = members(paragraph("The text of it."));
  all.emplace_back(
      "docProps/core.xml",
      "<cp:coreProperties><dc:title>A title</dc:title><dc:creator>N. N.</dc:creator>"
      "<dc:subject>Trade</dc:subject><cp:keywords>grain; oil</cp:keywords><dc:description>grain, "
      "oil</dc:description><cp:category>A title</cp:category>"
      "<dc:language>fr-CA</dc:language><dcterms:created>2013-05-24T10:00:00Z</dcterms:created>"
      "<dcterms:modified>2014-01-02T10:00:00Z</dcterms:modified></cp:coreProperties>");
  const Extraction got = extract_bytes("a", zip_file(all));
  const ExtractedDocument document = got.document();
  EXPECT_EQ(print(got.outcome), "ok");
  EXPECT_EQ(document.type, "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  EXPECT_EQ(document.metadata.title, "A title");
  EXPECT_EQ(document.metadata.author, "N. N.");
  EXPECT_EQ(document.metadata.language, "fr-CA");
  EXPECT_EQ(print(document.metadata.dates),
            "docx:created: 2013-05-24T10:00:00Z\ndocx:modified: 2014-01-02T10:00:00Z");
  EXPECT_EQ(print(document.apart), "p Trade\np grain; oil");
}

TEST(Docx, IsCalledAfterItsFirstHeadingWhereItHasNoTitle) {
  EXPECT_EQ(extracted(paragraph("Draft") + paragraph("The report", "<w:outlineLvl w:val='1'/>"))
                .document()
                .metadata.title,
            "The report");
}

TEST(Docx, IsReadWhereverItsPartsAreAndHoweverTheyAreWritten) {
  const std::string text = "<p><r><t>Found.</t></r></p>";
  const std::string rels =
      "<Relationships>" + relationship("r", "officeDocument", "/x/d.xml") + "</Relationships>";
  const std::vector<ZipMembers> rows{
      {{"_rels/.rels", rels}, {"x/d.xml", body(text)}, {"[Content_Types].xml", kContentTypes}},
      {{"WORD\\Document.XML", body(text)}},
      {{"/word/document.xml", body(text)}, {"../../evil.xml", "evil"}, {"word/document.xml", body("<p/>")}},
      {{"word/document.xml", "\xEF\xBB\xBF" + body(text)}},
      {{"word/document.xml", "<document xmlns='other'><body>" + text + "</body></document>"}},
  };
  for (const ZipMembers& row : rows) {
    const Extraction got = extract_bytes("a.docx", zip_file(row));
    EXPECT_EQ(print(got.document().blocks), "p Found.") << row.front().first;
    EXPECT_EQ(print(got.outcome), "ok");
  }
}

TEST(Docx, OfOtherCharsetsIsUnderstood) {
  std::u16string wide;
  for (const char c : body(paragraph("Wide."))) wide += static_cast<char16_t>(c);
  const std::string utf16 =
      "\xFF\xFE" + std::string(reinterpret_cast<const char*>(wide.data()), wide.size() * 2);
  EXPECT_EQ(print(extract_bytes("a.docx", zip_file({{"word/document.xml", utf16}})).document().blocks),
            "p Wide.");
  const std::string latin =
      "<?xml version='1.0' encoding='windows-1251'?><d><p><r><t>\xCC\xE8\xF0</t></r></p></d>";
  EXPECT_EQ(print(extract_bytes("a.docx", zip_file({{"word/document.xml", latin}})).document().blocks),
            "p Мир");
}

}  // namespace
}  // namespace dossier

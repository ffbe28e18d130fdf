// What lies in a file as users see it: in list, search, show, failed and remove.
#include "cli/sandbox.h"

#include <gtest/gtest.h>

namespace dossier::cli {
namespace {

// A mailbox of two messages, the second with a table and a picture.
const std::string kMailbox =
    "From a@post.example Tue May 14 10:00:00 2013\n"
    "From: Ana Example <a@post.example>\nSubject: The first letter\nDate: Tue, 14 May 2013 10:00:00 +0000\n\n"
    "The ferry is late.\n\n"
    "From b@post.example Wed May 15 10:00:00 2013\n"
    "From: Boris <b@post.example>\nSubject: The second letter\nDate: Wed, 15 May 2013 10:00:00 +0000\n"
    "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n"
    "--B\n\nThe ferry left.\n"
    "--B\nContent-Type: text/csv; name=\"times.csv\"\n\nferry,time\nnorth,12:30\n"
    "--B\nContent-Type: image/png; name=\"ferry.png\"\nContent-Transfer-Encoding: "
    "base64\n\niVBORw0KGgoAAAAN\n"
    "--B--\n";

class MembersCommands : public testing::Test {
 protected:
  void SetUp() override {
    sandbox.write("docs/box.mbox", kMailbox);
    ASSERT_EQ(sandbox.run({"--index", ".dossier", "index", "docs"}).code, 0);
    sandbox.learn_ids();
  }
  Sandbox sandbox;
};

TEST_F(MembersCommands, NameEachMemberByItsPath) {
  EXPECT_EQ(sandbox.session({"list"}), R"([0]
<1>	2013-05-14	en	1	The first letter	$DIR/docs/box.mbox//1
<2>	2013-05-15	en	1	The second letter	$DIR/docs/box.mbox//2
<times.csv>	2013-05-15	en	1	times	$DIR/docs/box.mbox//2//times.csv
)");
  EXPECT_EQ(sandbox.session({"failed"}), R"([0]
skipped	no-text-layer	559	$DIR/docs/box.mbox//2//ferry.png	a picture; --ocr reads what is written on it
)");
}

TEST_F(MembersCommands, ShowAMemberByItsPath) {
  EXPECT_EQ(sandbox.session({"show", "docs/box.mbox//1"}), R"([0]
The first letter
2013-05-14 · Ana Example · en · mail · 1 passage
$DIR/docs/box.mbox//1
<1>

¶0  From: Ana Example <a@post.example>
    The ferry is late.
)");
  EXPECT_EQ(sandbox.run({"show", "docs/box.mbox//9"}).code, 1);
  EXPECT_EQ(sandbox.run({"show", "docs/box.mbox"}).code, 1) << "it holds three";
}

TEST_F(MembersCommands, RemoveAMemberByItsPath) {
  EXPECT_EQ(sandbox.run({"remove", "docs/box.mbox//2"}).code, 0);
  EXPECT_EQ(sandbox.run({"search", "late", "--no-facets"}).code, 0);
  EXPECT_EQ(sandbox.run({"search", "left OR north", "--no-facets"}).code, 1) << "with what is attached to it";
  EXPECT_EQ(sandbox.session({"check"}), "[0]\nthe index $DIR/.dossier is sound\n");
}

TEST_F(MembersCommands, TakeTheRowsOfATableForDocumentsWhenAsked) {
  sandbox.write("more/states.csv",
                "title,date,text\nChad,1990,A letter of Chad.\nMali,1991,A letter of Mali.\n");
  ASSERT_EQ(sandbox.run({"index", "more", "--csv-rows"}).code, 0);
  const std::string found = sandbox.run({"search", "=Mali", "--no-facets", "--format", "csv"}).out;
  EXPECT_NE(found.find(",Mali,1991,"), std::string::npos) << found;
  EXPECT_NE(found.find("/more/states.csv//3,A letter of Mali."), std::string::npos) << found;
}

}  // namespace
}  // namespace dossier::cli

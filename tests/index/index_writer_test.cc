// Writing: what is committed stays, what is not is gone, and one writes at a time.
#include "dossier/index/index_writer.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "dossier/core/error.h"
#include "dossier/index/index_reader.h"
#include "dossier/index/schema.h"
#include "support/other_user.h"
#include "support/sample_documents.h"
#include "support/temporary_folder.h"

namespace dossier {
namespace {

namespace fs = std::filesystem;

SampleDocument document(const std::string& id,
                        std::vector<SamplePassage> passages = {{"One peace treaty."}}) {
  return {.id = id, .title = "Title of " + id, .passages = std::move(passages)};
}

std::vector<std::string> ids(const std::string& folder) {
  std::vector<std::string> out;
  const IndexReader reader(folder);
  if (reader.database().get_doccount() == 0) return out;
  for (std::uint32_t number = 0; number < reader.columns().rows().size(); ++number) {
    if (reader.columns().rows()[number].passages > 0) out.push_back(reader.document(number).id);
  }
  return out;
}

Xapian::doccount count_phrase(const std::string& folder, const std::vector<std::string>& words) {
  const IndexReader reader(folder);
  Xapian::Enquire enquire(reader.database());
  enquire.set_query(Xapian::Query(Xapian::Query::OP_PHRASE, words.begin(), words.end()));
  return enquire.get_mset(0, 100, 100).size();
}

std::set<std::string> names_in(const std::string& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename());
  return names;
}

// The message and hint of the Error that opening a writer ends with.
std::string refusal(const std::string& folder, ErrorCode code) {
  try {
    IndexWriter writer(folder);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), code) << error.what();
    return error.what() + std::string(" / ") + error.hint();
  }
  return "no error";
}

// A document of 40 passages, the first of whose parts are added; the last one too if it is to be whole.
void add_in_parts(IndexWriter& writer, const std::string& id, bool is_to_be_whole) {
  SampleDocument sample = document(id, {});
  for (int i = 0; i < 40; ++i) sample.passages.push_back({"Round " + std::to_string(i) + " of " + id + "."});
  const Document long_one = to_document(sample);
  Analyzer analyzer;
  TermCache cache;
  DocumentIndexer indexer(long_one, analyzer, cache);
  for (bool more = true; more;) {
    IndexableDocument part = indexer.next(3'000);
    more = !part.is_last;
    if (more || is_to_be_whole) writer.add(std::move(part));
  }
}

TEST(IndexWriter, AddsALongDocumentInParts) {
  const TemporaryFolder folder;
  IndexWriter writer(folder.path());
  Analyzer analyzer;
  writer.add(make_indexable(to_document(document("before")), analyzer));
  add_in_parts(writer, "long", true);
  writer.add(make_indexable(to_document(document("behind")), analyzer));
  writer.commit(0);
  EXPECT_EQ(ids(folder.path()), (std::vector<std::string>{"before", "long", "behind"}));
  const IndexReader reader(folder.path());
  EXPECT_EQ(reader.document(1).first_docid, 2U);
  EXPECT_EQ(reader.document(1).passages, 40U);
  EXPECT_EQ(reader.document(2).first_docid, 42U);
  EXPECT_EQ(count_phrase(folder.path(), {"round", "39", "of", "long"}), 1U);
}

TEST(IndexWriter, CommitsNoHalfDocument) {
  const TemporaryFolder folder;
  make_index(folder.path(), {document("before")});
  {
    IndexWriter writer(folder.path());
    add_in_parts(writer, "half", false);
    Analyzer analyzer;
    EXPECT_THROW(writer.add(make_indexable(to_document(document("behind")), analyzer)), Error);
    EXPECT_THROW(writer.commit(0), Error);
  }
  EXPECT_EQ(ids(folder.path()), std::vector<std::string>{"before"});
  EXPECT_EQ(count_phrase(folder.path(), {"round", "1"}), 0U);
}

TEST(IndexWriter, MakesAnIndexAndTheFoldersAboveIt) {
  const TemporaryFolder folder;
  make_index(folder / "a/b/index", {document("d1"), document("d2", {{"x"}, {"y"}})});
  EXPECT_EQ(ids(folder / "a/b/index"), (std::vector<std::string>{"d1", "d2"}));
  EXPECT_EQ(names_in(folder / "a/b/index"), (std::set<std::string>{"columns-1", "db", "lock", "words"}));
}

TEST(IndexWriter, GoesOnWhereTheLastOneEnded) {
  const TemporaryFolder folder;
  make_index(folder.path(), {document("d1"), document("d2", {{"x"}, {"y"}})});
  {
    IndexWriter writer(folder.path());
    EXPECT_EQ(writer.documents(), 2U);
    EXPECT_EQ(writer.passages(), 3U);
    EXPECT_EQ(writer.find("d2"), 1U);
    EXPECT_FALSE(writer.dirty());
    EXPECT_EQ(writer.add(to_indexable(document("d3"))), 2U);
    EXPECT_EQ(writer.document(2).first_docid, 4U);
    EXPECT_TRUE(writer.dirty());
    writer.commit(1234);
    EXPECT_FALSE(writer.dirty());
    EXPECT_EQ(writer.metadata(schema::key::updated), "1234");
  }
  EXPECT_EQ(ids(folder.path()), (std::vector<std::string>{"d1", "d2", "d3"}));
}

TEST(IndexWriter, RemovesADocumentAsAWhole) {
  const TemporaryFolder folder;
  make_index(folder.path(), {document("d1", {{"x"}, {"y"}}), document("d2"), document("d3")});
  {
    IndexWriter writer(folder.path());
    writer.remove(0);
    writer.remove(2);
    writer.remove(2);
    writer.remove(77);
    EXPECT_EQ(writer.find("d1"), std::nullopt);
    EXPECT_EQ(writer.documents(), 1U);
    EXPECT_EQ(writer.passages(), 1U);
    writer.commit(0);
  }
  EXPECT_EQ(ids(folder.path()), std::vector<std::string>{"d2"});
  IndexWriter writer(folder.path());
  EXPECT_EQ(writer.add(to_indexable(document("d1"))), 3U) << "a number is not used twice";
  EXPECT_EQ(writer.document(3).first_docid, 5U) << "nor is a docid";
}

TEST(IndexWriter, ChangesWhereADocumentLies) {
  const TemporaryFolder folder;
  make_index(folder.path(), {document("d1")});
  {
    IndexWriter writer(folder.path());
    Analyzer analyzer;
    writer.set_paths(0, {"/new/Place.txt", "/new/copy.txt"}, analyzer);
    EXPECT_EQ(writer.document(0).paths, (std::vector<std::string>{"/new/Place.txt", "/new/copy.txt"}));
    writer.commit(0);
  }
  const IndexReader reader(folder.path());
  for (const char* term : {"XPplace", "XPcopy", "XPnew", "XPtxt", "peace", "Stitle", "Zen:peac", "Qd1"})
    EXPECT_TRUE(reader.database().term_exists(term)) << term;
  EXPECT_FALSE(reader.database().term_exists("XPdocs"));
  EXPECT_EQ(count_phrase(folder.path(), {"one", "peace", "treaty"}), 1U) << "the rest is as it was";
  EXPECT_EQ(reader.passage(1).text, "One peace treaty.");
}

TEST(IndexWriter, KeepsTheLedger) {
  const TemporaryFolder folder;
  const std::string long_path = "/docs/" + std::string(400, 'x');
  const std::string odd_path = "/docs/\xFF\n.txt";
  {
    IndexWriter writer(folder.path());
    writer.put_file({.path = long_path, .documents = {1}});
    writer.put_file({.path = long_path + "y", .documents = {2}});
    writer.put_file({.path = odd_path, .outcome = {Status::failed, Reason::unreadable, "no"}});
    writer.put_file({.path = "/docs/gone"});
    writer.forget_file("/docs/gone");
    writer.forget_file("/docs/never there");
    writer.commit(0);
  }
  const IndexWriter writer(folder.path());
  std::set<std::string> paths;
  for (const auto& [path, file] : writer.files()) paths.insert(path);
  EXPECT_EQ(paths, (std::set<std::string>{long_path, long_path + "y", odd_path}));
  EXPECT_EQ(writer.files().at(long_path + "y").documents, std::vector<std::uint32_t>{2});
  EXPECT_EQ(writer.files().at(odd_path).outcome.detail, "no");
}

TEST(IndexWriter, ForgetsWhatWasNotCommitted) {
  const TemporaryFolder folder;
  make_index(folder.path(), {document("d1")});
  {
    IndexWriter writer(folder.path());
    writer.add(to_indexable(document("d2")));
    writer.remove(0);
    writer.put_file({.path = "/docs/x"});
  }
  EXPECT_EQ(ids(folder.path()), std::vector<std::string>{"d1"});
  EXPECT_TRUE(IndexReader(folder.path()).files().empty());
}

TEST(IndexWriter, LosesOnlyWhatWasNotCommittedWhenItsProcessDies) {
  const TemporaryFolder folder;
  const pid_t child = fork();
  if (child == 0) {
    IndexWriter writer(folder.path());
    writer.add(to_indexable(document("d1")));
    writer.commit(0);
    for (int i = 0; i < 100; ++i) writer.add(to_indexable(document("x" + std::to_string(i))));
    writer.find("x7");
    kill(getpid(), SIGKILL);
  }
  int status = 0;
  waitpid(child, &status, 0);
  ASSERT_TRUE(WIFSIGNALED(status));
  EXPECT_EQ(ids(folder.path()), std::vector<std::string>{"d1"});
  IndexWriter writer(folder.path());
  EXPECT_EQ(writer.add(to_indexable(document("d2"))), 1U);
}

TEST(IndexWriter, IsRefusedWhileAnotherProcessWritesAndToldItsPid) {
  const TemporaryFolder folder;
  int ready[2], done[2];
  ASSERT_EQ(pipe(ready) | pipe(done), 0);
  const pid_t child = fork();
  if (child == 0) {
    close(done[1]);
    IndexWriter writer(folder.path());
    char byte = write(ready[1], "1", 1) == 1 ? '1' : '0';
    _exit(read(done[0], &byte, 1) == 0 ? 0 : 1);
  }
  char byte = 0;
  ASSERT_EQ(read(ready[0], &byte, 1), 1);
  EXPECT_EQ(refusal(folder.path(), ErrorCode::locked),
            "the index " + folder.path() + " is being written by another process (pid " +
                std::to_string(child) + ") / wait until it is done; searching works meanwhile");
  for (const int fd : {ready[0], ready[1], done[0], done[1]}) close(fd);
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(refusal(folder.path(), ErrorCode::locked), "no error") << "the lock goes with its process";
}

TEST(IndexWriter, IsRefusedWhileThisProcessWrites) {
  const TemporaryFolder folder;
  const IndexWriter writer(folder.path());
  EXPECT_NE(refusal(folder.path(), ErrorCode::locked), "no error");
}

TEST(IndexWriter, RefusesAFolderOfSomethingElse) {
  const TemporaryFolder folder;
  folder.write("docs/notes.txt");
  EXPECT_EQ(refusal(folder / "docs", ErrorCode::no_index),
            (folder / "docs") +
                " is no index: it holds notes.txt / name an empty or new folder with --index; documents are "
                "given as arguments of 'index'");
  folder.write("fresh/README.md");
  folder.write("fresh/.gitignore");
  EXPECT_EQ(refusal(folder / "fresh", ErrorCode::no_index), "no error");
  folder.write("file");
  EXPECT_NE(refusal(folder / "file", ErrorCode::no_index).find("cannot make the index folder"),
            std::string::npos);
  folder.write("odd/db");
  EXPECT_NE(refusal(folder / "odd", ErrorCode::no_index).find("opening the index"), std::string::npos)
      << "db is a file";
}

TEST(IndexWriter, RefusesAnIndexOfAnotherSchema) {
  const TemporaryFolder folder;
  make_index(folder.path(), {document("d1")});
  {
    Xapian::WritableDatabase database(database_path(folder.path()));
    database.set_metadata(std::string(schema::key::version), "999");
  }
  EXPECT_EQ(refusal(folder.path(), ErrorCode::no_index),
            "the index " + folder.path() +
                " has schema version 999, this program writes version 5 / index again into a new "
                "folder");
}

TEST(IndexWriter, SaysThatItMayNotWrite) {
  const OtherUser nobody;
  const TemporaryFolder folder;
  fs::create_directory(folder / "index");
  fs::permissions(folder / "index", fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_EQ(refusal(folder / "index", ErrorCode::no_index),
            "cannot write to the index " + (folder / "index") +
                ": Permission denied / check its permissions, or name another with --index");
  EXPECT_NE(refusal(folder / "index/below", ErrorCode::no_index).find("cannot make the index folder"),
            std::string::npos);
}

TEST(IndexWriter, CanBeReadWhereItMayNotBeWritten) {
  const OtherUser nobody;
  const TemporaryFolder folder;
  make_index(folder / "index", {document("d1")});
  for (const char* part : {"index/db", "index"})
    fs::permissions(folder / part, fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_EQ(ids(folder / "index"), std::vector<std::string>{"d1"});
  {
    IndexWriter writer(folder / "index");
    writer.add(to_indexable(document("d2")));
    try {
      writer.commit(0);
      FAIL() << "committed";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::io);
      EXPECT_EQ(error.what(), "cannot create " + (folder / "index/columns-2") + ": Permission denied");
    }
  }
  EXPECT_EQ(ids(folder / "index"), std::vector<std::string>{"d1"});
  for (const char* part : {"index", "index/db"}) fs::permissions(folder / part, fs::perms::owner_all);
}

TEST(IndexWriter, WritesDamagedColumnsAnew) {
  const TemporaryFolder folder;
  make_index(folder.path(), {document("d1", {{"x"}, {"y"}}), document("d2"), document("d3"), document("d4")});
  {
    IndexWriter writer(folder.path());
    writer.remove(0);
    writer.remove(2);
    writer.commit(0);
  }
  folder.write("columns-2", "nonsense");
  IndexWriter writer(folder.path());
  EXPECT_TRUE(writer.dirty());
  EXPECT_EQ(writer.documents(), 2U);
  writer.commit(0);
  EXPECT_EQ(ids(folder.path()), (std::vector<std::string>{"d2", "d4"}));
  const IndexReader reader(folder.path());
  const Columns& columns = reader.columns();
  EXPECT_EQ(columns.languages(), (std::vector<std::string>{"", "en"}));
  for (std::uint32_t docid = 1; docid <= 5; ++docid) {
    std::size_t hint = 0;
    EXPECT_EQ(columns.document_of(docid, hint), docid == 3 ? 1U : docid == 5 ? 3U : 4U) << docid;
  }
}

TEST(IndexWriter, KeepsTheColumnsOfTheLastTwoRevisions) {
  const TemporaryFolder folder;
  IndexWriter writer(folder.path());
  for (int i = 0; i < 5; ++i) {
    writer.add(to_indexable(document("d" + std::to_string(i))));
    writer.commit(0);
  }
  EXPECT_EQ(names_in(folder.path()), (std::set<std::string>{"columns-4", "columns-5", "db", "lock"}));
}

TEST(IndexWriter, CompactsWithoutMovingAPassage) {
  const TemporaryFolder folder;
  IndexWriter writer(folder.path());
  for (int i = 0; i < 400; ++i)
    writer.add(to_indexable(document("d" + std::to_string(i), {{"x " + std::to_string(i)}, {"y"}})));
  writer.commit(0);
  for (std::uint32_t number = 0; number < 400; ++number) {
    if (number % 4 != 1) writer.remove(number);
  }
  const auto [before, after] = writer.compact(0);
  EXPECT_LT(after, before);
  EXPECT_EQ(names_in(folder.path()), (std::set<std::string>{"columns-1", "columns-2", "db", "lock"}));
  EXPECT_EQ(writer.document(397).first_docid, 2 * 397U + 1);
  EXPECT_EQ(writer.find("d397"), 397U);
  EXPECT_EQ(writer.add(to_indexable(document("new"))), 400U) << "it can go on";
  EXPECT_EQ(writer.document(400).first_docid, 801U);
  writer.commit(0);
  EXPECT_EQ(ids(folder.path()).size(), 101U);
  EXPECT_EQ(IndexReader(folder.path()).passage(2 * 397 + 1).text, "x 397");
}

TEST(IndexWriter, IsMadeWhereItsMakingWasKilled) {
  const TemporaryFolder folder;
  folder.write("db.new/postlist.glass", "half of it");
  folder.write("lock", "");
  EXPECT_THROW(IndexReader(folder.path()), Error);
  make_index(folder.path(), {document("d1")});
  EXPECT_EQ(ids(folder.path()), std::vector<std::string>{"d1"});
  EXPECT_EQ(names_in(folder.path()), (std::set<std::string>{"columns-1", "db", "lock", "words"}));
}

TEST(IndexWriter, ClearsAwayWhatAKilledCompactionLeft) {
  const TemporaryFolder folder;
  make_index(folder.path(), {document("d1")});
  folder.write("db.new/postlist.glass", "half of it");
  const IndexWriter writer(folder.path());
  EXPECT_EQ(names_in(folder.path()), (std::set<std::string>{"columns-1", "db", "lock", "words"}));
}

TEST(IndexWriter, TakesAnyId) {
  const TemporaryFolder folder;
  const std::vector<std::string> odd{"",
                                     "#",
                                     "a#1",
                                     std::string("a\0b", 3),
                                     std::string(300, 'x'),
                                     std::string(300, 'x') + "y",
                                     "Ünïcode",
                                     "/a/b",
                                     "Q",
                                     "two words"};
  IndexWriter writer(folder.path());
  for (const std::string& id : odd) writer.add(to_indexable(document(id)));
  writer.commit(0);
  for (std::uint32_t number = 0; number < odd.size(); ++number)
    EXPECT_EQ(writer.find(odd[number]), number) << odd[number];
}

}  // namespace
}  // namespace dossier

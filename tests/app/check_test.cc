// Verifying: a sound index is sound, and each kind of damage is found.
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <string>
#include <thread>

#include "dossier/core/error.h"
#include "dossier/index/index_writer.h"
#include "dossier/index/schema.h"
#include "indexed_folder.h"

namespace dossier {
namespace {

class CheckIndex : public testing::Test {
 protected:
  CheckIndex() {
    for (int i = 0; i < 20; ++i)
      folder_.write("f" + std::to_string(i) + ".md",
                    "# Title " + std::to_string(i) + "\n\nText " + std::to_string(i));
    folder_.write("empty.txt", "");
    folder_.update();
  }
  // Changes the database behind the writer's back.
  template <typename Change>
  void tamper(Change&& change) {
    Xapian::WritableDatabase database(database_path(folder_.index()));
    change(database);
    database.commit();
  }
  std::string first_fault() const {
    const Lines faults = folder_.faults();
    return faults.empty() ? "sound" : faults[0];
  }

  IndexedFolder folder_;
};

TEST_F(CheckIndex, FindsASoundIndexSound) {
  std::string looked_at;
  EXPECT_EQ(check_index(folder_.index(), [&](const std::string& what) { looked_at += what + " "; }), Lines{});
  EXPECT_EQ(looked_at, "tables documents ledger ");
}

TEST_F(CheckIndex, NeedsAnIndex) {
  EXPECT_THROW(check_index(folder_.outside("nowhere"), [](const std::string&) {}), Error);
}

TEST_F(CheckIndex, FindsAMissingPassage) {
  tamper([](Xapian::WritableDatabase& database) { database.delete_document(7); });
  EXPECT_EQ(folder_.faults().size(), 3U);
  EXPECT_NE(first_fault().find(": not found by its id"), std::string::npos) << first_fault();
}

TEST_F(CheckIndex, FindsAPassageOfAnotherDocument) {
  tamper([](Xapian::WritableDatabase& database) {
    database.replace_document(7, Xapian::Document::unserialise(database.get_document(8).serialise()));
  });
  EXPECT_NE(first_fault().find(": not found by its id"), std::string::npos) << first_fault();
  EXPECT_NE(folder_.faults().at(1).find(": passage 0 belongs elsewhere"), std::string::npos);
}

TEST_F(CheckIndex, FindsAMissingRecord) {
  tamper([](Xapian::WritableDatabase& database) { database.set_metadata(schema::key::document(3), ""); });
  EXPECT_EQ(first_fault(), "document 3: the index is damaged: a document record cannot be read");
}

TEST_F(CheckIndex, FindsABrokenRecord) {
  tamper([](Xapian::WritableDatabase& database) {
    Xapian::Document passage = database.get_document(4);
    passage.set_data("\xFF");
    database.replace_document(4, passage);
  });
  EXPECT_EQ(first_fault(), "document 3: the index is damaged: a passage record cannot be read");
}

TEST_F(CheckIndex, FindsARecordAndARowThatDiffer) {
  tamper([](Xapian::WritableDatabase& database) {
    StoredDocument record = decode_document(database.get_metadata(schema::key::document(3)));
    record.published = PublicationDate{{1, 2}, CalendarUnit::day, "x"};
    database.set_metadata(schema::key::document(3), encode(record));
  });
  EXPECT_NE(first_fault().find(": its record and its row differ"), std::string::npos) << first_fault();
}

TEST_F(CheckIndex, FindsALedgerThatNamesOtherDocuments) {
  const std::string path = folder_.docs() + "/f3.md";
  const auto set_documents = [&](std::vector<std::uint32_t> documents) {
    tamper([&](Xapian::WritableDatabase& database) {
      const std::string key = schema::key::file(path);
      FileRecord file = decode_file(database.get_metadata(key));
      file.documents = std::move(documents);
      database.set_metadata(key, encode(file));
    });
    return first_fault();
  };
  EXPECT_EQ(set_documents({77}), path + ": its document 77 is not in the index");
  EXPECT_NE(set_documents({1}).find(" does not name it"), std::string::npos);
  EXPECT_EQ(set_documents({}), "the documents name 20 files, the ledger's files 19 documents");
}

TEST_F(CheckIndex, SaysThatTheColumnsAreDamaged) {
  const std::string number = IndexReader(folder_.index()).metadata(schema::key::columns);
  std::ofstream(columns_path(folder_.index(), number)) << "nonsense";
  try {
    folder_.faults();
    FAIL() << "found sound";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::no_index);
    EXPECT_EQ(error.hint(), "'dossier compact' writes it anew from the database");
  }
  IndexWriter(folder_.index()).compact(0);
  EXPECT_EQ(folder_.faults(), Lines{}) << "as it says";
}

TEST_F(CheckIndex, FindsDamagedTables) {
  int found = 0;
  for (const char* table : {"postlist", "position", "docdata", "termlist"}) {
    const std::string path = database_path(folder_.index()) + "/" + table + ".glass";
    const auto size = std::filesystem::file_size(path);
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    for (std::uintmax_t block = 0; block < size; block += 8192) {
      file.seekp(static_cast<std::streamoff>(block + 4000));
      file << "nonsense nonsense nonsense nonsense nonsense nonsense nonsense";
      file.seekp(static_cast<std::streamoff>(block + 8));
      file << "nonsense";
    }
    file.close();
    try {
      found += !folder_.faults().empty();
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::no_index) << error.what();
      ++found;
    }
  }
  EXPECT_EQ(found, 4);
}

TEST_F(CheckIndex, FindsNoFaultInWhatIsBeingWritten) {
  std::atomic<bool> done{false};
  std::atomic<int> checks{0};
  std::string fault;
  std::thread checker([&] {
    try {
      for (; !done && fault.empty(); ++checks) {
        for (const std::string& found : folder_.faults()) fault += found;
      }
    } catch (const Error& error) {
      if (error.code() != ErrorCode::locked) fault = error.what();  // too fast for it
    }
  });
  for (int i = 0; i < 200 || checks == 0; ++i) {
    IndexWriter writer(folder_.index());
    FileRecord file{.path = "/other/" + std::to_string(i)};
    writer.put_file(file);
    writer.commit(0);
    if (i % 20 == 0) writer.compact(0);
    if (done) break;
  }
  done = true;
  checker.join();
  EXPECT_EQ(fault, "");
}

}  // namespace
}  // namespace dossier

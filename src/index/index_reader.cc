#include "dossier/index/index_reader.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "dossier/core/error.h"
#include "dossier/index/index_writer.h"
#include "dossier/index/schema.h"
#include "dossier/index/xapian_errors.h"

namespace dossier {
namespace {

constexpr int kMostAttempts = 20;

}  // namespace

bool index_exists(const std::string& folder) {
  // Xapian says of a database that it may not read that it is none.
  const std::string database = database_path(folder);
  for (const std::string& needed : {database, database + "/iamglass"}) {
    if (access(needed.c_str(), R_OK) != 0 && errno == EACCES) {
      throw Error(ErrorCode::no_index, "cannot read the index " + folder + ": Permission denied",
                  "check the permissions of its folder");
    }
  }
  std::error_code error;
  return std::filesystem::exists(database, error);
}

IndexReader::IndexReader(const std::string& folder) : folder_(folder) {
  if (!index_exists(folder)) {
    throw Error(ErrorCode::no_index, "there is no index in " + folder, "make one with: dossier index FOLDER");
  }
  reopen();
}

// The bytes of glass's version file, which each commit replaces: revision, roots of the tables, identity.
std::string IndexReader::newest() const {
  std::ifstream file(database_path(folder_) + "/iamglass", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void IndexReader::check_version() const {
  const std::string version = metadata(schema::key::version);
  if (version != std::to_string(schema::version)) {
    throw Error(ErrorCode::no_index,
                fmt::format("the index {} has schema version {}, this program reads version {}", folder_,
                            version.empty() ? "none" : version, schema::version),
                "index again into a new folder");
  }
}

void IndexReader::reopen() {
  columns_.reset();
  languages_.reset();
  words_.reset();
  const std::string doing = "opening the index " + folder_;
  for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
    opened_ = newest();
    try {
      // Opened anew rather than reopened: the folder may have been exchanged by a compaction, and under our
      // hands too, so that some tables are of the one database and some of the other.
      database_ = Xapian::Database(database_path(folder_));
      check_version();
      if (is_newest()) return;
    } catch (const Xapian::DatabaseModifiedError&) {
    } catch (const Xapian::Error& error) {
      if (is_newest()) throw_translated(error, doing);
    }
  }
  throw Error(ErrorCode::io, doing + ": it changes faster than it can be read",
              "try again when its writer is done");
}

void IndexReader::refresh() {
  if (!is_newest())
    reopen();
  else if (words_ && !words_->is_of(database_.get_uuid(), database_.get_revision()))
    words_.reset();
}

const Columns& IndexReader::columns() const {
  if (columns_) return *columns_;
  try {
    columns_ = std::make_unique<Columns>(columns_path(folder_, metadata(schema::key::columns)));
  } catch (const Error&) {
    // The writer keeps the newest revision's file and the one before; an older one's is gone.
    if (is_newest()) throw;
    throw Xapian::DatabaseModifiedError("the column file belongs to a later revision");
  }
  return *columns_;
}

const WordTable& IndexReader::words() const {
  if (!words_) words_ = std::make_unique<WordTable>(word_table_path(folder_));
  return *words_;
}

const std::vector<std::string>& IndexReader::languages() const {
  if (languages_) return *languages_;
  std::vector<std::string> languages = columns().languages();
  const std::string prefix(schema::prefix::passage_language);
  for (auto term = database_.allterms_begin(prefix); term != database_.allterms_end(prefix); ++term)
    languages.push_back((*term).substr(prefix.size()));
  std::sort(languages.begin(), languages.end());
  languages.erase(std::unique(languages.begin(), languages.end()), languages.end());
  return languages_.emplace(std::move(languages));
}

std::optional<std::uint32_t> IndexReader::find(std::string_view id) const {
  const std::string term = schema::id_term(id);
  const auto posting = database_.postlist_begin(term);
  if (posting == database_.postlist_end(term)) return std::nullopt;
  return schema::decode_number(database_.get_document(*posting).get_value(schema::slot::document));
}

StoredDocument IndexReader::document(std::uint32_t number) const {
  return decode_document(database_.get_metadata(schema::key::document(number)));
}

StoredPassage IndexReader::passage(std::uint32_t docid) const {
  return decode_passage(database_.get_document(docid).get_data());
}

std::vector<FileRecord> IndexReader::files() const {
  std::vector<FileRecord> files;
  const std::string prefix(schema::key::file_prefix);
  for (auto key = database_.metadata_keys_begin(prefix); key != database_.metadata_keys_end(prefix); ++key) {
    files.push_back(decode_file(database_.get_metadata(*key)));
  }
  return files;
}

std::string check_tables(const std::string& folder) {
  return translating("checking the index " + folder, [&]() -> std::string {
    std::ostringstream report;
    const std::size_t errors = Xapian::Database::check(database_path(folder), 0, &report);
    if (errors == 0) return {};
    return fmt::format("Xapian finds {} {} in the tables: {}", errors, errors == 1 ? "error" : "errors",
                       report.str());
  });
}

}  // namespace dossier

// Everything that Xapian's interface shows of a database, in lines: two databases are equal if these are.
#pragma once

#include <fmt/format.h>
#include <xapian.h>

#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace dossier {

using Lines = std::vector<std::string>;

inline std::string hex(const std::string& bytes) {
  std::string out;
  for (const char byte : bytes) out += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return out;
}

inline void describe_statistics(const Xapian::Database& database, Lines& out) {
  out.push_back(fmt::format("documents {} last {} length {} {}..{} wdf {} positions {}",
                            database.get_doccount(), database.get_lastdocid(), database.get_total_length(),
                            database.get_doclength_lower_bound(), database.get_doclength_upper_bound(),
                            database.get_doccount() > 0 ? database.get_wdf_upper_bound("") : 0,
                            database.has_positions()));
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
    out.push_back("metadata " + hex(*key) + " " + hex(database.get_metadata(*key)));
}

inline void describe_terms(const Xapian::Database& database, Lines& out) {
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    std::string line = fmt::format("term {} {} {} {}:", hex(*term), database.get_termfreq(*term),
                                   database.get_collection_freq(*term), database.get_wdf_upper_bound(*term));
    for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at) {
      line += fmt::format(" {}x{}/{}", *at, at.get_wdf(), at.get_doclength());
      char separator = '@';
      for (auto place = at.positionlist_begin(); place != at.positionlist_end(); ++place) {
        line += separator + std::to_string(*place);
        separator = ',';
      }
    }
    out.push_back(std::move(line));
  }
}

inline void describe_documents(const Xapian::Database& database, Lines& out) {
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    const Xapian::Document document = database.get_document(*at);
    std::string line = fmt::format("document {} {} {} {}:", *at, database.get_doclength(*at),
                                   database.get_unique_terms(*at), hex(document.get_data()));
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
      line += fmt::format(" {}x{}/{}@{}", hex(*term), term.get_wdf(), term.get_termfreq(),
                          term.positionlist_count());
    for (auto value = document.values_begin(); value != document.values_end(); ++value)
      line += fmt::format(" {}={}", value.get_valueno(), hex(*value));
    out.push_back(std::move(line));
  }
}

inline void describe_values(const Xapian::Database& database, const std::vector<Xapian::valueno>& slots,
                            Lines& out) {
  for (const Xapian::valueno slot : slots) {
    std::string line =
        fmt::format("slot {} {} {}..{}:", slot, database.get_value_freq(slot),
                    hex(database.get_value_lower_bound(slot)), hex(database.get_value_upper_bound(slot)));
    for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot); ++value)
      line += fmt::format(" {}={}", value.get_docid(), hex(*value));
    out.push_back(std::move(line));
  }
}

// Answers to queries made of `words` at random: documents, weights, estimates.
inline void describe_answers(const Xapian::Database& database, const Lines& words, Lines& out) {
  using Xapian::Query;
  std::mt19937 random(7);
  constexpr Query::op kOperators[] = {Query::OP_AND,    Query::OP_OR,        Query::OP_AND_NOT,
                                      Query::OP_PHRASE, Query::OP_NEAR,      Query::OP_XOR,
                                      Query::OP_FILTER, Query::OP_AND_MAYBE, Query::OP_ELITE_SET};
  for (int i = 0; i < 60; ++i) {
    Lines some;
    for (unsigned n = 2 + random() % 2; n > 0; --n) some.push_back(words[random() % words.size()]);
    Xapian::Enquire enquire(database);
    enquire.set_query(Query(kOperators[random() % std::size(kOperators)], some.begin(), some.end()));
    if (i % 3 == 1) enquire.set_weighting_scheme(Xapian::TfIdfWeight("Ltn"));
    if (i % 3 == 2) enquire.set_weighting_scheme(Xapian::DLHWeight());
    const Xapian::MSet found = enquire.get_mset(0, 10, i % 2 == 0 ? 0 : 1000);
    std::string line =
        fmt::format("answer {} {}..{} {} max {:.9g}:", i, found.get_matches_lower_bound(),
                    found.get_matches_upper_bound(), found.get_matches_estimated(), found.get_max_possible());
    for (auto hit = found.begin(); hit != found.end(); ++hit)
      line += fmt::format(" {}/{:.9g}", *hit, hit.get_weight());
    out.push_back(std::move(line));
  }
}

// The tables' faults as Xapian's check finds them; empty: none.
inline std::string faults_of(const std::string& path) {
  std::ostringstream report;
  return Xapian::Database::check(path, 0, &report) == 0 ? "" : report.str();
}

}  // namespace dossier

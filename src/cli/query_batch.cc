#include "query_batch.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>
#include <thread>

#include "dossier/core/error.h"
#include "dossier/core/utf8.h"
#include "dossier/search/searcher.h"

namespace dossier {
namespace {

constexpr std::size_t kBlock = 256;  // answers held before they are written

// Calls `work(i, thread)` for each i below `count` on as many threads; what one of them throws is thrown
// here.
void in_parallel(std::size_t count, std::size_t threads,
                 const std::function<void(std::size_t i, std::size_t thread)>& work) {
  std::atomic<std::size_t> next{0};
  std::vector<std::exception_ptr> errors(threads);
  std::vector<std::thread> workers;
  for (std::size_t t = 0; t < threads; ++t) {
    workers.emplace_back([&, t] {
      try {
        for (std::size_t i = next++; i < count; i = next++) work(i, t);
      } catch (...) {
        errors[t] = std::current_exception();
      }
    });
  }
  for (std::thread& worker : workers) worker.join();
  for (const std::exception_ptr& error : errors) {
    if (error) std::rethrow_exception(error);
  }
}

}  // namespace

std::vector<NamedQuery> read_queries(const std::string& name) {
  const Error unreadable(ErrorCode::usage, "cannot read the queries in " + name,
                         "give a file with a query a line: id, tab, query");
  std::ifstream file;
  if (name != "-") {
    file.open(name);
    if (!file) throw unreadable;
  }
  std::istream& in = name == "-" ? std::cin : file;
  std::vector<NamedQuery> queries;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (trim(line).empty()) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos)
      queries.push_back({std::to_string(number), line});
    else
      queries.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  if (in.bad()) throw unreadable;
  return queries;
}

bool answer_queries(const std::string& index, const std::vector<NamedQuery>& queries,
                    const SearchRequest& request, std::ostream& out,
                    const std::function<void(std::ostream&, const SearchResult&, bool first)>& write) {
  std::vector<std::unique_ptr<Searcher>> searchers;
  const std::size_t cores = std::max(1u, std::thread::hardware_concurrency());
  for (std::size_t i = 0; i < std::clamp<std::size_t>(queries.size(), 1, cores); ++i)
    searchers.push_back(std::make_unique<Searcher>(index));
  std::atomic<bool> any{false};
  for (std::size_t block = 0; block < queries.size(); block += kBlock) {
    std::vector<std::string> answers(std::min(kBlock, queries.size() - block));
    in_parallel(answers.size(), searchers.size(), [&](std::size_t i, std::size_t thread) {
      const NamedQuery& named = queries[block + i];
      SearchRequest one = request;
      one.query = named.query;
      one.query_id = named.id;
      const SearchResult result = searchers[thread]->search(one);
      if (!result.hits.empty()) any = true;
      std::ostringstream answer;
      write(answer, result, block + i == 0);
      answers[i] = std::move(answer).str();
    });
    for (const std::string& answer : answers) out << answer;
  }
  return any;
}

}  // namespace dossier

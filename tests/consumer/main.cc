// consumer INDEX FOLDER QUERY: indexes the folder and prints the passages found, as a program of somebody
// else's would.
#include <cstdio>
#include <string>

#include "dossier/app/update_index.h"
#include "dossier/core/error.h"
#include "dossier/render/numbers.h"
#include "dossier/search/searcher.h"

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  try {
    const dossier::UpdateReport report =
        dossier::update_index({.index = argv[1], .paths = {argv[2]}, .worker = {.program = DOSSIER_EXTRACT}});
    std::printf("%s\n", dossier::documents_of(report.documents).c_str());
    const dossier::SearchResult result = dossier::Searcher(argv[1]).search({.query = argv[3]});
    for (const dossier::Hit& hit : result.hits)
      std::printf("%s: %s\n", hit.document.title.c_str(), hit.passage.text.c_str());
    return result.hits.empty() ? 1 : 0;
  } catch (const dossier::Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 3;
  }
}

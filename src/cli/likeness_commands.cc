#include "context.h"
#include "dossier/app/browse_index.h"
#include "dossier/render/search_output.h"
#include "print_records.h"
#include "search_answer.h"
#include "search_options.h"

namespace dossier {
namespace {

struct SimilarOptions {
  std::string id;
  bool family = false;
  SearchOptions search;
};

int run_similar(Context& context, SimilarOptions& options) {
  const SearchRequest request = make_request(options.search);
  if (!filters_are_understood(request, context.error_style())) return exit_usage;
  const std::string index = context.index();
  const auto result = find_similar(index, {.id = options.id, .search = request, .family = options.family});
  if (!result) throw_not_found(options.id, index);
  Output out = context.output(options.search.format == "text");
  if (options.search.format == "json")
    write_search_json(out.stream(), *result);
  else
    write_search_text(out.stream(), *result, out.style());
  out.finish();
  return result_code(*result);
}

void add_options(CLI::App& command, SimilarOptions& options) {
  command.add_option("ID", options.id, "Of a document, or of a passage: ID#12")->required();
  command.add_flag("--family", options.family, "Give its copies, versions and excerpts too");
  add_similar_options(command, options.search);
}

struct DupsOptions {
  std::string format = "text";
};

int run_dups(Context& context, DupsOptions& options) {
  const std::vector<Family> families = list_families(context.index());
  return print_records<Family>(context, options.format, [&](const auto& write) {
    for (const Family& family : families) write(family);
  });
}

void add_dups_options(CLI::App& command, DupsOptions& options) {
  add_choice(command, "--format", options.format, {"text", "json", "jsonl", "csv"}, "Output format");
}

}  // namespace

void add_likeness_commands(Context& context) {
  context
      .add_command<SimilarOptions>(command_group::find, "similar",
                                   "Find what is most like a document or passage", &run_similar, &add_options)
      ->footer(
          "  dossier similar b78e3c768d9b             documents like this one\n"
          "  dossier similar b78e3c768d9b#12          like a passage of it\n"
          "  dossier similar b78e3c768d9b --by passage --published 2010..\n");
  context
      .add_command<DupsOptions>(command_group::read, "dups",
                                "List copies, versions and excerpts of documents, and in what they differ",
                                &run_dups, &add_dups_options)
      ->footer("  dossier dups\n  dossier dups --format csv > families.csv\n");
}

}  // namespace dossier

#include "context.h"
#include "dossier/app/browse_index.h"
#include "dossier/render/citation.h"

namespace dossier {
namespace {

struct CiteOptions {
  std::vector<std::string> ids;
  std::string format = citation_format_names().front();
};

int run_cite(Context& context, CiteOptions& options) {
  const std::string index = context.index();
  std::vector<DocumentView> views;
  for (const std::string& id : options.ids) {
    // Of a document its facts are wanted, not its text.
    auto view = read_document(index, {.id = id, .limit = 1});
    if (!view) throw_not_found(id, index);
    views.push_back(std::move(*view));
  }
  std::vector<Cited> cited;
  for (const DocumentView& view : views) cited.push_back(cited_of(view));
  Output out = context.output(options.format == "plain");
  write_citations(out.stream(), cited, citation_format(options.format).format);
  out.finish();
  return exit_ok;
}

void add_cite_options(CLI::App& command, CiteOptions& options) {
  command.add_option("ID", options.ids, "Of documents, or of passages: ID#12")->required();
  add_choice(command, "--format", options.format, citation_format_names(), "Output format");
}

}  // namespace

void add_cite_command(Context& context) {
  context
      .add_command<CiteOptions>(command_group::read, "cite", "Cite documents or passages, with page and link",
                                &run_cite, &add_cite_options)
      ->footer(
          "  dossier cite b78e3c768d9b#12\n"
          "  dossier cite b78e3c768d9b --format bibtex >> sources.bib\n");
}

}  // namespace dossier

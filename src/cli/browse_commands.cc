#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "context.h"
#include "dossier/app/update_index.h"
#include "dossier/index/index_writer.h"
#include "dossier/index/schema.h"
#include "dossier/index/xapian_errors.h"
#include "dossier/render/records.h"
#include "dossier/render/show.h"
#include "dossier/render/status.h"
#include "dossier/search/browse.h"
#include "dossier/search/match_counter.h"
#include "output.h"
#include "search_options.h"

namespace dossier {
namespace {

struct ShowOptions {
  ViewRequest view;
  std::string format = "text";
};

struct ListOptions {
  std::string format = "text";
};

RecordFormat record_format(const std::string& name) {
  if (name == "json") return RecordFormat::json;
  if (name == "jsonl") return RecordFormat::jsonl;
  return name == "csv" ? RecordFormat::csv : RecordFormat::text;
}

int run_show(Context& context, ShowOptions& options) {
  const std::string index = context.index();
  IndexReader reader(index);
  Analyzer analyzer;
  const auto viewed = translating("reading the index " + index, [&] {
    return reading(reader, [&] { return view_document(reader, analyzer, options.view); });
  });
  if (!viewed) {
    throw Error(ErrorCode::not_found,
                "there is no document or passage '" + options.view.id + "' in the index " + index,
                "'dossier list' shows the documents; search shows the names of passages");
  }
  const DocumentView view{viewed->document, viewed->passages};
  const Style style = context.output_style();
  const Pager pager(options.format == "text");
  DescriptorStream out(STDOUT_FILENO);
  if (options.format == "json")
    write_view_json(out, view);
  else
    write_view_text(out, view, style);
  out.flush();
  return exit_ok;
}

int run_list(Context& context, ListOptions& options) {
  const std::string index = context.index();
  IndexReader reader(index);
  const Style style = context.output_style();
  const Pager pager(options.format == "text");
  DescriptorStream out(STDOUT_FILENO);
  RecordWriter<HitDocument> records(out, record_format(options.format), style);
  bool any = false;
  translating("reading the index " + index, [&] {
    each_document(reader, [&](const HitDocument& document) {
      records.write(document);
      return any = true;
    });
  });
  records.finish();
  out.flush();
  return any ? exit_ok : exit_nothing;
}

int run_failed(Context& context, ListOptions& options) {
  const std::string index = context.index();
  IndexReader reader(index);
  std::vector<FileRecord> files = translating(
      "reading the index " + index, [&] { return reading(reader, [&] { return reader.files(); }); });
  const Style style = context.output_style();
  const Pager pager(options.format == "text");
  DescriptorStream out(STDOUT_FILENO);
  RecordWriter<FailedFile> records(out, record_format(options.format), style);
  std::sort(files.begin(), files.end(),
            [](const FileRecord& a, const FileRecord& b) { return a.path < b.path; });
  bool any = false;
  for (const FileRecord& file : files) {
    if (file.outcome.status == Status::ok) continue;
    any = true;
    records.write({.path = file.path,
                   .status = std::string(status_name(file.outcome.status)),
                   .reason = std::string(reason_name(file.outcome.reason)),
                   .detail = file.outcome.detail,
                   .size = file.size,
                   .when = file.when});
  }
  records.finish();
  out.flush();
  return any ? exit_ok : exit_nothing;
}

std::uint64_t bytes_below(const std::string& folder) {
  std::uint64_t bytes = 0;
  std::error_code error;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, error)) {
    if (entry.is_regular_file(error)) bytes += entry.file_size(error);
  }
  return bytes;
}

IndexStatus gather_status(const IndexReader& reader) {
  const Xapian::Database& database = reader.database();
  IndexStatus status{.path = reader.folder()};
  status.index = {
      .passages = database.get_doccount(), .uuid = database.get_uuid(), .revision = database.get_revision()};
  status.bytes = bytes_below(reader.folder());
  status.schema_version = reader.metadata(schema::key::version);
  status.roots = remembered_paths(reader.metadata(schema::key::roots));
  if (const std::string updated = reader.metadata(schema::key::updated); !updated.empty())
    status.last_indexed = std::stoll(updated);
  if (database.get_doccount() > 0) {
    const Columns& columns = reader.columns();
    status.index.documents = columns.documents();
    DocumentCounts counts;
    for (const DocumentRow& row : columns.rows()) counts.push_back(row.passages);
    for (const char* facet : {"language", "type", "published:decade"})
      status.breakdown.push_back(make_facet(parse_facet(facet), counts, columns));
  }
  std::map<std::pair<Status, Reason>, std::uint64_t> outcomes;
  for (const FileRecord& file : reader.files()) ++outcomes[{file.outcome.status, file.outcome.reason}];
  for (const auto& [outcome, files] : outcomes) {
    status.outcomes.push_back(
        {std::string(status_name(outcome.first)), std::string(reason_name(outcome.second)), files});
  }
  return status;
}

int run_status(Context& context, ListOptions& options) {
  const std::string index = context.index();
  IndexReader reader(index);
  const IndexStatus status = translating(
      "reading the index " + index, [&] { return reading(reader, [&] { return gather_status(reader); }); });
  DescriptorStream out(STDOUT_FILENO);
  if (options.format == "json")
    write_status_json(out, status);
  else
    write_status_text(out, status, context.output_style());
  out.flush();
  return exit_ok;
}

void add_format(CLI::App& command, std::string& format, const std::vector<std::string>& formats) {
  command.add_option("--format", format, "Output format")
      ->check(CLI::IsMember(formats))
      ->capture_default_str();
}

}  // namespace

void add_browse_commands(Context& context) {
  context.add_command<ShowOptions>(
      "show", "A document, or a passage with its neighbours", &run_show,
      [](CLI::App& command, ShowOptions& options) {
        command.add_option("ID", options.view.id, "Of a document, or of a passage: ID#12")
            ->required()
            ->type_name("");
        command
            .add_option("-C,--context", options.view.neighbours,
                        "Passages to show before and behind a passage")
            ->type_name("N");
        command.add_option("--query", options.view.query, "Mark what this query matches")->type_name("QUERY");
        command.add_flag("--exact", options.view.exact, "No stemming, no folding of accents in --query");
        add_format(command, options.format, {"text", "json"});
      });
  const auto list_options = [](CLI::App& command, ListOptions& options) {
    add_format(command, options.format, {"text", "json", "jsonl", "csv"});
  };
  context.add_command<ListOptions>("list", "The documents", &run_list, list_options);
  context.add_command<ListOptions>("failed", "Every file that was skipped, cut short or failed, and why",
                                   &run_failed, list_options);
  context.add_command<ListOptions>("status", "The index in numbers", &run_status,
                                   [](CLI::App& command, ListOptions& options) {
                                     add_format(command, options.format, {"text", "json"});
                                   });
}

}  // namespace dossier

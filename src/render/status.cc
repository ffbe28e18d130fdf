#include "dossier/render/status.h"

#include <fmt/format.h>

#include <ostream>

#include "dossier/render/numbers.h"
#include "dossier/render/search_output.h"
#include "facet_text.h"
#include "json.h"
#include "text_output.h"

namespace dossier {

void write_status_text(std::ostream& stream, const IndexStatus& status, const std::string& workers,
                       const Style& style) {
  TextOutput out(style);
  const auto row = [&](std::string_view label, std::string_view value) {
    CellText cells(style);
    cells.append_name(value);
    out.block(cells, 14, fmt::format("{}:", label));
  };
  row("index", status.path);
  row("documents", group_digits(status.index.documents));
  row("passages", group_digits(status.index.passages));
  row("size", human_size(status.bytes));
  row("schema", status.schema_version);
  row("uuid", status.index.uuid);
  row("revision", std::to_string(status.index.revision));
  row("last indexed", status.last_indexed ? format_time(*status.last_indexed) : "never");
  row("workers", workers);
  for (const std::string& root : status.roots) row("root", root);
  for (const OutcomeCount& outcome : status.outcomes) {
    const std::string reason =
        outcome.reason == Reason::none ? "" : fmt::format(" ({})", reason_name(outcome.reason));
    row(status_name(outcome.status), count_of(outcome.files, "file", "files") + reason);
  }
  for (const Facet& facet : status.breakdown) {
    out.line();
    put_facet(out, facet);
  }
  stream << out.take();
}

void write_status_json(std::ostream& out, const IndexStatus& status, const std::string& workers) {
  Json roots = Json::array();
  for (const std::string& root : status.roots) {
    Json entry = Json::object();
    put_path(entry, root);
    roots.push_back(std::move(entry));
  }
  Json outcomes = Json::array();
  for (const OutcomeCount& outcome : status.outcomes)
    outcomes.push_back({{"status", status_name(outcome.status)},
                        {"reason", reason_name(outcome.reason)},
                        {"files", outcome.files}});
  Json json = {{"schema_version", output_schema_version}};
  put_path(json, status.path);
  json["documents"] = status.index.documents;
  json["passages"] = status.index.passages;
  json["bytes"] = status.bytes;
  json["index_schema"] = status.schema_version;
  json["uuid"] = status.index.uuid;
  json["revision"] = status.index.revision;
  json["last_indexed"] = time_json(status.last_indexed);
  json["workers"] = workers;
  json["roots"] = std::move(roots);
  json["files"] = std::move(outcomes);
  json["breakdown"] = facets_json(status.breakdown);
  out << dump_line(json);
}

}  // namespace dossier

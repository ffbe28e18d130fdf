#include "dossier/render/records.h"
#include "dossier/render/mention_text.h"

#include <fmt/format.h>

#include <ostream>

#include "csv.h"
#include "dossier/render/numbers.h"
#include "dossier/render/search_output.h"
#include "family_record.h"
#include "json.h"
#include "text_output.h"

namespace dossier {
namespace {

std::string published_text(const HitDocument& document) {
  return document.published ? format_published(*document.published) : std::string();
}

// One overload a record and output: what RecordWriter is made of.

constexpr std::string_view list_name(const HitDocument*) {
  return "documents";
}
constexpr std::string_view list_name(const FileRecord*) {
  return "files";
}

constexpr std::string_view csv_header(const HitDocument*) {
  return "id,path,title,published,modified,language,source,type,passages\r\n";
}
constexpr std::string_view csv_header(const FileRecord*) {
  return "path,status,reason,detail,size,when\r\n";
}

Json to_json(const HitDocument& document) {
  return document_json(document);
}
Json to_json(const FileRecord& file) {
  Json out = Json::object();
  put_path(out, file.path);
  out["status"] = status_name(file.outcome.status);
  out["reason"] = reason_name(file.outcome.reason);
  out["detail"] = file.outcome.detail;
  out["size"] = file.size;
  out["when"] = format_time(file.when);
  return out;
}

std::string to_csv(const HitDocument& document) {
  CsvRow row;
  row.text(document.id).text(document.path).text(document.title).text(published_text(document));
  row.text(format_time(document.modified)).text(document.language).text(document.source).text(document.type);
  return row.number(document.passages).end();
}
std::string to_csv(const FileRecord& file) {
  CsvRow row;
  row.text(file.path).text(status_name(file.outcome.status)).text(reason_name(file.outcome.reason));
  return row.text(file.outcome.detail).number(file.size).text(format_time(file.when)).end();
}

std::string tabbed(const std::vector<std::string>& fields) {
  return fmt::format("{}\n", fmt::join(fields, "\t"));
}

std::string to_tabbed(const HitDocument& document) {
  return tabbed({visible_name(document.id), published_text(document), visible_name(document.language),
                 std::to_string(document.passages), visible_text(document.title),
                 visible_name(document.path)});
}
std::string to_tabbed(const FileRecord& file) {
  return tabbed({std::string(status_name(file.outcome.status)), std::string(reason_name(file.outcome.reason)),
                 std::to_string(file.size), visible_name(file.path), visible_text(file.outcome.detail)});
}

void put_text(TextOutput& out, const HitDocument& document) {
  out.block(title_cells(document, out.style()));
  out.facts({document.published ? published_text(document) : "undated", document.source, document.language,
             kind_label(document), passages_of(document.passages)},
            2, Ink::plain);
  out.place(document.id, {document.path, {}}, 2);
}
void put_text(TextOutput& out, const FileRecord& file) {
  CellText path(out.style());
  path.append_name(file.path, Ink::strong);
  out.block(path);
  out.facts({std::string(status_name(file.outcome.status)), std::string(reason_name(file.outcome.reason)),
             human_size(file.size), format_time(file.when), file.outcome.detail},
            2, Ink::plain);
}

}  // namespace

template <typename Record>
RecordWriter<Record>::RecordWriter(std::ostream& out, RecordFormat format, const Style& style)
    : out_(out), format_(format), style_(style) {
  constexpr const Record* kind = nullptr;
  if (format_ == RecordFormat::csv) out_ << csv_header(kind);
  if (format_ == RecordFormat::json)
    out_ << fmt::format(R"({{"schema_version":{},"{}":[)", output_schema_version, list_name(kind));
}

template <typename Record>
void RecordWriter<Record>::write(const Record& record) {
  switch (format_) {
    case RecordFormat::csv:
      out_ << to_csv(record);
      break;
    case RecordFormat::jsonl:
      out_ << dump_line(to_json(record));
      break;
    case RecordFormat::json: {
      std::string line = dump_line(to_json(record));
      line.pop_back();
      out_ << (first_ ? "\n" : ",\n") << line;
      break;
    }
    case RecordFormat::text: {
      if (style_.width == 0) {
        out_ << to_tabbed(record);
        break;
      }
      TextOutput text(style_);
      if (!first_) text.line();
      put_text(text, record);
      out_ << text.take();
      break;
    }
  }
  first_ = false;
}

template <typename Record>
void RecordWriter<Record>::finish() {
  if (format_ == RecordFormat::json) out_ << (first_ ? "]}\n" : "\n]}\n");
}

template class RecordWriter<HitDocument>;
template class RecordWriter<FileRecord>;
template class RecordWriter<Family>;

std::string extract_line(const ExtractRecord& record) {
  Json out = Json::object();
  put_path(out, record.path);
  out["status"] = record.status;
  out["reason"] = record.reason;
  out["detail"] = record.detail;
  out["type"] = record.type;
  if (record.recognised) out["ocr"] = true;
  out["encoding"] = record.encoding;
  out["language"] = record.language;
  out["title"] = record.title;
  out["published"] = published_json(record.published);
  out["pages"] = record.pages > 0 ? Json(record.pages) : Json();
  out["text"] = record.text;
  return dump_line(out);
}

namespace {

Json date_json(const DateMention& mention, std::string_view text) {
  Json out = {{"start", mention.start}, {"end", mention.end}, {"text", mention_text(mention, text)}};
  put_resolution(out, mention);
  return out;
}

}  // namespace

std::string date_line(const DateMention& mention, std::string_view text) {
  return dump_line(date_json(mention, text));
}

std::string dates_line(std::string_view doc, const std::vector<DateMention>& mentions,
                       std::string_view text) {
  Json dates = Json::array();
  for (const DateMention& mention : mentions) dates.push_back(date_json(mention, text));
  return dump_line({{"doc", doc}, {"dates", std::move(dates)}});
}

}  // namespace dossier

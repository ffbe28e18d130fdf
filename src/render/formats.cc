#include "dossier/render/formats.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <ostream>
#include <utility>

#include "dossier/render/search_output.h"
#include "json.h"
#include "text_output.h"

namespace dossier {

void write_formats_text(std::ostream& stream, const FormatsRecord& record, const Style& style) {
  TextOutput out(style);
  for (const FormatRecord& format : record.formats) {
    std::string line = format.state;
    if (!format.endings.empty()) line += fmt::format(" ({})", fmt::join(format.endings, ", "));
    if (!format.reader.empty()) line += ", read by " + format.reader;
    if (!format.detail.empty()) line += ": " + visible_text(format.detail);
    CellText cells(style);
    cells.append_name(line);
    out.block(cells, 14, format.name + ":");
  }
  for (const auto& [name, text] :
       {std::pair("scans:", record.scans), std::pair("workers:", record.workers)}) {
    CellText cells(style);
    cells.append_name(text);
    out.block(cells, 14, name);
  }
  stream << out.take();
}

void write_formats_json(std::ostream& out, const FormatsRecord& record) {
  Json list = Json::array();
  for (const FormatRecord& format : record.formats)
    list.push_back({{"name", format.name},
                    {"endings", format.endings},
                    {"reader", format.reader},
                    {"state", format.state},
                    {"detail", format.detail}});
  out << dump_line({{"schema_version", output_schema_version},
                    {"scans", record.scans},
                    {"workers", record.workers},
                    {"formats", list}});
}

}  // namespace dossier

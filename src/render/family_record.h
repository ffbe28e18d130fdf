// A family of documents as a record: what RecordWriter prints of it.
#pragma once

#include <string>
#include <string_view>

#include "dossier/search/families.h"
#include "json.h"
#include "text_output.h"

namespace dossier {

constexpr std::string_view list_name(const Family*) {
  return "families";
}
constexpr std::string_view csv_header(const Family*) {
  return "relation,shared,first,second,first_path,second_path,differences\r\n";
}

Json to_json(const Family& family);
std::string to_csv(const Family& family);
std::string to_tabbed(const Family& family);
void put_text(TextOutput& out, const Family& family);

}  // namespace dossier

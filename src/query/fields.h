// The one table of fields: every name that may stand before a colon.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "dossier/query/tree.h"

namespace dossier::query {

struct FieldEntry {
  std::string_view name;
  std::variant<Field, DateField> field;
};

// The field of that name or alias, in any case; null if there is none.
const FieldEntry* find_field(std::string_view name);

// Whether the field holds words (title, author) and not whole values.
bool is_text_field(const FieldEntry& entry) noexcept;

// "title, author, source, ...": for messages.
std::string field_names();

// "AND", "OR", "NOT", "NEAR": no field and no word.
bool is_operator_word(std::string_view word) noexcept;

}  // namespace dossier::query

#include "fields.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <vector>

#include "dossier/core/utf8.h"

namespace dossier {
namespace query {
namespace {

// The first row of a field gives the name that is printed.
constexpr std::array kFields{
    FieldEntry{"title", Field::title},
    FieldEntry{"author", Field::author},
    FieldEntry{"source", Field::source},
    FieldEntry{"lang", Field::language},
    FieldEntry{"type", Field::type},
    FieldEntry{"path", Field::path},
    FieldEntry{"published", DateField::published},
    FieldEntry{"mentioned", DateField::mentioned},
    FieldEntry{"date", DateField::either},
};
constexpr FieldEntry kLanguageAlias{"language", Field::language};

std::string_view name_of(const std::variant<Field, DateField>& field) noexcept {
  const auto* entry = std::find_if(kFields.begin(), kFields.end(),
                                   [&](const FieldEntry& candidate) { return candidate.field == field; });
  return entry == kFields.end() ? std::string_view{} : entry->name;
}

}  // namespace

const FieldEntry* find_field(std::string_view name) {
  const std::string lower = ascii_lower(name);
  if (lower == kLanguageAlias.name) return &kLanguageAlias;
  const auto* entry = std::find_if(kFields.begin(), kFields.end(),
                                   [&](const FieldEntry& candidate) { return candidate.name == lower; });
  return entry == kFields.end() ? nullptr : entry;
}

bool is_text_field(const FieldEntry& entry) noexcept {
  const Field* field = std::get_if<Field>(&entry.field);
  return field != nullptr && (*field == Field::title || *field == Field::author);
}

std::string field_names() {
  std::vector<std::string_view> names;
  for (const FieldEntry& entry : kFields) names.push_back(entry.name);
  return fmt::format("{}", fmt::join(names, ", "));
}

bool is_operator_word(std::string_view word) noexcept {
  return word == "AND" || word == "OR" || word == "NOT" || word == "NEAR";
}

}  // namespace query

std::string_view field_name(Field field) noexcept {
  return query::name_of(field);
}

std::string_view date_field_name(DateField field) noexcept {
  return query::name_of(field);
}

}  // namespace dossier

#include "docx_styles.h"

#include <charconv>

#include "office_names.h"

namespace dossier {
namespace {

constexpr int kBodyText = 9;           // the outline level that is none
constexpr std::size_t kMaxBases = 32;  // styles based on each other: more, or a circle, is an error

}  // namespace

int docx_number(const XmlAttributes& attributes, int otherwise) {
  const std::string_view value = attributes.get("val");
  int number = otherwise;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() ? number : otherwise;
}

bool docx_switch(const XmlAttributes& attributes) {
  const std::string_view value = attributes.get("val");
  return value != "0" && value != "false" && value != "off";
}

void DocxStyles::start(std::string_view name, const XmlAttributes& attributes) {
  if (name == "style") {
    open_ = &styles_[std::string(attributes.get("styleId"))];
  } else if (open_ == nullptr) {
    return;
  } else if (name == "name") {
    open_->name = attributes.get("val");
  } else if (name == "basedOn") {
    open_->based_on = attributes.get("val");
  } else if (name == "outlineLvl") {
    open_->outline = docx_number(attributes, -1);
  } else if (name == "numId") {
    open_->list = docx_number(attributes, -1);
  } else if (name == "vanish") {
    open_->is_hidden = docx_switch(attributes);
  }
}

void DocxStyles::end(std::string_view name) {
  if (name == "style") open_ = nullptr;
}

DocxStyle DocxStyles::get(std::string_view id) const {
  DocxStyle style;
  int outline = -1;
  int list = -1;
  std::size_t named_level = 0;
  auto found = styles_.find(id);
  // A document without its styles has them named all the same.
  if (found == styles_.end()) named_level = is_title_style(id) ? 1 : heading_level_of_style(id);
  for (std::size_t i = 0; found != styles_.end() && i < kMaxBases; ++i) {
    const Written& written = found->second;
    if (outline < 0) outline = written.outline;
    if (list < 0) list = written.list;
    style.is_hidden = style.is_hidden || written.is_hidden;
    if (named_level == 0) named_level = heading_level_of_style(written.name);
    if (i == 0 && is_title_style(written.name)) named_level = 1;
    found = written.based_on.empty() ? styles_.end() : styles_.find(written.based_on);
  }
  if (outline >= 0 && outline < kBodyText) style.level = static_cast<std::size_t>(outline) + 1;
  if (outline < 0) style.level = named_level;
  style.is_item = list > 0;
  return style;
}

}  // namespace dossier

#include "office_math.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <utility>

#include "dossier/core/utf8.h"

namespace dossier {
namespace {

constexpr std::size_t kMaxBytes =
    64 * 1024;  // of an equation are put in order: each object copies what stands in it
constexpr std::string_view kIntegral = "∫";  // the sign of a sum that names none

constexpr std::array<std::string_view, 18> kObjects{
    "acc",    "bar",    "borderBox", "box", "d",    "eqArr", "f",    "func", "groupChr",
    "limLow", "limUpp", "m",         "mr",  "nary", "rad",   "sPre", "sSub", "sSubSup"};
constexpr std::array<std::string_view, 8> kParts{"deg", "den", "e", "fName", "lim", "num", "sub", "sup"};

template <typename Names>
bool is_one_of(std::string_view name, const Names& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_object(std::string_view name) {
  return is_one_of(name, kObjects) || name == "sSup";
}

// What is more than a sign, a number or a word is put into brackets.
std::string grouped(const std::string& text) {
  bool is_word = true;
  std::size_t signs = 0;
  for (std::size_t i = 0; i < text.size(); ++signs) {
    const auto [c, next] = decode_utf8(text, i);
    is_word = is_word && (u_isalnum(static_cast<UChar32>(c)) != 0 || c == '.' || c == ',');
    i = next;
  }
  return is_word || signs < 2 ? text : "(" + text + ")";
}

// What is set high or low; nothing if nothing is.
std::string raised(std::string_view mark, const std::string& text) {
  return text.empty() ? text : std::string(mark) + grouped(text);
}

bool is_number(const std::string& text) {
  return text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

std::string& OfficeMath::into() {
  if (objects_.empty()) return text_;
  Object& object = objects_.back();
  if (object.parts.empty()) object.parts.push_back({});
  return object.parts.back().text;
}

void OfficeMath::start(std::string_view name, const XmlAttributes& attributes) {
  if (is_object(name)) {
    // A row of a matrix is the part of it.
    objects_.push_back({.name = std::string(name)});
    if (name == "nary") objects_.back().sign = kIntegral;
    return;
  }
  if (objects_.empty()) return;
  Object& object = objects_.back();
  const std::string value(attributes.get("val"));
  if (is_one_of(name, kParts)) object.parts.push_back({.name = std::string(name)});
  if (name == "chr") object.sign = value;
  if (name == "begChr") object.open = value;
  if (name == "sepChr") object.part = value;
  if (name == "endChr") object.close = value;
}

void OfficeMath::end(std::string_view name) {
  if (!is_object(name) || objects_.empty()) return;
  const Object object = std::move(objects_.back());
  objects_.pop_back();
  std::string& text = into();
  if (object.name == "mr" && !text.empty()) text += "; ";
  text += line(object);
}

void OfficeMath::text(std::string_view text) {
  bytes_ += text.size();
  (bytes_ <= kMaxBytes ? into() : text_).append(text);
}

std::string OfficeMath::line(const Object& object) {
  std::string num, den, sub, sup, base, rest;
  for (const Part& part : object.parts) {
    const std::string& text = part.text;
    if (part.name == "num") num = text;
    if (part.name == "den") den = text;
    if (part.name == "sub" || (part.name == "lim" && object.name == "limLow")) sub = text;
    if (part.name == "sup" || (part.name == "lim" && object.name == "limUpp")) sup = text;
    if (part.name == "deg" || part.name == "fName") rest = text;
    if (part.name != "e" && !part.name.empty()) continue;
    if (!base.empty()) base += object.name == "d" ? object.part : object.name == "eqArr" ? "; " : " ";
    base += text;
  }
  const bool as_in_text = object.name != "nary" && is_number(sub) && is_number(sup);
  const std::string marks = as_in_text ? sub + sup : raised("_", sub) + raised("^", sup);
  if (object.name == "f") return grouped(num) + "/" + grouped(den);
  if (object.name == "d") return object.open + base + object.close;
  if (object.name == "rad") return rest + "√" + grouped(base);
  if (object.name == "func") return rest + " " + base;
  if (object.name == "sPre") return marks + base;
  if (object.name == "nary") return object.sign + marks + " " + base;
  return base + marks;
}

std::string OfficeMath::take() {
  while (!objects_.empty()) end(std::string(objects_.back().name));
  bytes_ = 0;
  return std::exchange(text_, {});
}

}  // namespace dossier

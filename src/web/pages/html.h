// HTML as it is written: elements that close themselves and text that cannot stay unescaped. There is no way
// to put a string into the markup but as text or as the value of an attribute. Names of elements and
// attributes are known when the program is compiled; those that could run something (script, style, on...,
// style=) do not compile, and addresses can only be Address, which holds none that runs something.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dossier::web {

// An address that is safe to follow: one of our own pages, or one of http or https.
class Address {
 public:
  using Parameters = std::vector<std::pair<std::string_view, std::string_view>>;

  // A page of ours: the path's parts and the parameters are escaped; a parameter without a value is left out.
  // "/documents/{part}?name=value".
  static Address local(std::string_view folder, std::string_view part = {},
                       const Parameters& parameters = {});
  // A place in the page itself: "#name".
  static Address place(std::string_view name);
  // None for what leads to no page of the web.
  static std::optional<Address> web(std::string_view url);

  // The same with a place in it; replaces one that is there.
  Address at(std::string_view place) const;
  const std::string& text() const noexcept { return text_; }

 private:
  explicit Address(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

namespace name {

consteval bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  for (const std::string_view other : words) {
    if (word == other) return true;
  }
  return false;
}

consteval void check(std::string_view word) {
  if (word.empty()) throw "a name is missing";
  for (const char c : word) {
    const bool known = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    if (!known) throw "no name of an element or attribute";
  }
}

// Of an element.
class Tag {
 public:
  consteval Tag(const char* word) : word_(word) {
    check(word_);
    if (is_one_of(word_, {"script", "style", "iframe", "object", "embed", "base"})) throw "may run something";
  }
  constexpr std::string_view word() const { return word_; }

 private:
  std::string_view word_;
};

// Of an attribute whose value is text.
class Text {
 public:
  consteval Text(const char* word) : word_(word) {
    check(word_);
    if (word_.starts_with("on") || is_one_of(word_, {"style", "href", "src", "srcset", "srcdoc", "action",
                                                     "formaction", "http-equiv", "data", "poster"}))
      throw "holds an address or may run something";
  }
  constexpr std::string_view word() const { return word_; }

 private:
  std::string_view word_;
};

// Of one whose value is an address.
class Link {
 public:
  consteval Link(const char* word) : word_(word) {
    if (!is_one_of(word_, {"href", "action"})) throw "holds no address";
  }
  constexpr std::string_view word() const { return word_; }

 private:
  std::string_view word_;
};

}  // namespace name

class Attribute {
 public:
  Attribute(name::Text text_name, std::string_view value) : name_(text_name.word()), value_(value) {}
  // An attribute without a value that is there or not.
  Attribute(name::Text flag_name, bool there) : name_(flag_name.word()), there_(there) {}
  Attribute(name::Text number_name, std::size_t number);
  Attribute(name::Text text_name, const char* value) : Attribute(text_name, std::string_view(value)) {}
  Attribute(name::Text text_name, const std::string& value) : Attribute(text_name, std::string_view(value)) {}
  Attribute(name::Link link_name, const Address& address) : name_(link_name.word()), value_(address.text()) {}

  // The attribute if it is wanted, else nothing.
  Attribute when(bool wanted) && {
    there_ = there_ && wanted;
    return std::move(*this);
  }

  std::string_view name() const noexcept { return name_; }
  const std::string& value() const noexcept { return value_; }
  bool there() const noexcept { return there_; }

 private:
  std::string_view name_;
  std::string value_;
  bool there_ = true;
};

using Attributes = std::initializer_list<Attribute>;

// A page, or a part of one, being written.
class Html {
 public:
  // Open until it goes out of scope.
  class [[nodiscard]] Element {
   public:
    Element(const Element&) = delete;
    Element& operator=(const Element&) = delete;
    ~Element();

   private:
    friend class Html;
    Element(Html& html, std::string_view tag) : html_(html), tag_(tag) {}
    Html& html_;
    std::string_view tag_;
  };

  void doctype();
  Element open(name::Tag tag, Attributes attributes = {});
  // An element that holds nothing.
  void put(name::Tag tag, Attributes attributes);
  // An element that holds text alone.
  void put(name::Tag tag, Attributes attributes, std::string_view text);
  Html& text(std::string_view text);
  // The program's own script: runs after the page is read, or at once (`early`) before it is shown.
  void script(const Address& file, bool early);

  std::string take() { return std::move(out_); }

 private:
  void begin(std::string_view tag, Attributes attributes);
  std::string out_;
};

}  // namespace dossier::web

// The texts in any JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/extract/extracted_document.h"
#include "text_record.h"

namespace dossier {

// Reads JSON as a row of events, without a tree: what is nested may be deep. Each element of an array at the
// top, and the value at the top if it is none, is one element.
class JsonText : public nlohmann::json_sax<nlohmann::json> {
 public:
  // An element: its texts as blocks, "key: text", and its own fields if it is an object.
  struct Element {
    std::vector<Block> blocks;
    TextRecord record;
    bool has_text = false;  // it is an object with a "text" that is a string
  };

  std::vector<Element> elements;
  bool is_array = false;  // at the top
  std::string problem;    // what is broken, for people; empty: nothing

  bool null() override { return true; }
  bool boolean(bool value) override { return scalar(value ? "yes" : "no"); }
  bool number_integer(number_integer_t value) override { return scalar(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return scalar(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& written) override { return scalar(written); }
  bool string(string_t& value) override;
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override;
  bool key(string_t& name) override;
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override;
  bool end_array() override { return close(); }
  bool parse_error(std::size_t position, const std::string& token,
                   const nlohmann::detail::exception& error) override;

  // Gives what is still held; after the last event.
  void finish();

 private:
  struct Level {
    bool is_array = false;
    std::string key;  // of what comes next
  };

  Element& element();
  bool scalar(const std::string& text);
  bool close();
  bool is_own_field() const noexcept;
  void add_line(std::string_view key, const std::string& text);
  void flush_lines();

  std::vector<Level> open_;
  std::string lines_;     // short values of one object
  std::string last_key_;  // of the last line, if it may go on
  bool element_open_ = false;
};

}  // namespace dossier

#include "ole_storage.h"

#include <gsf/gsf.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <utility>

#include "dossier/core/utf8.h"
#include "office_blocks.h"
#include "package.h"

namespace dossier {
namespace {

GsfInput* as_input(void* object) {
  return GSF_INPUT(object);
}

// libgsf tells of broken files on standard error, which is not the worker's to write to.
void start_library() {
  static const bool started = [] {
    g_log_set_default_handler([](const char*, GLogLevelFlags, const char*, void*) {}, nullptr);
    gsf_init();
    return true;
  }();
  static_cast<void>(started);
}

using Properties = std::unique_ptr<GsfDocMetaData, decltype(&g_object_unref)>;

// What a stream of properties says; nothing where there is none.
Properties read_properties(GsfInput* stream) {
  Properties properties(gsf_doc_meta_data_new(), g_object_unref);
  if (stream == nullptr) return properties;
  const std::unique_ptr<GError, decltype(&g_error_free)> error(
      gsf_doc_meta_data_read_from_msole(properties.get(), stream), g_error_free);
  return properties;
}

std::string property(const Properties& properties, const char* name) {
  const GsfDocProp* found = gsf_doc_meta_data_lookup(properties.get(), name);
  if (found == nullptr) return {};
  const GValue* value = gsf_doc_prop_get_val(found);
  if (value == nullptr) return {};
  if (G_VALUE_HOLDS_STRING(value)) {
    const char* text = g_value_get_string(value);
    return text == nullptr ? std::string() : block_text(repair_utf8(text));
  }
  if (!VAL_IS_GSF_TIMESTAMP(value)) return {};
  const auto* time = static_cast<const GsfTimestamp*>(g_value_get_boxed(value));
  if (time == nullptr) return {};
  char* written = gsf_timestamp_as_string(time);
  std::string text = written == nullptr ? std::string() : std::string(written);
  g_free(written);
  return text;
}

}  // namespace

void OleStorage::Release::operator()(void* object) const noexcept {
  g_object_unref(object);
}

OleStorage::OleStorage(std::string_view bytes) {
  start_library();
  GsfInput* memory = gsf_input_memory_new(reinterpret_cast<const guint8*>(bytes.data()),
                                          static_cast<gsf_off_t>(bytes.size()), FALSE);
  if (memory == nullptr) return;
  root_.reset(reinterpret_cast<Folder*>(gsf_infile_msole_new(memory, nullptr)));
  g_object_unref(memory);
}

OleStorage::Object<OleStorage::Input> OleStorage::open(const char* name) const {
  if (root_ == nullptr) return nullptr;
  GsfInfile* folder = GSF_INFILE(static_cast<void*>(root_.get()));
  const std::string wanted = ascii_lower(name);
  // Names are the same in small and capital letters.
  for (int i = 0; i < gsf_infile_num_children(folder); ++i) {
    const char* found = gsf_infile_name_by_index(folder, i);
    if (found == nullptr || ascii_lower(found) != wanted) continue;
    return Object<Input>(reinterpret_cast<Input*>(gsf_infile_child_by_index(folder, i)));
  }
  return nullptr;
}

std::string OleStorage::stream(const char* name) const {
  std::string bytes;
  const Object<Input> input = open(name);
  if (input == nullptr) return bytes;
  constexpr std::size_t kPiece = 64 * 1024;
  while (bytes.size() < max_part_bytes) {
    const gsf_off_t left = gsf_input_remaining(as_input(input.get()));
    const std::size_t size = std::min<std::size_t>(kPiece, left > 0 ? static_cast<std::size_t>(left) : 0);
    const guint8* piece = size == 0 ? nullptr : gsf_input_read(as_input(input.get()), size, nullptr);
    if (piece == nullptr) break;
    bytes.append(reinterpret_cast<const char*>(piece), size);
  }
  return bytes;
}

RawMetadata OleStorage::metadata(std::string_view format) const {
  RawMetadata metadata;
  const Object<Input> summary = open("\05SummaryInformation");
  if (summary == nullptr) return metadata;
  const Properties data = read_properties(as_input(summary.get()));
  metadata.title = property(data, GSF_META_NAME_TITLE);
  metadata.author = property(data, GSF_META_NAME_INITIAL_CREATOR);
  if (metadata.author.empty()) metadata.author = property(data, GSF_META_NAME_CREATOR);
  const std::array<std::pair<const char*, const char*>, 2> dates{
      {{GSF_META_NAME_DATE_CREATED, ":created"}, {GSF_META_NAME_DATE_MODIFIED, ":modified"}}};
  for (const auto& [name, kind] : dates) {
    if (std::string written = property(data, name); !written.empty())
      metadata.dates.emplace_back(std::string(format) + kind, std::move(written));
  }
  return metadata;
}

std::vector<std::string> OleStorage::about() const {
  std::vector<std::string> said;
  const Object<Input> summary = open("\05SummaryInformation");
  if (summary == nullptr) return said;
  const Properties properties = read_properties(as_input(summary.get()));
  for (const char* name : {GSF_META_NAME_SUBJECT, GSF_META_NAME_KEYWORDS, GSF_META_NAME_DESCRIPTION})
    said.push_back(property(properties, name));
  return said;
}

std::string_view ole_format(std::string_view bytes) {
  static constexpr std::array<std::pair<const char*, std::string_view>, 5> kStreams{
      {{"EncryptedPackage", "protected-office"},
       {"WordDocument", "doc"},
       {"Workbook", "xls"},
       {"Book", "xls"},
       {"PowerPoint Document", "ppt"}}};
  const OleStorage storage(bytes);
  const auto found =
      std::find_if(kStreams.begin(), kStreams.end(), [&](const auto& row) { return storage.has(row.first); });
  return found == kStreams.end() ? std::string_view{} : found->second;
}

}  // namespace dossier

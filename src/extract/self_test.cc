#include "self_test.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <gmime/gmime.h>
#include <gsf/gsf.h>
#include <libxml/xmlversion.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "dossier/extract/format_description.h"

namespace dossier {
namespace {

constexpr std::size_t kMostBytes = 64 * 1024;  // of a sample

std::string packed(const SampleMembers& members, int (*set_format)(archive*), int (*add_filter)(archive*)) {
  std::string bytes(kMostBytes, '\0');
  std::size_t used = 0;
  const std::unique_ptr<archive, decltype(&archive_write_free)> writer(archive_write_new(),
                                                                       archive_write_free);
  set_format(writer.get());
  add_filter(writer.get());
  archive_write_open_memory(writer.get(), bytes.data(), bytes.size(), &used);
  for (const auto& [name, content] : members) {
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                              archive_entry_free);
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
    archive_write_header(writer.get(), entry.get());
    archive_write_data(writer.get(), content.data(), content.size());
  }
  archive_write_close(writer.get());
  bytes.resize(used);
  return bytes;
}

}  // namespace

std::string zip_sample(const SampleMembers& members) {
  return packed(members, &archive_write_set_format_zip, &archive_write_add_filter_none);
}

std::string tar_sample(const SampleMembers& members) {
  return packed(members, &archive_write_set_format_ustar, &archive_write_add_filter_gzip);
}

std::string opc_sample(const SampleMembers& parts) {
  constexpr std::string_view kType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  SampleMembers members = parts;
  const std::string& main = parts[0].first;
  const std::size_t slash = main.rfind('/') + 1;
  members.emplace_back("_rels/.rels",
                       fmt::format("<Relationships><Relationship Id='r1' Type='{}officeDocument' "
                                   "Target='{}'/></Relationships>",
                                   kType, main));
  std::string related;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    related += fmt::format("<Relationship Id='r{}' Type='{}part' Target='/{}'/>", i, kType, parts[i].first);
  }
  members.emplace_back(fmt::format("{}_rels/{}.rels", main.substr(0, slash), main.substr(slash)),
                       "<Relationships>" + related + "</Relationships>");
  return zip_sample(members);
}

std::string ole_sample(const SampleMembers& streams) {
  GsfOutput* memory = gsf_output_memory_new();
  GsfOutfile* container = gsf_outfile_msole_new(memory);
  for (const auto& [name, bytes] : streams) {
    GsfOutput* stream = gsf_outfile_new_child(container, name.c_str(), FALSE);
    gsf_output_write(stream, bytes.size(), reinterpret_cast<const guint8*>(bytes.data()));
    gsf_output_close(stream);
    g_object_unref(stream);
  }
  gsf_output_close(GSF_OUTPUT(container));
  const guint8* written = gsf_output_memory_get_bytes(GSF_OUTPUT_MEMORY(memory));
  std::string sample(reinterpret_cast<const char*>(written),
                     static_cast<std::size_t>(gsf_output_size(memory)));
  g_object_unref(container);
  g_object_unref(memory);
  return sample;
}

std::string mail_sample() {
  return "From: N <n@example.org>\nTo: M <m@example.org>\nSubject: Sample\nDate: Thu, 2 May 2013 10:00:00 "
         "+0000\n\n" +
         std::string(sample_words) + "\n";
}

std::string archive_library() {
  return archive_version_string();
}

std::string json_library() {
  return fmt::format("nlohmann-json {}.{}.{}", NLOHMANN_JSON_VERSION_MAJOR, NLOHMANN_JSON_VERSION_MINOR,
                     NLOHMANN_JSON_VERSION_PATCH);
}

std::string mail_library() {
  return fmt::format("gmime {}.{}.{}", gmime_major_version, gmime_minor_version, gmime_micro_version);
}

std::string ole_library() {
  return fmt::format("libgsf {}.{}.{}", libgsf_major_version, libgsf_minor_version, libgsf_micro_version);
}

std::string xml_library() {
  return "libxml2 " LIBXML_DOTTED_VERSION;
}

std::string package_libraries() {
  return archive_library() + ", " + xml_library();
}

}  // namespace dossier

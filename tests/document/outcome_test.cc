#include "dossier/document/outcome.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dossier {
namespace {

TEST(Outcome, NamesEachStatus) {
  const std::vector<std::pair<Status, std::string_view>> rows = {{Status::ok, "ok"},
                                                                 {Status::partial, "partial"},
                                                                 {Status::skipped, "skipped"},
                                                                 {Status::failed, "failed"}};
  for (const auto& [status, name] : rows) {
    EXPECT_EQ(status_name(status), name);
    EXPECT_EQ(parse_status(name), status);
  }
}

TEST(Outcome, NamesEachReason) {
  const std::vector<std::pair<Reason, std::string_view>> rows = {
      {Reason::none, ""},
      {Reason::unsupported_format, "unsupported-format"},
      {Reason::empty, "empty"},
      {Reason::no_text, "no-text"},
      {Reason::no_text_layer, "no-text-layer"},
      {Reason::binary, "binary"},
      {Reason::too_large, "too-large"},
      {Reason::damaged, "damaged"},
      {Reason::encrypted, "encrypted"},
      {Reason::bad_records, "bad-records"},
      {Reason::bad_encoding, "bad-encoding"},
      {Reason::unreadable, "unreadable"},
      {Reason::not_a_file, "not-a-file"},
      {Reason::bad_link, "bad-link"},
      {Reason::crashed, "crashed"},
      {Reason::timed_out, "timed-out"},
      {Reason::out_of_memory, "out-of-memory"},
  };
  for (const auto& [reason, name] : rows) {
    EXPECT_EQ(reason_name(reason), name);
    EXPECT_EQ(parse_reason(name), reason);
  }
  EXPECT_EQ(rows.size(), static_cast<std::size_t>(Reason::out_of_memory) + 1);
}

TEST(Outcome, ReadsNoOtherName) {
  for (const std::string_view name : {"OK", "ok ", "okay", "no_text", "none", "unsupported"}) {
    EXPECT_EQ(parse_status(name), std::nullopt) << name;
    EXPECT_EQ(parse_reason(name), std::nullopt) << name;
  }
  EXPECT_EQ(parse_status(""), std::nullopt);
}

}  // namespace
}  // namespace dossier

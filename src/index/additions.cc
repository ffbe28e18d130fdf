#include "additions.h"

#include <algorithm>
#include <filesystem>

#include "dossier/core/memory.h"
#include "durable.h"

namespace dossier {
namespace {

constexpr std::uint64_t kMostSegment = 3ull << 30;  // pieces of a builder have addresses of 32 bits

}  // namespace

void Additions::add(std::uint32_t docid, PassagePostings&& postings, std::string&& data) {
  if (!builder_ && written_.empty()) {
    waiting_bytes_ += postings.bytes() + data.size();
    waiting_.push_back({docid, std::move(postings), std::move(data)});
    return;
  }
  if (!builder_) build();
  builder_->add(docid, postings, data);
  // While one is written, the next is built.
  if (builder_->bytes() > std::min(memory_ / 2, kMostSegment)) close_builder();
}

void Additions::build() {
  if (builder_) return;
  std::error_code error;
  std::filesystem::create_directory(scratch_.path(), error);
  if (error) throw_system_error(error.value(), "make", scratch_.path());
  builder_ = std::make_unique<SegmentBuilder>(scratch_.path() + "/" + std::to_string(written_.size()));
  for (const Waiting& passage : waiting_) builder_->add(passage.docid, passage.postings, passage.data);
  waiting_ = {};
  waiting_bytes_ = 0;
}

void Additions::close_builder(const Metadata& metadata, std::uint32_t revision) {
  if (writing_.valid()) writing_.get();
  written_.push_back(scratch_.path() + "/" + std::to_string(written_.size()));
  writing_ = std::async(std::launch::async, [built = std::move(builder_), metadata, revision]() mutable {
    built->finish(metadata, revision);
    built.reset();
    give_back_memory();
  });
}

std::vector<std::string> Additions::write(const Metadata& metadata, std::uint32_t revision) {
  if (!waiting_.empty()) build();
  if (builder_) close_builder(metadata, revision);
  if (writing_.valid()) writing_.get();
  return written_;
}

void Additions::for_each(const std::function<void(std::uint32_t, const Xapian::Document&)>& visit) {
  for (const Waiting& passage : waiting_) {
    Xapian::Document document = to_xapian(passage.postings);
    document.set_data(passage.data);
    visit(passage.docid, document);
  }
  if (!waiting_.empty() || empty()) return;
  for (const std::string& segment : write()) {
    const Xapian::Database database(segment);
    for (auto docid = database.postlist_begin(""); docid != database.postlist_end(""); ++docid)
      visit(*docid, database.get_document(*docid));
  }
}

void Additions::clear() {
  if (writing_.valid()) writing_.wait();
  writing_ = {};
  builder_.reset();
  written_.clear();
  waiting_.clear();
  waiting_bytes_ = 0;
  scratch_.clear();
}

}  // namespace dossier

#include "xml_feed.h"

#include <utility>

#include "dossier/core/utf8.h"

namespace dossier {

bool is_feed(std::string_view root) noexcept {
  return root == "rss" || root == "feed" || root == "RDF";
}

// Where the text of an element goes; null where it is of no use.
std::string* XmlFeed::field(std::string_view name) noexcept {
  TextRecord& record = entry_ > 0 ? record_ : feed_;
  if (name == "title") return &record.title;
  if (name == "language") return &record.language;
  if (name == "link") return &record.url;
  if (name == "pubDate" || name == "published" || name == "date" || name == "issued") return &record.date;
  if (name == "updated" || name == "modified") return &updated_;
  if (name == "author" || name == "creator") return &record.author;
  if (entry_ == 0) return name == "description" || name == "subtitle" ? &feed_.text : nullptr;
  if (name == "encoded" || name == "content") return &content_;
  if (name == "description" || name == "summary") return &summary_;
  return nullptr;
}

void XmlFeed::start(std::string_view name, const XmlAttributes& attributes) {
  open_.emplace_back(name);
  if (open_.size() == 1) feed_.language = attributes.get("lang");
  if (into_ != nullptr) {
    // XHTML as elements: as it would be written.
    if (into_ == &content_ || into_ == &summary_) into_->append("<").append(name).append(">");
    return;
  }
  if (entry_ == 0 && (name == "item" || name == "entry")) {
    entry_ = open_.size();
    record_ = {};
    summary_.clear();
    content_.clear();
    updated_.clear();
    return;
  }
  // Fields stand right in their entry, or in the channel or feed.
  const bool is_own = entry_ > 0 ? open_.size() == entry_ + 1 : open_.size() <= 3;
  std::string* into = is_own ? field(name) : nullptr;
  if (into == nullptr || !into->empty()) return;
  if (name == "link" && !attributes.get("href").empty()) {
    const std::string_view rel = attributes.get("rel");
    if (rel.empty() || rel == "alternate") *into = attributes.get("href");
    return;
  }
  into_ = into;
  field_ = open_.size();
}

void XmlFeed::text(std::string_view text) {
  if (into_ != nullptr) into_->append(text);
}

void XmlFeed::end(std::string_view name) {
  if (into_ != nullptr && open_.size() == field_)
    into_ = nullptr;
  else if (into_ != nullptr && (into_ == &content_ || into_ == &summary_))
    into_->append("</").append(name).append(">");
  else if (into_ != nullptr)
    into_->append(" ");
  if (entry_ > 0 && open_.size() == entry_) {
    entry_ = 0;
    if (record_.date.empty()) record_.date = updated_;
    record_.text = trim(content_).size() >= trim(summary_).size() ? std::move(content_) : std::move(summary_);
    entries_.push_back(std::move(record_));
  }
  open_.pop_back();
}

std::vector<TextRecord> XmlFeed::take() {
  // A feed that has none, or that breaks before the first, is known by what it says of itself.
  if (entries_.empty() && !(feed_.title.empty() && feed_.text.empty())) entries_.push_back(feed_);
  for (TextRecord& entry : entries_) {
    entry.source = feed_.title;
    if (entry.language.empty()) entry.language = feed_.language;
    if (entry.author.empty()) entry.author = feed_.author;
  }
  return std::move(entries_);
}

}  // namespace dossier

// Electronic books: EPUB 2 and 3.
#include <fmt/format.h>

#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "apart.h"
#include "clean_text.h"
#include "dossier/core/utf8.h"
#include "extractors.h"
#include "office_document.h"
#include "self_test.h"

namespace dossier {
namespace {

constexpr std::size_t kMaxValueBytes = 64 * 1024;  // of a field of the metadata
constexpr std::size_t kMaxAbout = 1000;

// The package document: what the book says of itself, and which chapters it has in which order.
class PackageDocument : public XmlHandler {
 public:
  void start(std::string_view name, const XmlAttributes& attributes) override {
    value_.clear();
    if (name == "metadata") in_metadata_ = true;
    if (name == "date") event_ = attributes.get("event");
    if (name == "meta") property_ = attributes.get("property");
    if (name == "item")
      items_.emplace(attributes.get("id"),
                     Item{std::string(attributes.get("href")), std::string(attributes.get("media-type"))});
    if (name == "itemref") spine_.emplace_back(attributes.get("idref"));
  }
  void text(std::string_view text) override {
    if (in_metadata_ && value_.size() < kMaxValueBytes) value_.append(text);
  }
  void end(std::string_view name) override {
    if (name == "metadata") in_metadata_ = false;
    if (in_metadata_) add_field(name, block_text(value_));
    value_.clear();
  }

  RawMetadata take_metadata() {
    for (auto& claim : made_) metadata_.dates.push_back(std::move(claim));
    return std::move(metadata_);
  }

  // What it says the book is about, who had a part in it, its rights and its numbers.
  const std::vector<std::string>& about() const noexcept { return about_; }

  // The parts of the book's text in their order, each once; `self` is the package document.
  std::vector<std::string> chapters(std::string_view self) const {
    std::vector<std::string> parts;
    std::set<std::string> seen;
    for (const std::string& id : spine_) {
      const auto item = items_.find(id);
      if (item == items_.end() || item->second.media_type.starts_with("image/") || !seen.insert(id).second)
        continue;
      // A chapter that leads out of the book is named as it is written: it will not be found.
      std::string part = resolve_part(self, item->second.href);
      parts.push_back(part.empty() ? item->second.href : std::move(part));
    }
    return parts;
  }

 private:
  struct Item {
    std::string href;
    std::string media_type;
  };

  void add_field(std::string_view name, std::string value) {
    static const std::set<std::string_view> kAbout{"title",    "creator",     "subject", "description",
                                                   "coverage", "contributor", "rights",  "identifier"};
    if (value.empty()) return;
    // Numbers that programs make tell nobody anything.
    const bool by_program = name == "identifier" && ascii_lower(value).find("uuid") != std::string::npos;
    if (kAbout.contains(name) && !by_program && about_.size() < kMaxAbout) about_.push_back(value);
    if (name == "title" && metadata_.title.empty())
      metadata_.title = std::move(value);
    else if (name == "creator")
      metadata_.author += (metadata_.author.empty() ? "" : ", ") + value;
    else if (name == "publisher" && metadata_.source.empty())
      metadata_.source = std::move(value);
    else if (name == "language" && metadata_.language.empty())
      metadata_.language = std::move(value);
    else if (name == "date" && event_ == "creation")
      made_.emplace_back("epub:created", std::move(value));
    else if (name == "date" && event_ == "modification")
      made_.emplace_back("epub:modified", std::move(value));
    else if (name == "date")
      metadata_.dates.emplace_back("epub:date", std::move(value));
    else if (name == "meta" && property_ == "dcterms:modified")
      made_.emplace_back("epub:modified", std::move(value));
  }

  std::map<std::string, Item, std::less<>> items_;
  std::vector<std::string> spine_;
  std::vector<std::string> about_;
  RawMetadata metadata_;
  std::vector<std::pair<std::string, std::string>> made_;  // dates that are not of publication
  std::string value_;
  std::string event_;
  std::string property_;
  bool in_metadata_ = false;
};

std::string package_document(Package& package) {
  std::string name;
  each_element(package, "META-INF/container.xml",
               [&](std::string_view element, const XmlAttributes& attributes) {
                 if (element == "rootfile" && name.empty())
                   name = resolve_part("", attributes.get("full-path"));
               });
  return name;
}

// The parts that nobody without a licence can read. Fonts may be among them in a book that everybody can.
std::set<std::string> encrypted_parts(Package& package) {
  std::set<std::string> parts;
  each_element(package, "META-INF/encryption.xml",
               [&](std::string_view element, const XmlAttributes& attributes) {
                 if (element == "CipherReference") parts.insert(resolve_part("", attributes.get("URI")));
               });
  return parts;
}

class EpubExtractor : public Extractor {
 public:
  std::string reader() const override { return package_libraries(); }
  std::string sample() const override {
    return zip_sample({{"mimetype", "application/epub+zip"},
                       {"META-INF/container.xml",
                        "<container><rootfiles><rootfile full-path='book.opf'/></rootfiles></container>"},
                       {"book.opf",
                        "<package><manifest><item id='c' href='c.xhtml' "
                        "media-type='application/xhtml+xml'/></manifest><spine><itemref idref='c'/></spine>"
                        "</package>"},
                       {"c.xhtml", "<html><body><p>" + std::string(sample_words) + "</p></body></html>"}});
  }

  Outcome extract(const ExtractionInput& input, const DocumentSink& sink) const override {
    Package package(input.bytes);
    PartFaults faults(package);
    PackageDocument book;
    const std::string self = package_document(package);
    if (!read_part(package, self, book, faults)) return unreadable_package(package, "package document");
    const std::vector<std::string> chapters = book.chapters(self);
    const std::set<std::string> encrypted = encrypted_parts(package);
    package.load(chapters);
    ExtractedDocument document{
        .type = "application/epub+zip", .encoding = "UTF-8", .metadata = book.take_metadata()};
    add_about(document, book.about());
    for (const std::string& name : chapters) {
      if (encrypted.contains(name)) {
        faults.add(Reason::encrypted, fmt::format("{}: it needs a licence", name));
      } else {
        add_chapter(package, name, input.limits, document, faults);
      }
    }
    if (document.blocks.empty() && !encrypted.empty()) return encrypted_document();
    return give_office(std::move(document), faults, input.limits, sink);
  }

 private:
  // A page leaves out the heading that is its title; a chapter is known by it. What is called after the book
  // goes on with the chapter before.
  static void add_heading(ExtractedDocument& chapter, const std::string& book) {
    const std::string& title = chapter.metadata.title;
    if (chapter.blocks.empty() || !has_word(title) || bare_title(title) == bare_title(book)) return;
    Block& first = chapter.blocks.front();
    if (first.kind == BlockKind::heading) return;
    const Block heading{.kind = BlockKind::heading, .level = 1, .text = title};
    if (bare_title(first.text) == bare_title(title)) {
      first = heading;
    } else {
      chapter.blocks.insert(chapter.blocks.begin(), heading);
    }
  }

  static void add_chapter(Package& package, const std::string& name, const ExtractionLimits& limits,
                          ExtractedDocument& book, PartFaults& faults) {
    const PackagePart* part = package.part(name);
    if (part == nullptr) return faults.add(Reason::damaged, fmt::format("{}: it is missing", name));
    add_part_faults(faults, name, *part);
    html_extractor().extract(
        {.name = name, .bytes = part->bytes, .limits = limits}, [&](ExtractedDocument&& chapter) {
          add_heading(chapter, book.metadata.title);
          std::move(chapter.blocks.begin(), chapter.blocks.end(), std::back_inserter(book.blocks));
        });
    package.release(name);
  }
};

}  // namespace

const Extractor& epub_extractor() {
  static const EpubExtractor extractor;
  return extractor;
}

}  // namespace dossier

// Word's documents since 2007: DOCX, and DOCM, DOTX, DOTM, which are the same.
#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "docx_text.h"
#include "drawing_text.h"
#include "extractors.h"
#include "opc.h"
#include "self_test.h"

namespace dossier {
namespace {

constexpr std::string_view kType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

class DocxReader {
 public:
  DocxReader(Package& package, const ExtractionLimits& limits)
      : package_(package), limits_(limits), faults_(package) {}

  // False if there is no main part.
  bool read(ExtractedDocument& document) {
    const std::string main = opc_main_part(package_, "word/document.xml");
    if (main.empty()) return false;
    related_ = opc_relationships(package_, main);
    package_.load(parts(main));
    read_part(package_, opc_target(related_, "styles"), styles_, faults_);
    references_.styles = &styles_;
    references_.footnotes = notes("footnotes");
    references_.endnotes = notes("endnotes");
    read_referred();
    DocxText body(references_, limits_);
    read_part(package_, main, body, faults_);
    add_opc_links(package_, main, references_.links);
    document.blocks = body.blocks().take();
    add_comments(document.blocks);
    add_page_edges(document.blocks, page_edges());
    add_opc_properties(package_, "docx", document);
    references_.links.add_to(document);
    return true;
  }

  const PartFaults& faults() const noexcept { return faults_; }

 private:
  // All that is going to be read, for one walk over the package.
  std::vector<std::string> parts(const std::string& main) const {
    static const std::set<std::string_view> kRead{
        "aFChunk", "chart", "comments", "diagramData", "endnotes", "footnotes", "footer", "header", "styles"};
    std::vector<std::string> names{main};
    for (const OpcRelationship& related : related_) {
      if (!kRead.contains(related.type)) continue;
      names.push_back(related.target);
      names.push_back(opc_relationships_part(related.target));
    }
    return names;
  }

  void read_referred() {
    for (const OpcRelationship& related : related_) {
      if (related.type == "chart" || related.type == "diagramData") {
        DrawingText drawing(limits_);
        read_part(package_, related.target, drawing, faults_);
        references_.parts[related.id] = drawing.blocks().take();
      } else if (related.type == "aFChunk") {
        references_.parts[related.id] = read_document(related.target);
      }
    }
  }

  // A part that is a document of another format, such as a web page. None in a package: that might be this
  // one.
  std::vector<Block> read_document(const std::string& name) {
    std::vector<Block> blocks;
    const PackagePart* part = package_.read(name);
    const Format* format = part == nullptr ? nullptr : recognise_format(name, part->bytes);
    if (format == nullptr || format->extractor == nullptr || !format->container.empty()) return blocks;
    format->extractor->extract({.name = name, .bytes = part->bytes, .limits = limits_},
                               [&](ExtractedDocument&& document) { blocks = std::move(document.blocks); });
    return blocks;
  }

  DocxBlocks notes(std::string_view type) {
    const std::string part = opc_target(related_, type);
    DocxText text(references_, limits_);
    read_part(package_, part, text, faults_);
    add_opc_links(package_, part, references_.links);
    return text.take_notes();
  }

  void add_comments(std::vector<Block>& blocks) {
    for (auto& [id, comment] : notes("comments"))
      std::move(comment.begin(), comment.end(), std::back_inserter(blocks));
  }

  std::vector<Block> page_edges() {
    std::vector<Block> edges;
    for (const OpcRelationship& related : related_) {
      if (related.type != "header" && related.type != "footer") continue;
      DocxText text(references_, limits_);
      read_part(package_, related.target, text, faults_);
      add_opc_links(package_, related.target, references_.links);
      std::vector<Block> blocks = text.blocks().take();
      std::move(blocks.begin(), blocks.end(), std::back_inserter(edges));
    }
    return edges;
  }

  Package& package_;
  const ExtractionLimits& limits_;
  std::vector<OpcRelationship> related_;
  DocxStyles styles_;
  DocxReferences references_;
  PartFaults faults_;
};

class DocxExtractor : public Extractor {
 public:
  std::string reader() const override { return package_libraries(); }
  std::string sample() const override {
    return opc_sample({{"word/document.xml", "<document><body><p><r><t>" + std::string(sample_words) +
                                                 "</t></r></p></body></document>"}});
  }

  Outcome extract(const ExtractionInput& input, const DocumentSink& sink) const override {
    Package package(input.bytes);
    DocxReader reader(package, input.limits);
    ExtractedDocument document{.type = std::string(kType), .encoding = "UTF-8"};
    if (package.encrypted() || !reader.read(document)) return unreadable_package(package, "main part");
    return give_office(std::move(document), reader.faults(), input.limits, sink);
  }
};

}  // namespace

const Extractor& docx_extractor() {
  static const DocxExtractor extractor;
  return extractor;
}

}  // namespace dossier

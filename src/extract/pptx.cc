// PowerPoint's presentations since 2007: PPTX, and PPTM, PPSX, PPSM, POTX, POTM, which are the same.
#include <algorithm>
#include <iterator>
#include <utility>

#include "drawing_text.h"
#include "extractors.h"
#include "opc.h"
#include "self_test.h"

namespace dossier {
namespace {

constexpr std::string_view kType =
    "application/vnd.openxmlformats-officedocument.presentationml.presentation";

// A slide or its notes: the shapes with text, by what they are there for.
class SlideText : public DrawingText {
 public:
  using DrawingText::DrawingText;

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (ignoring_ > 0) {
      ++ignoring_;
      return;
    }
    if (name == "sp") placeholder_ = {};
    if (name == "ph") placeholder_ = read_placeholder(attributes.get("type"));
    if (name == "txBody" && placeholder_ == Placeholder::edge) {
      ignoring_ = 1;
      return;
    }
    DrawingText::start(name, attributes);
  }

  void end(std::string_view name) override {
    if (ignoring_ > 0) {
      --ignoring_;
      return;
    }
    DrawingText::end(name);
    if (name == "sp") placeholder_ = {};
  }

 private:
  enum class Placeholder { none, title, body, edge };

  static Placeholder read_placeholder(std::string_view type) {
    if (type == "title" || type == "ctrTitle") return Placeholder::title;
    if (type == "dt" || type == "ftr" || type == "hdr" || type == "sldNum" || type == "sldImg")
      return Placeholder::edge;
    return type.empty() || type == "body" || type == "obj" ? Placeholder::body : Placeholder::none;
  }

  void end_paragraph() override {
    blocks().end_paragraph(placeholder_ == Placeholder::body ? BlockKind::list_item : BlockKind::paragraph,
                           placeholder_ == Placeholder::title ? 1 : 0);
  }

  Placeholder placeholder_ = Placeholder::none;
  std::size_t ignoring_ = 0;  // open elements of what is on every slide
};

class PptxReader {
 public:
  PptxReader(Package& package, const ExtractionLimits& limits)
      : package_(package), limits_(limits), faults_(package) {}

  bool read(ExtractedDocument& document) {
    const std::string main = opc_main_part(package_, "ppt/presentation.xml");
    if (!package_.has(main)) return false;
    const std::vector<OpcRelationship> related = opc_relationships(package_, main);
    std::vector<std::string> slides;
    each_element(package_, main, [&](std::string_view name, const XmlAttributes& attributes) {
      if (name == "sldId") slides.push_back(opc_target_of_id(related, attributes.get_prefixed("id")));
    });
    package_.load_if([](std::string_view name) {
      return name.starts_with("ppt/") && (name.ends_with(".xml") || name.ends_with(".rels"));
    });
    for (const std::string& slide : slides) add_slide(slide, ++document.pages, document.blocks);
    add_opc_properties(package_, "pptx", document);
    links_.add_to(document);
    return true;
  }

  const PartFaults& faults() const noexcept { return faults_; }

 private:
  void add_slide(const std::string& name, std::uint32_t page, std::vector<Block>& blocks) {
    std::vector<Block> slide;
    if (!add_text<SlideText>(name, slide)) faults_.add(Reason::damaged, "a slide is missing");
    // A title is one wherever its shape stands in the file.
    std::stable_partition(slide.begin(), slide.end(),
                          [](const Block& block) { return block.kind == BlockKind::heading; });
    add_opc_links(package_, name, links_);
    for (const OpcRelationship& related : opc_relationships(package_, name)) {
      if (related.type == "chart" || related.type == "diagramData")
        add_text<DrawingText>(related.target, slide);
      if (related.type == "notesSlide" || related.type == "comments")
        add_text<SlideText>(related.target, slide);
    }
    for (Block& block : slide) block.page = page;
    std::move(slide.begin(), slide.end(), std::back_inserter(blocks));
  }

  template <typename Text>
  bool add_text(const std::string& name, std::vector<Block>& blocks) {
    Text text(limits_);
    if (!read_part(package_, name, text, faults_)) return false;
    std::vector<Block> read = text.blocks().take();
    std::move(read.begin(), read.end(), std::back_inserter(blocks));
    return true;
  }

  Package& package_;
  const ExtractionLimits& limits_;
  LinkAddresses links_;
  PartFaults faults_;
};

class PptxExtractor : public Extractor {
 public:
  std::string reader() const override { return package_libraries(); }
  std::string sample() const override {
    return opc_sample(
        {{"ppt/presentation.xml",
          "<p:presentation xmlns:p='p' xmlns:r='r'><p:sldIdLst><p:sldId r:id='r1'/></p:sldIdLst>"
          "</p:presentation>"},
         {"ppt/slides/slide1.xml",
          "<sld><sp><txBody><p><r><t>" + std::string(sample_words) + "</t></r></p></txBody></sp></sld>"}});
  }

  Outcome extract(const ExtractionInput& input, const DocumentSink& sink) const override {
    Package package(input.bytes);
    PptxReader reader(package, input.limits);
    ExtractedDocument document{.type = std::string(kType), .encoding = "UTF-8"};
    if (package.encrypted() || !reader.read(document)) return unreadable_package(package, "main part");
    return give_office(std::move(document), reader.faults(), input.limits, sink);
  }
};

}  // namespace

const Extractor& pptx_extractor() {
  static const PptxExtractor extractor;
  return extractor;
}

}  // namespace dossier

#include "pdf_file.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>
#include <poppler-toc.h>
#include <poppler-version.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>

#include "dossier/core/utf8.h"
#include "pdf_repair.h"

namespace dossier {
namespace {

constexpr std::size_t kMaxOutlineEntries = 4000;
constexpr std::uint8_t kMaxOutlineLevel = 6;
constexpr std::size_t kMaxTitleBytes = 500;  // of an outline's entry
constexpr double kResolution = 300;          // dots an inch, that recognisers of text are made for
constexpr double kMostPixels = 24e6;         // of a page's picture: A3 at 300 dots an inch has 17 million

bool is_in(unsigned unit, unsigned first, unsigned last) noexcept {
  return first <= unit && unit <= last;
}

// The library's own conversion opens iconv at each call.
std::string to_utf8(const poppler::ustring& text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char32_t c = text[i];
    if (c == 0xFEFF || c == 0) continue;
    if (is_in(c, 0xD800, 0xDBFF) && i + 1 < text.size() && is_in(text[i + 1], 0xDC00, 0xDFFF)) {
      c = 0x10000 + ((c - 0xD800) << 10) + (text[++i] - 0xDC00U);
    }
    append_utf8(out, c);
  }
  return out;
}

float finite(double value) noexcept {
  constexpr double kMost = 1e6;  // points: 350 metres
  return std::isfinite(value) ? static_cast<float>(std::clamp(value, -kMost, kMost)) : 0;
}

bool is_lam(unsigned c) noexcept {
  return c == 0x644;
}

bool is_alef(unsigned c) noexcept {
  return c == 0x622 || c == 0x623 || c == 0x625 || c == 0x627;
}

// Letters stand as they are seen, from left to right, but those of one glyph as they are read: of "لا" drawn
// as one, lam comes first, as it does where alef is read first and drawn by itself. The library parts the
// width of a glyph among its letters: such a lam is as wide as its alef, and as no other lam of the page.
class LigatureOrder {
 public:
  explicit LigatureOrder(const std::vector<poppler::text_box>& boxes) {
    for (const poppler::text_box& box : boxes) {
      const poppler::ustring text = box.text();
      for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_lam(text[i]) && !is_pair(text, i)) widths_.insert(width(box, i));
      }
    }
  }

  void apply(const poppler::text_box& box, poppler::ustring& text) const {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
      if (!is_pair(text, i) || !is_parted(box, i) || is_known(width(box, i))) continue;
      std::swap(text[i], text[i + 1]);
      ++i;
    }
  }

 private:
  static bool is_pair(const poppler::ustring& text, std::size_t i) {
    return i + 1 < text.size() && is_lam(text[i]) && is_alef(text[i + 1]);
  }
  // In thousandths of the size of type.
  static int width(const poppler::text_box& box, std::size_t i) {
    const double size = std::max(1.0, box.get_font_size());
    return static_cast<int>(std::lround(1000 * finite(box.char_bbox(i).width()) / size));
  }
  // Whether the letter and the next one are as wide.
  static bool is_parted(const poppler::text_box& box, std::size_t i) {
    constexpr double kDifference = 0.04;  // of their width, by what is added to a glyph's
    const double first = box.char_bbox(i).width();
    return std::abs(first - box.char_bbox(i + 1).width()) <= kDifference * first;
  }
  bool is_known(int width) const {
    const auto next = widths_.lower_bound(width - 1);
    return next != widths_.end() && *next <= width + 1;
  }

  std::set<int> widths_;
};

bool is_bold(std::string_view font) {
  constexpr std::array<std::string_view, 5> kWeights{"bold", "black", "heavy", "demi", "-bd"};
  const std::string lower = ascii_lower(font);
  return std::any_of(kWeights.begin(), kWeights.end(),
                     [&](std::string_view weight) { return lower.find(weight) != std::string::npos; });
}

PdfBox turned(const poppler::rectf& box, std::uint8_t turn, const PdfPage& page) {
  const float left = finite(box.left());
  const float top = finite(box.top());
  const float right = finite(box.right());
  const float bottom = finite(box.bottom());
  switch (turn) {
    case 1:
      return {top, page.width - right, bottom, page.width - left};
    case 2:
      return {page.width - right, page.height - bottom, page.width - left, page.height - top};
    case 3:
      return {page.height - bottom, left, page.height - top, right};
    default:
      return {left, top, right, bottom};
  }
}

PdfWord to_word(const poppler::text_box& box, const LigatureOrder& ligatures, const PdfPage& page) {
  poppler::ustring text = box.text();
  ligatures.apply(box, text);
  PdfWord word{.text = to_utf8(text)};
  word.turn = static_cast<std::uint8_t>(box.rotation() & 3);
  word.box = turned(box.bbox(), word.turn, page);
  word.space_behind = box.has_space_after();
  word.size = finite(box.get_font_size());
  if (word.size <= 0) word.size = word.box.height();
  word.bold = is_bold(box.get_font_name());
  return word;
}

void collect(const poppler::toc_item& item, std::uint8_t level, std::vector<PdfOutlineEntry>& out) {
  for (const poppler::toc_item* child : item.children()) {
    if (out.size() == kMaxOutlineEntries) return;
    std::string title = collapse_whitespace(to_utf8(child->title()).substr(0, 2 * kMaxTitleBytes));
    if (!title.empty() && title.size() <= kMaxTitleBytes) out.push_back({std::move(title), level});
    if (level < kMaxOutlineLevel) collect(*child, level + 1, out);
  }
}

}  // namespace

std::string pdf_library() {
  return "poppler " + poppler::version_string();
}

struct PdfFile::Library {
  std::string repaired;  // outlives the document
  std::unique_ptr<poppler::document> document;

  void open(std::string_view bytes) {
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return;
    document.reset(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  }
  std::unique_ptr<poppler::page> page(std::uint32_t number) const {
    const bool is_there = document != nullptr && !document->is_locked() && number != 0 &&
                          static_cast<int>(number) <= document->pages();
    return std::unique_ptr<poppler::page>(is_there ? document->create_page(static_cast<int>(number - 1))
                                                   : nullptr);
  }
  bool has_pages() const { return document != nullptr && (document->is_locked() || document->pages() > 0); }
};

PdfFile::PdfFile(std::string_view bytes) : library_(std::make_unique<Library>()) {
  // What the library complains of is in the outcome, or does not matter.
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  library_->open(bytes);
  if (library_->has_pages()) return;
  library_->repaired = repaired_pdf(bytes);
  if (!library_->repaired.empty()) library_->open(library_->repaired);
}

PdfFile::~PdfFile() = default;

PdfState PdfFile::state() const noexcept {
  if (library_->document == nullptr) return PdfState::damaged;
  return library_->document->is_locked() ? PdfState::encrypted : PdfState::readable;
}

std::uint32_t PdfFile::page_count() const {
  if (state() != PdfState::readable) return 0;
  return static_cast<std::uint32_t>(std::max(0, library_->document->pages()));
}

std::optional<PdfPage> PdfFile::page(std::uint32_t number) const {
  const auto source = library_->page(number);
  if (source == nullptr) return std::nullopt;
  const poppler::rectf area = source->page_rect();
  PdfPage page{.width = finite(area.width()), .height = finite(area.height())};
  const std::vector<poppler::text_box> boxes = source->text_list(poppler::page::text_list_include_font);
  const LigatureOrder ligatures(boxes);
  page.words.reserve(boxes.size());
  for (const poppler::text_box& box : boxes) {
    page.words.push_back(to_word(box, ligatures, page));
    if (page.words.back().text.empty()) page.words.pop_back();
  }
  return page;
}

std::string PdfFile::drawn_text(std::uint32_t number) const {
  const auto source = library_->page(number);
  return source == nullptr ? std::string()
                           : to_utf8(source->text(poppler::rectf(), poppler::page::raw_order_layout));
}

std::optional<GreyImage> PdfFile::picture(std::uint32_t number) const {
  const auto source = library_->page(number);
  if (source == nullptr) return std::nullopt;
  const poppler::rectf area = source->page_rect();
  const double square_inches = finite(area.width()) * finite(area.height()) / (72.0 * 72.0);
  if (square_inches <= 0) return std::nullopt;
  const double resolution = std::min(kResolution, std::sqrt(kMostPixels / square_inches));
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  renderer.set_render_hints(poppler::page_renderer::antialiasing | poppler::page_renderer::text_antialiasing);
  const poppler::image drawn = renderer.render_page(source.get(), resolution, resolution);
  if (!drawn.is_valid() || drawn.width() <= 0 || drawn.height() <= 0) return std::nullopt;
  GreyImage picture{.width = static_cast<std::uint32_t>(drawn.width()),
                    .height = static_cast<std::uint32_t>(drawn.height()),
                    .dots_per_inch = resolution};
  picture.pixels.reserve(static_cast<std::size_t>(picture.width) * picture.height);
  for (int y = 0; y < drawn.height(); ++y) {
    const char* row = drawn.const_data() + static_cast<std::ptrdiff_t>(y) * drawn.bytes_per_row();
    picture.pixels.insert(picture.pixels.end(), row, row + drawn.width());
  }
  return picture;
}

std::string PdfFile::info(const std::string& key) const {
  return state() == PdfState::readable ? to_utf8(library_->document->info_key(key)) : std::string();
}

std::string PdfFile::xmp() const {
  return state() == PdfState::readable ? to_utf8(library_->document->metadata()) : std::string();
}

std::vector<PdfOutlineEntry> PdfFile::outline() const {
  std::vector<PdfOutlineEntry> entries;
  if (state() != PdfState::readable) return entries;
  const std::unique_ptr<poppler::toc> toc(library_->document->create_toc());
  if (toc != nullptr && toc->root() != nullptr) collect(*toc->root(), 1, entries);
  return entries;
}

}  // namespace dossier

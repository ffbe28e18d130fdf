#include "tesseract.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "clean_text.h"
#include "dossier/core/utf8.h"
#include "processor_time.h"

namespace dossier {
namespace {

constexpr std::size_t kMostLanguages = 4;  // that are taken where none are named: each takes time and memory
constexpr float kLeastConfidence = 30;     // of 100, of a word; below it are specks and pictures
constexpr std::uint64_t kMostPixels = 100'000'000;  // of a picture in a file: a newspaper's page at 600 dpi
constexpr const char* kLibrary = "libtesseract.so.5";
constexpr const char* kImageLibrary = "liblept.so.5";

// The libraries' C interfaces as they are documented (tesseract/capi.h, leptonica/allheaders.h).
struct TessBaseAPI;
struct TessResultIterator;
struct TessPageIterator;
struct ETEXT_DESC;
struct Pix;
using Cancel = bool (*)(void* context, int words);
constexpr int kNeuralEngine = 1;  // OEM_LSTM_ONLY
constexpr int kWholePage = 3;     // PSM_AUTO
constexpr int kOfLine = 2;        // RIL_TEXTLINE
constexpr int kOfWord = 3;        // RIL_WORD
constexpr int kRightToLeft = 1;   // WRITING_DIRECTION_RIGHT_TO_LEFT

class SharedLibrary {
 public:
  explicit SharedLibrary(const char* name) : handle_(dlopen(name, RTLD_NOW | RTLD_LOCAL)) {}
  SharedLibrary(const SharedLibrary&) = delete;
  SharedLibrary& operator=(const SharedLibrary&) = delete;
  // Sets `function`; notes if it is not there. The library stays loaded: it registers what runs at exit.
  template <typename Function>
  void find(Function*& function, const char* name) {
    function = handle_ == nullptr ? nullptr : reinterpret_cast<Function*>(dlsym(handle_, name));
    complete_ = complete_ && function != nullptr;
  }
  bool complete() const noexcept { return complete_; }

 private:
  void* handle_;
  bool complete_ = true;
};

struct TesseractCalls {
  const char* (*version)();
  TessBaseAPI* (*create)();
  void (*destroy)(TessBaseAPI*);
  int (*init)(TessBaseAPI*, const char* data_path, const char* languages, int engine);
  char** (*installed_languages)(const TessBaseAPI*);
  void (*delete_texts)(char**);
  void (*delete_text)(const char*);
  int (*set_variable)(TessBaseAPI*, const char* name, const char* value);
  void (*set_mode)(TessBaseAPI*, int mode);
  void (*set_image)(TessBaseAPI*, const unsigned char* pixels, int width, int height, int pixel_bytes,
                    int row_bytes);
  void (*set_resolution)(TessBaseAPI*, int dots_per_inch);
  int (*recognise)(TessBaseAPI*, ETEXT_DESC*);
  void (*clear)(TessBaseAPI*);
  TessResultIterator* (*results)(TessBaseAPI*);
  void (*delete_results)(TessResultIterator*);
  const TessPageIterator* (*place)(const TessResultIterator*);
  int (*next)(TessResultIterator*, int level);
  char* (*text)(const TessResultIterator*, int level);
  float (*confidence)(const TessResultIterator*, int level);
  int (*begins)(const TessPageIterator*, int level);
  int (*box)(const TessPageIterator*, int level, int* left, int* top, int* right, int* bottom);
  int (*baseline)(const TessPageIterator*, int level, int* x1, int* y1, int* x2, int* y2);
  void (*direction)(const TessPageIterator*, int* orientation, int* writing, int* line_order, float* skew);
  ETEXT_DESC* (*create_monitor)();
  void (*delete_monitor)(ETEXT_DESC*);
  void (*set_cancel)(ETEXT_DESC*, Cancel);
  void (*set_cancel_context)(ETEXT_DESC*, void*);

  // False if the library is not there, or lacks one of them.
  bool load() {
    SharedLibrary library(kLibrary);
    library.find(version, "TessVersion");
    library.find(create, "TessBaseAPICreate");
    library.find(destroy, "TessBaseAPIDelete");
    library.find(init, "TessBaseAPIInit2");
    library.find(installed_languages, "TessBaseAPIGetAvailableLanguagesAsVector");
    library.find(delete_texts, "TessDeleteTextArray");
    library.find(delete_text, "TessDeleteText");
    library.find(set_variable, "TessBaseAPISetVariable");
    library.find(set_mode, "TessBaseAPISetPageSegMode");
    library.find(set_image, "TessBaseAPISetImage");
    library.find(set_resolution, "TessBaseAPISetSourceResolution");
    library.find(recognise, "TessBaseAPIRecognize");
    library.find(clear, "TessBaseAPIClear");
    library.find(results, "TessBaseAPIGetIterator");
    library.find(delete_results, "TessResultIteratorDelete");
    library.find(place, "TessResultIteratorGetPageIteratorConst");
    library.find(next, "TessResultIteratorNext");
    library.find(text, "TessResultIteratorGetUTF8Text");
    library.find(confidence, "TessResultIteratorConfidence");
    library.find(begins, "TessPageIteratorIsAtBeginningOf");
    library.find(box, "TessPageIteratorBoundingBox");
    library.find(baseline, "TessPageIteratorBaseline");
    library.find(direction, "TessPageIteratorOrientation");
    library.find(create_monitor, "TessMonitorCreate");
    library.find(delete_monitor, "TessMonitorDelete");
    library.find(set_cancel, "TessMonitorSetCancelFunc");
    library.find(set_cancel_context, "TessMonitorSetCancelThis");
    return library.complete();
  }
};

// Leptonica, which Tesseract itself is linked to: it decodes pictures.
struct LeptonicaCalls {
  int (*read_header)(const unsigned char*, std::size_t, int* format, int* width, int* height, int* bits,
                     int* samples, int* colour_map);
  Pix* (*read)(const unsigned char*, std::size_t);
  Pix* (*read_tiff)(const unsigned char*, std::size_t, std::size_t* offset);
  Pix* (*to_grey)(Pix*, int colour_map);
  void (*destroy)(Pix**);
  int (*width)(const Pix*);
  int (*height)(const Pix*);
  int (*resolution)(const Pix*);
  int (*pixel)(Pix*, int x, int y, std::uint32_t*);

  bool load() {
    SharedLibrary library(kImageLibrary);
    library.find(read_header, "pixReadHeaderMem");
    library.find(read, "pixReadMem");
    library.find(read_tiff, "pixReadMemFromMultipageTiff");
    library.find(to_grey, "pixConvertTo8");
    library.find(destroy, "pixDestroy");
    library.find(width, "pixGetWidth");
    library.find(height, "pixGetHeight");
    library.find(resolution, "pixGetXRes");
    library.find(pixel, "pixGetPixel");
    return library.complete();
  }
};

bool is_late(void* end, int /*words*/) {
  return processor_seconds() > *static_cast<const double*>(end);
}

class Tesseract : public TextRecogniser {
 public:
  Tesseract(const TesseractCalls& calls, const LeptonicaCalls& images)
      : calls_(calls), images_(images), engine_(calls.create()) {}
  ~Tesseract() override { calls_.destroy(engine_); }
  Tesseract(const Tesseract&) = delete;
  Tesseract& operator=(const Tesseract&) = delete;

  bool start(const std::string& languages) {
    if (calls_.init(engine_, nullptr, languages.c_str(), kNeuralEngine) != 0) return false;
    calls_.set_mode(engine_, kWholePage);
    return true;
  }

  // Known once start() was called, whatever came of that.
  std::vector<std::string> installed_languages() const {
    std::vector<std::string> languages;
    char** names = calls_.installed_languages(engine_);
    for (char** name = names; name != nullptr && *name != nullptr; ++name) languages.emplace_back(*name);
    if (names != nullptr) calls_.delete_texts(names);
    return languages;
  }

  RecognisedPage read(const GreyImage& image, double seconds) override {
    constexpr int kLikelyResolution = 300;
    double end = processor_seconds() + seconds;
    calls_.set_image(engine_, image.pixels.data(), static_cast<int>(image.width),
                     static_cast<int>(image.height), 1, static_cast<int>(image.width));
    calls_.set_resolution(
        engine_, image.dots_per_inch > 0 ? static_cast<int>(image.dots_per_inch) : kLikelyResolution);
    const std::unique_ptr<ETEXT_DESC, void (*)(ETEXT_DESC*)> monitor(calls_.create_monitor(),
                                                                     calls_.delete_monitor);
    calls_.set_cancel(monitor.get(), &is_late);
    calls_.set_cancel_context(monitor.get(), &end);
    RecognisedPage page;
    page.complete = calls_.recognise(engine_, monitor.get()) == 0;
    page.lines = lines();
    calls_.clear(engine_);
    return page;
  }

  std::optional<GreyImage> decode(std::string_view file, std::size_t& place) override {
    const auto* bytes = reinterpret_cast<const unsigned char*>(file.data());
    int format = 0;
    int width = 0;
    int height = 0;
    int bits = 0;
    int samples = 0;
    int colours = 0;
    // What a header promises takes memory before the rest is looked at.
    if (images_.read_header(bytes, file.size(), &format, &width, &height, &bits, &samples, &colours) != 0 ||
        width <= 0 || height <= 0 ||
        static_cast<std::uint64_t>(width) * static_cast<std::uint64_t>(height) > kMostPixels) {
      return std::nullopt;
    }
    const PixHolder picture(*this, picture_at(file, place));
    const PixHolder grey(*this, picture.pix == nullptr ? nullptr : images_.to_grey(picture.pix, 0));
    return grey.pix == nullptr ? std::nullopt : std::optional(copy(grey.pix));
  }

 private:
  struct PixHolder {
    PixHolder(const Tesseract& owner, Pix* held) : pix(held), owner_(owner) {}
    ~PixHolder() { owner_.images_.destroy(&pix); }
    PixHolder(const PixHolder&) = delete;
    PixHolder& operator=(const PixHolder&) = delete;
    Pix* pix;

   private:
    const Tesseract& owner_;
  };

  Pix* picture_at(std::string_view file, std::size_t& place) const {
    const auto* bytes = reinterpret_cast<const unsigned char*>(file.data());
    if (file.starts_with("II") || file.starts_with("MM"))
      return images_.read_tiff(bytes, file.size(), &place);
    place = 0;
    return images_.read(bytes, file.size());
  }

  GreyImage copy(Pix* grey) const {
    GreyImage image{.width = static_cast<std::uint32_t>(images_.width(grey)),
                    .height = static_cast<std::uint32_t>(images_.height(grey)),
                    .dots_per_inch = static_cast<double>(images_.resolution(grey))};
    image.pixels.reserve(static_cast<std::size_t>(image.width) * image.height);
    for (std::uint32_t y = 0; y < image.height; ++y) {
      for (std::uint32_t x = 0; x < image.width; ++x) {
        std::uint32_t value = 255;
        images_.pixel(grey, static_cast<int>(x), static_cast<int>(y), &value);
        image.pixels.push_back(static_cast<std::uint8_t>(value));
      }
    }
    return image;
  }

  std::vector<RecognisedLine> lines() const {
    std::vector<RecognisedLine> lines;
    const std::unique_ptr<TessResultIterator, void (*)(TessResultIterator*)> results(calls_.results(engine_),
                                                                                     calls_.delete_results);
    if (results == nullptr) return lines;
    bool open = false;  // the last line has begun with the words at hand
    do {
      const TessPageIterator* place = calls_.place(results.get());
      if (calls_.begins(place, kOfLine) != 0) open = false;
      std::string word = word_of(results.get());
      if (word.empty()) continue;
      if (!open) lines.push_back(line_at(place));
      open = true;
      std::string& text = lines.back().text;
      if (!text.empty()) text += ' ';
      text += word;
    } while (calls_.next(results.get(), kOfWord) != 0);
    return lines;
  }

  // Empty where it is hardly a word.
  std::string word_of(const TessResultIterator* results) const {
    if (calls_.confidence(results, kOfWord) < kLeastConfidence) return {};
    const std::unique_ptr<char, void (*)(const char*)> text(calls_.text(results, kOfWord),
                                                            calls_.delete_text);
    return text == nullptr ? std::string() : collapse_whitespace(clean_text(repair_utf8(text.get())));
  }

  RecognisedLine line_at(const TessPageIterator* place) const {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    calls_.box(place, kOfLine, &left, &top, &right, &bottom);
    RecognisedLine line{.left = static_cast<float>(left),
                        .top = static_cast<float>(top),
                        .right = static_cast<float>(right),
                        .bottom = static_cast<float>(bottom),
                        .baseline = static_cast<float>(bottom)};
    std::array<int, 4> ends{};
    if (calls_.baseline(place, kOfLine, &ends[0], &ends[1], &ends[2], &ends[3]) != 0)
      line.baseline = static_cast<float>(ends[1] + ends[3]) / 2;
    int orientation = 0;
    int writing = 0;
    int order = 0;
    float skew = 0;
    calls_.direction(place, &orientation, &writing, &order, &skew);
    line.from_right = writing == kRightToLeft;
    return line;
  }

  const TesseractCalls calls_;
  const LeptonicaCalls images_;
  TessBaseAPI* engine_;
};

// "eng+fra" of what is installed; empty if that is none, or more than may be taken unasked.
std::string choose_languages(std::vector<std::string> installed, std::string& problem) {
  // Of no language: orientation, equations, numbers; scripts as a whole repeat the languages.
  std::erase_if(installed, [](const std::string& name) {
    return name == "osd" || name == "equ" || name == "snum" || name.find('/') != std::string::npos;
  });
  if (installed.empty()) {
    problem = "no language of Tesseract is installed (tesseract-ocr-eng and its like)";
  } else if (installed.size() > kMostLanguages) {
    problem = fmt::format("{} languages of Tesseract are installed ({}): name those of the scans",
                          installed.size(), fmt::join(installed, ", "));
  }
  if (!problem.empty()) return {};
  // What most words are in comes first: they are read by the others only where it is in doubt.
  std::stable_partition(installed.begin(), installed.end(),
                        [](const std::string& name) { return name == "eng"; });
  return fmt::format("{}", fmt::join(installed, "+"));
}

// Whether each of "eng+fra" is installed: Tesseract goes on with those that are.
bool are_installed(std::string_view languages, const std::vector<std::string>& installed) {
  while (!languages.empty()) {
    const std::size_t end = std::min(languages.find('+'), languages.size());
    if (std::find(installed.begin(), installed.end(), languages.substr(0, end)) == installed.end())
      return false;
    languages.remove_prefix(std::min(end + 1, languages.size()));
  }
  return true;
}

}  // namespace

LoadedRecogniser load_tesseract(const std::string& languages) {
  // No thread can be started once the process is confined. Read when the library is loaded.
  setenv("OMP_THREAD_LIMIT", "1", 1);
  TesseractCalls calls{};
  LeptonicaCalls images{};
  LoadedRecogniser loaded;
  if (!calls.load() || !images.load()) {
    loaded.about.problem = fmt::format("Tesseract ({}) is not installed", kLibrary);
    return loaded;
  }
  loaded.about.library = fmt::format("tesseract {}", calls.version());
  auto tesseract = std::make_unique<Tesseract>(calls, images);
  std::string chosen = languages;
  bool started = tesseract->start(chosen.empty() ? "eng" : chosen);
  const std::vector<std::string> installed = tesseract->installed_languages();
  if (chosen.empty()) {
    chosen = choose_languages(installed, loaded.about.problem);
    if (!loaded.about.problem.empty()) return loaded;
    if (chosen != "eng") started = tesseract->start(chosen);
  }
  if (!started || !are_installed(chosen, installed)) {
    loaded.about.problem = fmt::format("Tesseract cannot load the languages {}; installed: {}", chosen,
                                       fmt::join(installed, ", "));
    return loaded;
  }
  loaded.about.languages = chosen;
  loaded.recogniser = std::move(tesseract);
  return loaded;
}

}  // namespace dossier

#include "picture_credits.h"

#include <algorithm>
#include <array>
#include <string>

#include "dossier/core/utf8.h"

namespace dossier {
namespace {

constexpr std::size_t kCreditBytes = 100;  // a longer rest is text

// Before a colon.
constexpr auto kWords = std::to_array<std::string_view>(
    {"bild",     "bilder",       "bildnachweis", "bildquelle",     "crédit",  "crédit photo", "credit",
     "crédito",  "créditos",     "crédits",      "crédits photos", "credits", "foto",         "fotografie",
     "fotos",    "image",        "image credit", "images",         "kuva",    "kuvat",        "photo",
     "photo by", "photo credit", "photograph",   "photographs",    "photos",  "picture",      "pictures",
     "zdjęcie",  "фото",         "Фото",         "الصورة",         "写真",    "图",           "图片",
     "圖",       "攝影",         "摄影"});

bool is_boundary(char c) noexcept {
  return std::string_view(" \n.,;|()[]/-").find(c) != std::string_view::npos || (c & 0x80) != 0;
}

// The word for a credit that ends at `colon`; where it begins, or npos.
std::size_t word_start(std::string_view text, std::size_t colon) {
  std::size_t end = colon;
  while (end > 0 && text[end - 1] == ' ') --end;
  std::size_t start = std::string_view::npos;
  for (const std::string_view word : kWords) {
    if (end < word.size()) continue;
    const std::size_t at = end - word.size();
    const bool is_word =
        ascii_lower(text.substr(at, word.size())) == word && (at == 0 || is_boundary(text[at - 1]));
    if (is_word) start = std::min(start, at);
  }
  return start;
}

}  // namespace

std::size_t picture_credit(std::string_view text) {
  const std::size_t from = text.size() > kCreditBytes ? text.size() - kCreditBytes : 0;
  std::size_t start = text.size();
  for (std::size_t i = from; i < text.size() && start == text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    if (rest.starts_with("©")) start = i;
    if (rest.starts_with(":") || rest.starts_with("：")) start = std::min(start, word_start(text, i));
  }
  if (start == text.size()) return start;
  while (start > 0 && std::string_view(" \n|([-/").find(text[start - 1]) != std::string_view::npos) --start;
  return start;
}

}  // namespace dossier

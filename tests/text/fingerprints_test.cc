// Fingerprints: that texts which share a run of words share one, whatever stands around it.
#include "dossier/text/fingerprints.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace dossier {
namespace {

std::vector<std::uint64_t> of_words(std::size_t from, std::size_t to, const std::string& kind = "w") {
  Fingerprinter fingerprinter;
  for (std::size_t i = from; i < to; ++i) fingerprinter.add(Fingerprinter::hash_of(kind + std::to_string(i)));
  return fingerprinter.fingerprints();
}

std::size_t shared(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::vector<std::uint64_t> common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  return common.size();
}

TEST(Fingerprinter, GivesNoneForTextsTooShortToTellApart) {
  EXPECT_TRUE(of_words(0, 0).empty());
  EXPECT_TRUE(of_words(0, least_fingerprinted_words - 1).empty());
  EXPECT_EQ(of_words(0, least_fingerprinted_words).size(), least_fingerprints);
}

TEST(Fingerprinter, GivesAboutTwoForEachWindowAscending) {
  const auto prints = of_words(0, 10'000);
  const double windows = 10'000.0 / fingerprint_window;
  EXPECT_GT(static_cast<double>(prints.size()), 1.6 * windows);
  EXPECT_LT(static_cast<double>(prints.size()), 2.4 * windows);
  EXPECT_TRUE(std::is_sorted(prints.begin(), prints.end()));
  EXPECT_EQ(std::adjacent_find(prints.begin(), prints.end()), prints.end());
  EXPECT_LT(prints.back(), std::uint64_t{1} << fingerprint_bits);
}

TEST(Fingerprinter, FindsEveryRunAsLongAsAWindow) {
  const std::size_t run = fingerprint_window + fingerprint_words - 1;
  const auto whole = of_words(0, 5'000);
  for (std::size_t start = 0; start + run <= 5'000; start += 37) {
    Fingerprinter other;
    for (std::size_t i = 0; i < 200; ++i) other.add(Fingerprinter::hash_of("before" + std::to_string(i)));
    for (std::size_t i = start; i < start + run; ++i)
      other.add(Fingerprinter::hash_of("w" + std::to_string(i)));
    for (std::size_t i = 0; i < 200; ++i) other.add(Fingerprinter::hash_of("behind" + std::to_string(i)));
    EXPECT_GE(shared(whole, other.fingerprints()), 1U) << start;
  }
}

TEST(Fingerprinter, GivesOtherTextsOthers) {
  EXPECT_EQ(shared(of_words(0, 20'000), of_words(0, 20'000, "x")), 0U);
  // The same words in another order are another text.
  Fingerprinter backwards;
  for (std::size_t i = 1'000; i-- > 0;) backwards.add(Fingerprinter::hash_of("w" + std::to_string(i)));
  EXPECT_EQ(shared(of_words(0, 1'000), backwards.fingerprints()), 0U);
}

}  // namespace
}  // namespace dossier

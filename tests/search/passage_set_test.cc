#include "dossier/search/passage_set.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <random>
#include <set>
#include <vector>

namespace dossier {
namespace {

std::vector<std::uint32_t> members(const PassageSet& set) {
  std::vector<std::uint32_t> docids;
  set.each([&](std::uint32_t docid) { docids.push_back(docid); });
  return docids;
}

PassageSet of(const std::set<std::uint32_t>& docids, std::uint32_t last) {
  PassageSet set(last);
  for (const std::uint32_t docid : docids) set.add(docid);
  return set;
}

TEST(PassageSet, HoldsWhatWasAddedInOrder) {
  PassageSet set(200);
  for (const std::uint32_t docid : {200u, 1u, 64u, 63u, 128u, 64u}) set.add(docid);
  EXPECT_EQ(members(set), (std::vector<std::uint32_t>{1, 63, 64, 128, 200}));
  EXPECT_EQ(set.size(), 5u);
}

TEST(PassageSet, CountsWithinARange) {
  PassageSet set(200);
  set.add_range(60, 130);
  for (const auto& [first, end, count] : std::vector<std::array<std::uint32_t, 3>>{{1, 60, 0},
                                                                                   {1, 61, 1},
                                                                                   {60, 130, 70},
                                                                                   {63, 64, 1},
                                                                                   {64, 128, 64},
                                                                                   {64, 64, 0},
                                                                                   {100, 50, 0},
                                                                                   {129, 201, 1},
                                                                                   {0, 201, 70}})
    EXPECT_EQ(set.size_within(first, end), count) << first << " to " << end;
}

TEST(PassageSet, OfOneWordEndsWithIt) {
  PassageSet set(63);
  set.add_range(1, 64);
  EXPECT_EQ(set.size_within(1, 64), 63u);
  EXPECT_EQ(set.size_within(63, 64), 1u);
}

TEST(PassageSet, AddsAndTakesAwayAsSetsDo) {
  std::mt19937 engine(4);
  const auto random = [&](std::uint32_t below) { return static_cast<std::uint32_t>(engine() % below); };
  for (int round = 0; round < 200; ++round) {
    const std::uint32_t last = 1 + random(300);
    std::set<std::uint32_t> a;
    std::set<std::uint32_t> b;
    for (std::uint32_t docid = 0; docid <= last; ++docid) {
      if (random(3) == 0) a.insert(docid);
      if (random(2) == 0) b.insert(docid);
    }
    std::vector<std::uint32_t> either;
    std::vector<std::uint32_t> both;
    std::vector<std::uint32_t> first_only;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(either));
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(first_only));
    EXPECT_EQ(members(of(a, last) |= of(b, last)), either);
    EXPECT_EQ(members(of(a, last) &= of(b, last)), both);
    EXPECT_EQ(members(of(a, last) -= of(b, last)), first_only);
    const std::uint32_t begin = random(last + 1);
    const std::uint32_t end = begin + random(last + 2 - begin);
    EXPECT_EQ(of(a, last).size_within(begin, end), std::distance(a.lower_bound(begin), a.lower_bound(end)));
  }
}

}  // namespace
}  // namespace dossier

#include "evaluate/assignment.h"

#include <algorithm>
#include <limits>

namespace rawabit {
namespace {

constexpr std::int64_t kInfinite = std::numeric_limits<std::int64_t>::max();

/// The shortest-augmenting-path form of the Hungarian method. Rows and columns count from 1: column
/// 0 stands for the row that looks for its place.
class Assignment {
 public:
  explicit Assignment(const WeightTable& weights);
  void place(std::size_t row);
  [[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> pairs() const;
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  struct Search {
    std::vector<std::int64_t> slack;
    std::vector<bool> used;
  };
  void relax(Search& search, std::size_t column);
  std::size_t nearest(const Search& search) const;
  void shift(Search& search, std::int64_t step);

  std::size_t size_ = 0;
  WeightTable cost_;
  std::vector<std::int64_t> row_potential_, column_potential_;
  std::vector<std::size_t> owner_, previous_;
};

Assignment::Assignment(const WeightTable& weights) : size_(weights.size()) {
  for (const auto& row : weights) size_ = std::max(size_, row.size());
  cost_.assign(size_ + 1, std::vector<std::int64_t>(size_ + 1, 0));
  for (std::size_t i = 0; i < weights.size(); ++i) {
    for (std::size_t j = 0; j < weights[i].size(); ++j) cost_[i + 1][j + 1] = -weights[i][j];
  }
  row_potential_.assign(size_ + 1, 0);
  column_potential_.assign(size_ + 1, 0);
  owner_.assign(size_ + 1, 0);
  previous_.assign(size_ + 1, 0);
}

void Assignment::relax(Search& search, std::size_t column) {
  search.used[column] = true;
  const std::size_t row = owner_[column];
  for (std::size_t j = 1; j <= size_; ++j) {
    if (search.used[j]) continue;
    const std::int64_t reduced = cost_[row][j] - row_potential_[row] - column_potential_[j];
    if (reduced >= search.slack[j]) continue;
    search.slack[j] = reduced;
    previous_[j] = column;
  }
}

std::size_t Assignment::nearest(const Search& search) const {
  std::size_t best = 0;
  for (std::size_t j = 1; j <= size_; ++j) {
    if (!search.used[j] && (best == 0 || search.slack[j] < search.slack[best])) best = j;
  }
  return best;
}

void Assignment::shift(Search& search, std::int64_t step) {
  for (std::size_t j = 0; j <= size_; ++j) {
    if (search.used[j]) {
      row_potential_[owner_[j]] += step;
      column_potential_[j] -= step;
    } else {
      search.slack[j] -= step;
    }
  }
}

void Assignment::place(std::size_t row) {
  owner_[0] = row;
  std::size_t column = 0;
  Search search{std::vector<std::int64_t>(size_ + 1, kInfinite),
                std::vector<bool>(size_ + 1, false)};
  while (owner_[column] != 0) {
    relax(search, column);
    column = nearest(search);
    shift(search, search.slack[column]);
  }
  while (column != 0) {
    owner_[column] = owner_[previous_[column]];
    column = previous_[column];
  }
}

std::vector<std::pair<std::size_t, std::size_t>> Assignment::pairs() const {
  std::vector<std::pair<std::size_t, std::size_t>> found;
  for (std::size_t j = 1; j <= size_; ++j) {
    if (cost_[owner_[j]][j] != 0) found.emplace_back(owner_[j] - 1, j - 1);
  }
  std::ranges::sort(found);
  return found;
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> best_assignment(const WeightTable& weights) {
  Assignment assignment(weights);
  for (std::size_t row = 1; row <= assignment.size(); ++row) assignment.place(row);
  return assignment.pairs();
}

}  // namespace rawabit

// The names of the graph that a question may mean.
//
// Takes a question and an open graph; gives, for any part of the question, the entities that it may
// name, with a cost: 0 for the very name, more the less of the words fit. Names are found in Arabic
// and English, in any spelling that folds to the same, by some of their words, by a translation of
// them, and by how they sound; a number in the question (the 37th session) must be in the name. A
// word that no name has is taken for misspelt by one letter.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "query/kinds.h"
#include "query/wanted_words.h"
#include "store/sqlite.h"

namespace rawabit {

/// What a part of the question may name.
struct NameChoice {
  Kinds kind = 0;                      ///< one type
  std::vector<std::int64_t> entities;  ///< several where all have the very name; ascending
  std::string name;                    ///< of the first, as the graph shows it
  double cost = 0;
  std::int64_t mentions = 0;
};

class Names {
 public:
  /// All names that any part of the question may mean. Looks at every name of the graph.
  static Result<Names> read(Database& db, const Question& question,
                            const QuestionLanguage& language);
  /// Only those that stand in the question as they are: a look-up for each part of it.
  static Result<Names> read_exact(Database& db, const Question& question,
                                  const QuestionLanguage& language);

  /// The best choice of each kind for the positions [from, to), the most often named first; none
  /// for more than 24 words.
  [[nodiscard]] std::vector<NameChoice> find(int from, int to) const;

 private:
  struct Hit {
    std::int64_t entity = 0;
    std::string key;
    bool is_full = false;
    NameWords words;
    Kinds kind = 0;
    std::string name = {};
    std::int64_t mentions = 0;
  };
  struct Part {
    std::vector<std::string> keys;  ///< what an equal name would be keyed by
    WordSet words = 0;
    bool may_describe = false;  ///< begins and ends with words that say something in names
    bool is_generic = false;    ///< has words of questions only
  };
  /// The best so far of one kind.
  struct Best {
    const Hit* best = nullptr;
    double cost = 0;
    std::set<std::int64_t> equal;    ///< the entities whose names cost the same
    std::int64_t next_mentions = 0;  ///< of the second most often named of them
    const Hit* famous = nullptr;     ///< whom a short form that fits names most often
    double famous_cost = 0;

    void consider(const Hit& hit, double price);
    void remember(const Hit& hit, double price);
    [[nodiscard]] NameChoice choice() const;
  };
  Names(const Question& question, const QuestionLanguage& language)
      : question_(&question), wanted_(question, language) {}
  Result<WordSet> read_all(Database& db);
  Status add_entity(Statement& entity, Hit hit);
  Status look_up(Statement& names, Statement& entity, const std::string& key,
                 const NameWords& words);
  [[nodiscard]] Part part(int from, int to) const;
  [[nodiscard]] double cost(const Hit& hit, const Part& part) const;
  [[nodiscard]] bool numbers_differ(const Hit& hit, WordSet words) const;

  const Question* question_;
  WantedWords wanted_;
  std::vector<Hit> hits_;
};

}  // namespace rawabit

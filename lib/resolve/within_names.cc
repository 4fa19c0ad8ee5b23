#include "resolve/within_names.h"

#include <algorithm>
#include <string_view>

#include "text/fold.h"

namespace rawabit {
namespace {

constexpr std::string_view kArticle = "\u0627\u0644";

std::string without_article(std::string_view word) {
  if (word.size() > kArticle.size() && word.starts_with(kArticle)) {
    word.remove_prefix(kArticle.size());
  }
  return std::string(word);
}

}  // namespace

std::vector<std::string> name_words(const Parse& parse, const FoundMention& mention) {
  std::vector<std::string> words;
  for (std::uint32_t t = mention.first; t < mention.last; ++t) {
    const Token& token = parse.text->tokens[t];
    if (token.kind == TokenKind::punctuation) continue;
    std::string_view form = parse.text->form(token);
    if (t == mention.first) {
      // After two lams that hid the article, the first of the two letters left is the article's.
      const auto cut = std::size_t{2} * (mention.proclitics.letters +
                                         (mention.proclitics.article_restored ? 1u : 0u));
      form.remove_prefix(std::min(form.size(), cut));
    }
    words.push_back(without_article(form));
  }
  return words;
}

std::vector<std::string> name_words(std::string_view text) {
  std::vector<std::string> words;
  std::string key = name_key(text);
  std::string_view rest = key;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(' '), rest.size());
    words.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return words;
}

bool is_subsequence(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  auto at = whole.begin();
  for (const std::string& word : part) {
    at = std::find(at, whole.end(), word);
    if (at == whole.end()) return false;
    ++at;
  }
  return true;
}

bool is_prefix(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  return part.size() <= whole.size() && std::equal(part.begin(), part.end(), whole.begin());
}

bool same_full_name(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.size() < 2 || b.size() < 2 || a.back() != b.back()) return false;
  return a.size() < b.size() ? is_subsequence(a, b) : is_subsequence(b, a);
}

}  // namespace rawabit

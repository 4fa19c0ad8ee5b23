#include "resolve/within_names.h"

#include <algorithm>
#include <string_view>

#include "text/fold.h"
#include "text/letters.h"

namespace rawabit {
namespace {

constexpr std::size_t kSureBegin = 3;  // words: given name, bin, father's name
constexpr std::string_view kBin = "\u0628\u0646";
constexpr std::string_view kAbd = "\u0639\u0628\u062F";

std::string without_article(std::string_view word) {
  if (word.size() > kArticle.size() && word.starts_with(kArticle)) {
    word.remove_prefix(kArticle.size());
  }
  return std::string(word);
}

/// Abd and the divine name after it as one word, as many write them.
std::vector<std::string> joined_abd(std::vector<std::string> words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i] != kAbd) continue;
    words[i] += words[i + 1];
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
  for (std::string& word : words) {
    const std::string joined = std::string(kAbd) + std::string(kArticle);
    if (word.size() > joined.size() && word.starts_with(joined))
      word.erase(kAbd.size(), kArticle.size());
  }
  return words;
}

void add_text(std::string_view text, std::vector<std::string>& words) {
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    words.push_back(without_article(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// The words of the tokens, the first read with those proclitics.
void add_words(const Parse& parse, const TokenRange& tokens, const Proclitics& proclitics,
               std::vector<std::string>& words) {
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
    const Token& token = parse.text->tokens[t];
    if (token.kind == TokenKind::punctuation) continue;
    const std::string_view form = parse.text->form(token);
    words.push_back(
        without_article(t == tokens.first ? reading_form(form, proclitics) : std::string(form)));
  }
}

/// A long name without some of its inner words: begin and end are the same.
bool leaves_out_inner(const std::vector<std::string>& shorter,
                      const std::vector<std::string>& longer) {
  constexpr std::size_t kFewest = 4;
  return shorter.size() >= kFewest && shorter.size() < longer.size() &&
         shorter.front() == longer.front() && shorter.back() == longer.back() &&
         is_subsequence(shorter, longer);
}

}  // namespace

std::vector<std::string> shared_words(const Parse& parse, const FoundMention& mention) {
  std::vector<std::string> words;
  if (!mention.head.empty()) add_text(fold(mention.head), words);
  add_words(parse, {mention.shared_first, mention.shared_last, 0}, mention.shared_proclitics,
            words);
  return words;
}

std::vector<std::string> name_words(const Parse& parse, const FoundMention& mention) {
  std::vector<std::string> words = shared_words(parse, mention);
  const bool whole = mention.plural == 0;
  add_words(parse, {mention.first + mention.plural, mention.last, 0},
            whole ? mention.proclitics : Proclitics{}, words);
  return joined_abd(std::move(words));
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
  return joined_abd(std::move(words));
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

bool is_rest(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  constexpr std::size_t kMostBefore = 2;
  return !part.empty() && part.size() < whole.size() && whole.size() - part.size() <= kMostBefore &&
         std::equal(part.rbegin(), part.rend(), whole.rbegin());
}

bool same_full_name(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.size() < 2 || b.size() < 2) return false;
  if (a.size() >= kSureBegin && is_prefix(a, b)) return true;
  if (b.size() >= kSureBegin && is_prefix(b, a)) return true;
  if (a.front() != b.front() || a.back() != b.back()) return false;
  return a.size() < b.size() ? is_subsequence(a, b) : is_subsequence(b, a);
}

bool same_name(EntityType type, const std::vector<std::string>& a,
               const std::vector<std::string>& b) {
  if (a == b) return true;
  switch (type) {
    case EntityType::person:
      return same_full_name(a, b);
    case EntityType::organization:
      return (a.size() >= 2 && is_prefix(a, b)) || (b.size() >= 2 && is_prefix(b, a)) ||
             leaves_out_inner(a, b) || leaves_out_inner(b, a);
    case EntityType::topic:
      return (a.size() >= 2 && is_prefix(a, b)) || (b.size() >= 2 && is_prefix(b, a));
    default:
      return false;
  }
}

int short_fit(EntityType type, const std::vector<std::string>& part,
              const std::vector<std::string>& whole) {
  constexpr int kFather = 1, kSure = 2;
  if (part.empty() || whole.empty() || !is_subsequence(part, whole)) return 0;
  if (type != EntityType::person) return part.front() == whole.front() ? kSure : 0;
  if (part.back() != whole.back()) return 0;
  const bool is_fathers = part.size() == 1 && whole.size() > 2 && whole[whole.size() - 2] == kBin;
  return is_fathers ? kFather : kSure;
}

}  // namespace rawabit

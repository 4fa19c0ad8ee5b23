#include "lexicon/forms.h"

#include "text/fold_table.h"
#include "text/letters.h"

namespace rawabit {
namespace {

/// Can `token` take the article? Words that have it as written cannot; an alef with hamza is the
/// word's own letter, though it folds to the article's.
bool takes_article(const Token& token, std::string_view form) {
  if (token.kind != TokenKind::word || slice(form, token.span).starts_with(kArticle)) return false;
  const char32_t first = decode(slice(form, token.span), 0).code;
  return first >= 0x0600 && first < 0x0700;
}

}  // namespace

/// The form with the article before its first `words` tokens, where they can take it.
void FormCompiler::put(CompiledForm& compiled, std::string_view form, std::size_t words) {
  compiled.folded.clear();
  compiled.hashes.clear();
  for (std::size_t i = 0; i < text_.tokens.size(); ++i) {
    const Token& token = text_.tokens[i];
    if (i > 0 && token.spaced) compiled.folded += ' ';
    if (i < words && takes_article(token, form)) {
      const std::size_t begin = compiled.folded.size();
      compiled.folded += kArticle;
      compiled.folded += text_.form(token);
      compiled.hashes.push_back(token_hash(std::string_view(compiled.folded).substr(begin)));
    } else {
      compiled.folded += text_.form(token);
      compiled.hashes.push_back(token.hash);
    }
  }
}

std::span<const CompiledForm> FormCompiler::compile(std::string_view form,
                                                    std::string_view article) {
  tokenize(form, text_);
  put(forms_[0], form, 0);
  if (article != "both" && article != "all") return std::span(forms_).first(1);
  put(forms_[1], form, article == "all" ? text_.tokens.size() : 1);
  return std::span(forms_).first(forms_[1].folded == forms_[0].folded ? 1 : 2);
}

/// Each word that has the article is written to the one before it: "the United" + "the Nations".
const CompiledForm& FormCompiler::compile_glued(std::string_view form) {
  glued_.folded.clear();
  glued_.hashes.clear();
  std::size_t word = 0;  // where the current one begins
  const auto end_word = [&] {
    glued_.hashes.push_back(token_hash(std::string_view(glued_.folded).substr(word)));
  };
  for (std::size_t i = 0; i < text_.tokens.size(); ++i) {
    const Token& token = text_.tokens[i];
    const bool joins =
        i > 0 && token.kind == TokenKind::word && slice(form, token.span).starts_with(kArticle);
    if (i > 0 && !joins) {
      end_word();
      glued_.folded += ' ';
      word = glued_.folded.size();
    }
    glued_.folded += text_.form(token);
  }
  if (!text_.tokens.empty()) end_word();
  if (glued_.hashes.size() == text_.tokens.size()) glued_.hashes.clear();
  return glued_;
}

std::string single_spaced(std::string_view folded) {
  std::string result;
  for (std::size_t i = 0; i < folded.size();) {
    const DecodedChar c = decode(folded, i);
    const CharClass cls = folded_class(c.code);
    if (cls != CharClass::space && cls != CharClass::line_break) {
      result.append(folded, i, c.width);
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
    i += c.width;
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

}  // namespace rawabit

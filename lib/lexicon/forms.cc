#include "lexicon/forms.h"

#include "text/fold_table.h"

namespace rawabit {
namespace {

constexpr std::string_view kArticle = "\xD8\xA7\xD9\x84";  // U+0627 U+0644, folded and plain

/// Can `token` take the article? Words that have it as written cannot; an alef with hamza is the
/// word's own letter, though it folds to the article's.
bool takes_article(const Token& token, std::string_view form) {
  if (token.kind != TokenKind::word || slice(form, token.span).starts_with(kArticle)) return false;
  const char32_t first = decode(slice(form, token.span), 0).code;
  return first >= 0x0600 && first < 0x0700;
}

/// The form with the article before its first `words` tokens, where they can take it.
CompiledForm with_article(const TokenizedText& text, std::string_view form, std::size_t words) {
  CompiledForm compiled;
  compiled.hashes.reserve(text.tokens.size());
  for (std::size_t i = 0; i < text.tokens.size(); ++i) {
    const Token& token = text.tokens[i];
    if (i > 0 && token.spaced) compiled.folded += ' ';
    if (i < words && takes_article(token, form)) {
      const std::string word = std::string(kArticle) + std::string(text.form(token));
      compiled.folded += word;
      compiled.hashes.push_back(token_hash(word));
    } else {
      compiled.folded += text.form(token);
      compiled.hashes.push_back(token.hash);
    }
  }
  return compiled;
}

/// The form with each word that has the article written to the one before it, as archives do that
/// lose spaces: "the United" + "the Nations". Empty where no word does.
CompiledForm glued(const TokenizedText& text, std::string_view form) {
  std::vector<std::string> words;
  for (const Token& token : text.tokens) {
    const bool joins = !words.empty() && token.kind == TokenKind::word &&
                       slice(form, token.span).starts_with(kArticle);
    if (joins) {
      words.back() += text.form(token);
    } else {
      words.emplace_back(text.form(token));
    }
  }
  CompiledForm compiled;
  if (words.size() == text.tokens.size()) return compiled;
  for (const std::string& word : words) {
    if (!compiled.folded.empty()) compiled.folded += ' ';
    compiled.folded += word;
    compiled.hashes.push_back(token_hash(word));
  }
  return compiled;
}

}  // namespace

CompiledForm FormCompiler::compile_glued(std::string_view form) {
  tokenize(form, text_);
  return glued(text_, form);
}

std::vector<CompiledForm> FormCompiler::compile(std::string_view form, std::string_view article) {
  tokenize(form, text_);
  std::vector<CompiledForm> forms;
  forms.reserve(2);
  forms.push_back(with_article(text_, form, 0));
  if (article != "both" && article != "all") return forms;
  CompiledForm definite = with_article(text_, form, article == "all" ? text_.tokens.size() : 1);
  if (definite.folded != forms[0].folded) forms.push_back(std::move(definite));
  return forms;
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

#include "render/article_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "render/markup.h"
#include "render/placed_mentions.h"
#include "tokens/tokens.h"

namespace rawabit {
namespace {

/// How many code points begin before each byte.
std::vector<std::size_t> code_points_before(std::string_view text) {
  std::vector<std::size_t> before(text.size() + 1);
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    before[i] = count;
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) ++count;
  }
  before[text.size()] = count;
  return before;
}

/// The longest mentions, none of which overlap.
std::vector<PlacedMention> outermost(const std::vector<PlacedMention>& mentions) {
  std::vector<PlacedMention> outer;
  for (const PlacedMention& mention : mentions) {
    if (outer.empty() || mention.span.begin >= outer.back().span.end) outer.push_back(mention);
  }
  return outer;
}

/// The lines of one token: in two where a mention begins inside it.
void add_token(std::string_view text, Span<Decoded> token, const std::vector<PlacedMention>& outer,
               std::string& out) {
  const auto found =
      std::ranges::find_if(outer, [&](const PlacedMention& m) { return m.span.overlaps(token); });
  if (found == outer.end()) {
    out += fmt::format("{}\tO\n", slice(text, token));
    return;
  }
  std::uint32_t begin = token.begin;
  if (found->span.begin > begin) {
    out += fmt::format("{}\tO\n", slice(text, Span<Decoded>{begin, found->span.begin}));
    begin = found->span.begin;
  }
  out += fmt::format("{}\t{}-{}\n", slice(text, Span<Decoded>{begin, token.end}),
                     begin == found->span.begin ? 'B' : 'I', label_of(*found->entity));
}

}  // namespace

BratFiles to_brat(const Annotation& annotation) {
  BratFiles files{annotation.text, {}};
  const std::vector<std::size_t> points = code_points_before(annotation.text);
  std::map<int, std::size_t> first_mention;
  std::size_t number = 0;
  for (const PlacedMention& mention : place_mentions(annotation)) {
    ++number;
    first_mention.try_emplace(mention.entity->id, number);
    files.annotations += fmt::format("T{}\t{} {} {}\t{}\n", number, label_of(*mention.entity),
                                     points[mention.span.begin], points[mention.span.end],
                                     plain_text(slice(annotation.text, mention.span)));
  }
  number = 0;
  for (const Relation& relation : annotation.relations) {
    const auto subject = first_mention.find(relation.subject);
    const auto object = first_mention.find(relation.object);
    if (subject == first_mention.end() || object == first_mention.end()) continue;
    ++number;
    files.annotations += fmt::format("R{}\t{} Arg1:T{} Arg2:T{}\n", number,
                                     name_of(relation.predicate), subject->second, object->second);
    if (relation.modality != Modality::asserted) {
      files.annotations +=
          fmt::format("#{0}\tAnnotatorNotes R{0}\t{1}\n", number, name_of(relation.modality));
    }
  }
  return files;
}

std::string to_conll(const Annotation& annotation) {
  const std::vector<PlacedMention> outer = outermost(place_mentions(annotation));
  std::string out = fmt::format("-DOCSTART-\tO\t{}\n\n", plain_text(annotation.id));
  for (const Span<Decoded>& sentence : place_sentences(annotation)) {
    const std::string_view text = slice(annotation.text, sentence);
    for (const Token& token : tokenize(text).tokens) {
      add_token(annotation.text,
                {sentence.begin + token.span.begin, sentence.begin + token.span.end}, outer, out);
    }
    out += '\n';
  }
  return out;
}

}  // namespace rawabit

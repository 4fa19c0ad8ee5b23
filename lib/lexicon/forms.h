// The ways in which an entry may stand in a text: each of its forms, with and without the article
// as the manifest says.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tokens/tokens.h"

namespace rawabit {

/// A form as it is matched: its tokens' hashes, and its folded words one space apart.
struct CompiledForm {
  std::string folded;
  std::vector<std::uint64_t> hashes;
};

/// Compiles many forms in the same memory: what it gives holds until it is asked for the next form.
class FormCompiler {
 public:
  /// `article` is as-is, both or all. The form itself comes first.
  std::span<const CompiledForm> compile(std::string_view form, std::string_view article);
  /// The form compiled last as archives write it that lose the space before the article; no hashes
  /// where it has no such space. `form` is that form.
  const CompiledForm& compile_glued(std::string_view form);

 private:
  void put(CompiledForm& compiled, std::string_view form, std::size_t words);

  TokenizedText text_;
  std::array<CompiledForm, 2> forms_;
  CompiledForm glued_;
};

/// Folded text with its words one space apart and none at the ends.
[[nodiscard]] std::string single_spaced(std::string_view folded);

}  // namespace rawabit

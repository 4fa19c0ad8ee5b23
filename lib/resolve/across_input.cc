#include "resolve/across_input.h"

#include "text/fold.h"

namespace rawabit {

NamePool::NamePool() { add(""); }

NameId NamePool::add(std::string_view text) {
  if (const auto found = ids_.find(text); found != ids_.end()) return found->second;
  const auto id = static_cast<NameId>(texts_.size());
  const auto added = ids_.emplace(std::string(text), id).first;
  texts_.push_back(&added->first);
  keys_.push_back(name_key(text));
  return id;
}

}  // namespace rawabit

// Reported speech: who says what the words of a relation say.
//
// Takes an article after the cascade, in which rules/speech.rules has marked verbs of saying with
// their subjects; gives each relation that begins in what somebody says its speaker, a mention.
// SPEECH speaks until the next mark or the end of the sentence; SPEECH_ON goes on with the speaker
// before, of the same sentence or a few earlier, SPEECH_ALONG with the one of the same sentence;
// SPEECH_BEHIND tells of what stands before it.
#pragma once

#include "rules/class_table.h"
#include "rules/parse.h"

namespace rawabit {

void set_speakers(Parse& parse, const ClassTable& classes);

/// The mention that a mark of speech stands for: a person, else a title (whoever holds it), else a
/// body. Nothing where there are several of a kind.
[[nodiscard]] std::optional<std::uint32_t> speaker_of(const Parse& parse, const Node& mark);

}  // namespace rawabit

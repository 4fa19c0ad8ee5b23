// Reported speech: who is quoted for what.
#include <catch2/catch.hpp>

#include "pipeline.h"

namespace rawabit {
namespace {

const Pipeline& pipeline() {
  static const Result<Pipeline> loaded =
      Pipeline::load({{RAWABIT_SOURCE_DIR "/gazetteers"}, {RAWABIT_SOURCE_DIR "/rules"}});
  if (!loaded) FAIL(loaded.error().text());
  return *loaded;
}

/// Whom the text quotes for the first relation of that predicate; "-": nobody; "": no relation.
std::string speaker_in(const std::string& text, Predicate predicate) {
  RawDocument document;
  document.id = "try";
  document.bytes = text;
  const Result<Annotation> annotation = pipeline().annotate(document);
  if (!annotation) FAIL(annotation.error().text());
  for (const Relation& relation : annotation->relations) {
    if (relation.predicate != predicate) continue;
    const int speaker = relation.evidence.front().speaker;
    if (speaker == 0) return "-";
    return annotation->entities[static_cast<std::size_t>(speaker) - 1].name;
  }
  return "";
}

struct Quoted {
  const char* text;
  Predicate predicate;
  const char* speaker;
};

const Quoted kQuoted[] = {
    {"وقال الدكتور محمد العلي أمس إن قطر وقعت اتفاقية تعاون مع الكويت.",
     Predicate::signed_agreement, "محمد العلي"},
    {"أكدت وزارة العدل القطرية أن السودان وقع اتفاقية تعاون مع الكويت.",
     Predicate::signed_agreement, "وزارة العدل القطرية"},
    {"وكان محمد العلي قد قال إن قطر وقعت اتفاقية تعاون مع الكويت.", Predicate::signed_agreement,
     "محمد العلي"},
    // Whoever spoke before goes on.
    {"وقال محمد العلي إن العمل مستمر. وأضاف أن قطر وقعت اتفاقية تعاون مع الكويت.",
     Predicate::signed_agreement, "محمد العلي"},
    {"وقال محمد العلي إن العمل مستمر، مشيرا إلى أن قطر وقعت اتفاقية تعاون مع الكويت.",
     Predicate::signed_agreement, "محمد العلي"},
    // Known by his title.
    {"زار الدوحة وزير العدل محمد العلي. وقال وزير العدل إن قطر وقعت اتفاقية تعاون مع الكويت.",
     Predicate::signed_agreement, "محمد العلي"},
    // Told behind.
    {"وقعت قطر اتفاقية تعاون مع الكويت، بحسب ما قال محمد العلي.", Predicate::signed_agreement,
     "محمد العلي"},
    {"ونقلت وكالة الأنباء القطرية عن محمد العلي أن السودان وقع اتفاقية تعاون مع الكويت.",
     Predicate::signed_agreement, "محمد العلي"},
    // Another sentence's speaker says neither this, nor what nobody says.
    {"وقال محمد العلي إن العمل مستمر. وانتهى اللقاء مؤكدا أن قطر وقعت اتفاقية تعاون مع الكويت.",
     Predicate::signed_agreement, "-"},
    {"وقال محمد العلي إن العمل مستمر. يذكر أن قطر وقعت اتفاقية تعاون مع الكويت.",
     Predicate::signed_agreement, "-"},
    // What he is, and what the article says itself, nobody says.
    {"وقال الدكتور محمد العلي أمس إن قطر وقعت اتفاقية تعاون مع الكويت.", Predicate::has_title, "-"},
    {"وقعت قطر اتفاقية تعاون مع الكويت.", Predicate::signed_agreement, "-"},
    {"وقعت قطر اتفاقية تعاون مع الكويت. وقال محمد العلي إن العمل مستمر.",
     Predicate::signed_agreement, "-"},
};

TEST_CASE("who is quoted") {
  for (const Quoted& quoted : kQuoted) {
    CAPTURE(quoted.text);
    CHECK(speaker_in(quoted.text, quoted.predicate) == quoted.speaker);
  }
}

}  // namespace
}  // namespace rawabit

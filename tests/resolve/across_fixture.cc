#include "across_fixture.h"

#include "text/fold.h"

namespace rawabit {

AcrossInput input_of(const std::vector<SaidArticle>& articles) {
  AcrossInput input;
  std::uint32_t document = 0;
  for (const SaidArticle& article : articles) {
    const auto first = static_cast<std::uint32_t>(input.entities.size());
    for (const SaidEntity& said : article.entities) {
      LocalEntity entity;
      entity.id = static_cast<std::int64_t>(input.entities.size()) + 1;
      entity.document = document;
      entity.type = said.type;
      entity.kind = said.kind;
      entity.name = input.names.add(said.names.front());
      entity.iso = input.names.add(said.iso);
      entity.first_use = static_cast<std::uint32_t>(input.uses.size());
      for (const std::string& name : said.names) input.uses.push_back({input.names.add(name), 1});
      entity.last_use = static_cast<std::uint32_t>(input.uses.size());
      input.entities.push_back(entity);
    }
    for (const SaidRelation& said : article.relations) {
      LocalRelation relation;
      relation.id = static_cast<std::int64_t>(input.relations.size()) + 1;
      relation.subject = first + static_cast<std::uint32_t>(said.subject);
      relation.object = first + static_cast<std::uint32_t>(said.object);
      relation.predicate = said.predicate;
      input.relations.push_back(relation);
    }
    input.articles.push_back(std::to_string(++document));
  }
  return input;
}

KnownNames few_known_names() {
  KnownNames known;
  const auto country = EntityType::country;
  known.add({"country:AE",
             country,
             "United Arab Emirates",
             {"الإمارات", "دولة الإمارات العربية المتحدة"},
             {"إماراتي", "إماراتية"},
             {{"iso2", "AE"}}});
  known.add({"country:MA",
             country,
             "Morocco",
             {"المغرب", "المملكة"},
             {"مغربي", "مغربية"},
             {{"iso2", "MA"}}});
  known.add(
      {"country:SA", country, "Saudi Arabia", {"السعودية", "المملكة"}, {"سعودي", "سعودية"}, {}});
  known.add({"country:LB", country, "Lebanon", {"لبنان"}, {"لبناني"}, {}});
  known.add({"country:LY", country, "Libya", {"ليبيا"}, {"ليبي"}, {}});
  known.add({"geonames:2210247", EntityType::city, "Tripoli", {"طرابلس"}, {}, {{"country", "LY"}}});
  known.add({"geonames:266826", EntityType::city, "Tripoli", {"طرابلس"}, {}, {{"country", "LB"}}});
  known.add({"geonames:292968",
             EntityType::city,
             "Abu Dhabi",
             {"أبوظبي", "أبو ظبي"},
             {},
             {{"country", "AE"}}});
  known.add({"org:interpol",
             EntityType::organization,
             "INTERPOL",
             {"الإنتربول", "المنظمة الدولية للشرطة الجنائية", "منظمة الإنتربول"},
             {},
             {}});
  known.add(
      {"org:alqaeda", EntityType::organization, "Al-Qaeda", {"تنظيم القاعدة", "القاعدة"}, {}, {}});
  for (const char* letter : {"ج", "غ"}) known.alike_letters().add_sound(letter, 1);
  for (const char* letter : {"س", "ص"}) known.alike_letters().add_sound(letter, 2);
  for (const char* letter : {"ا", "و", "ي"}) known.alike_letters().add_vowel(letter);
  for (const char* name : {"سلمان", "سليمان", "خالد"}) known.add_native_name(name);
  known.add({"org:gcc",
             EntityType::organization,
             "GCC",
             {"مجلس التعاون لدول الخليج العربية", "مجلس التعاون الخليجي", "مجلس التعاون"},
             {},
             {}});
  known.add(
      {"topic:terrorism", EntityType::topic, "terrorism", {"مكافحة الإرهاب", "الإرهاب"}, {}, {}});
  known.add_common(name_key("وزارة"), true);
  for (const char* name : {"مجلس الوزراء", "الأمن العام"}) known.add_common(name_key(name), false);
  for (const char* name : {"المجلس", "الأمانة العامة", "الحكومة", "القاعدة", "المركز"}) {
    known.add_short_form(name_key(name));
  }
  known.add_ordinal(name_key("الرابع"), 4);
  known.add_ordinal(name_key("الخامس"), 5);
  known.add_ordinal(name_key("السابعة والثلاثون"), 37);
  known.add_ordinal(name_key("السابعة والثلاثين"), 37);
  for (const char* noun : {"الاجتماع", "اللقاء"}) known.add_meeting_noun(name_key(noun), "meeting");
  known.add_meeting_noun(name_key("الزيارة"), "visit");
  known.add_counter(name_key("مكافحة"), false);
  known.add_counter(name_key("التصدي"), true);
  for (const char* word : {"عبد", "آل", "أبو", "دي"}) known.add_name_prefix(fold(word));
  known.add_name_suffix(fold("الدين"));
  known.add_descent(fold("بن"));
  return known;
}

bool are_one(const std::vector<SaidArticle>& articles, std::size_t a, std::size_t b) {
  const AcrossInput input = input_of(articles);
  const Clusters clusters = resolve_across(input, few_known_names());
  const std::size_t second = articles[0].entities.size() + b;
  return clusters.find(static_cast<std::uint32_t>(a)) ==
         clusters.find(static_cast<std::uint32_t>(second));
}

}  // namespace rawabit

// The seeds' gold annotations as a graph: who is who across the five articles.
#include "load.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "store/digest.h"

namespace rawabit {
namespace {

const std::string kGold = RAWABIT_SOURCE_DIR "/../shared/seeds/gold_annotations.jsonl";

/// The graph of the gold annotations, in memory; nothing where they are not there.
std::optional<Store> gold_graph(unsigned threads) {
  if (!std::filesystem::exists(kGold)) {
    WARN("no " + kGold + ": skipped");
    return std::nullopt;
  }
  Result<Lexicon> lexicon = Lexicon::load({RAWABIT_SOURCE_DIR "/gazetteers"});
  if (!lexicon) FAIL(lexicon.error().text());
  Result<Store> store = Store::create(":memory:");
  if (!store) FAIL(store.error().text());
  IngestOptions options;
  options.command = "load";
  options.fingerprint = "f";
  options.threads = threads;
  Result<IngestReport> report = load(*store, *lexicon, {kGold}, {}, options);
  if (!report) FAIL(report.error().text());
  CHECK(report->added == 5);
  return std::move(*store);
}

std::int64_t count(Store& store, const std::string& sql) {
  const Result<std::int64_t> number = store.db().integer(sql);
  if (!number) FAIL(number.error().text());
  return *number;
}

/// How many entities have one of the names.
std::int64_t entities_named(Store& store, const std::vector<std::string>& names) {
  std::string keys;
  for (const std::string& name : names)
    keys += (keys.empty() ? "" : ",") + ("name_key('" + name + "')");
  return count(store, "SELECT count(DISTINCT entity) FROM names WHERE key IN (" + keys + ")");
}

TEST_CASE("entities of several seed articles are one") {
  std::optional<Store> store = gold_graph(2);
  if (!store) return;
  const std::vector<std::vector<std::string>> one = {
      {"هزاع بن مبارك الهاجري", "هزاع الهاجري"},
      {"الانتربول", "المنظمة الدولية للشرطة الجنائية", "الأنتربول"},
      {"مجلس التعاون لدول الخليج العربية", "مجلس التعاون الخليجي", "مجلس التعاون"},
      {"مكتب الأمم المتحدة المعني بالمخدرات والجريمة"},
      {"مركز المعلومات الجنائية لمكافحة المخدرات", "مركز المعلومات الجنائية ومكافحة المخدرات"},
      {"الأمانة العامة لمجلس التعاون", "الامانة العامة لدول التعاون"},
      {"أبوظبي", "ابو ظبي"},
      {"المغرب"}};
  for (const std::vector<std::string>& names : one) {
    INFO(names.front());
    CHECK(entities_named(*store, names) == 1);
  }
  const std::vector<std::vector<std::string>> two = {
      {"وزارة الداخلية", "وزارة الداخلية المغربية"},
      {"مجلس وزراء الداخلية", "مجلس وزراء الداخلية العرب"}};
  for (const std::vector<std::string>& names : two) {
    INFO(names.front());
    CHECK(entities_named(*store, names) == 2);
  }
}

TEST_CASE("cities have their countries, from the gazetteer or the article") {
  std::optional<Store> store = gold_graph(1);
  if (!store) return;
  CHECK(count(*store, "SELECT count(*) FROM entities WHERE type = 'city'") ==
        count(*store, "SELECT count(*) FROM city_country"));
  CHECK(count(*store, "SELECT count(*) FROM city_country WHERE origin = 'text'") == 1);
}

TEST_CASE("without the articles' texts the sentences are unknown") {
  std::optional<Store> store = gold_graph(1);
  if (!store) return;
  CHECK(count(*store, "SELECT count(*) FROM proof WHERE sentence IS NOT NULL") == 0);
  CHECK(count(*store, "SELECT count(*) FROM proof") > 100);
}

}  // namespace
}  // namespace rawabit

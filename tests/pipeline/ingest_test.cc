// Many threads, one writer: the same database whatever their number, and whole articles only.
#include "ingest.h"

#include <stdlib.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <thread>

#include "base/ordered_queue.h"
#include "load.h"
#include "store/digest.h"

namespace rawabit {
namespace {

class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    std::string pattern = std::filesystem::temp_directory_path().string() + "/rawabit-test-XXXXXX";
    path_ = mkdtemp(pattern.data());
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  ~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] std::string file(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

/// A gazetteer of one city, which is all that these tests need.
Lexicon small_lexicon(const TemporaryDirectory& directory) {
  std::ofstream(directory.file("lists.tsv"))
      << "cities.tsv\tentities\tCITY\tcity\tas-is\tar\tnobody\tApache-2.0\tcities\n"
      << "countries.tsv\tentities\tCOUNTRY\tcountry\tas-is\tar\tnobody\tApache-2.0\tcountries\n";
  std::ofstream(directory.file("cities.tsv")) << "geonames:292968\tAbu Dhabi\tأبوظبي\tcountry=AE\n";
  std::ofstream(directory.file("countries.tsv")) << "country:AE\tEmirates\tالإمارات\tiso2=AE\n";
  Result<Lexicon> lexicon =
      Lexicon::load({std::filesystem::path(directory.file("x")).parent_path()});
  if (!lexicon) FAIL(lexicon.error().text());
  return std::move(*lexicon);
}

Annotation article(int number) {
  Annotation annotation;
  annotation.id = "article" + std::to_string(number);
  annotation.path = "news/" + annotation.id + ".txt";
  annotation.text = "أبوظبي";
  annotation.entities.push_back(
      {1, EntityType::city, TitleKind::none, "أبوظبي", "", {{{0, 12}, "أبوظبي", "", ""}}});
  annotation.entities.push_back({2,
                                 EntityType::person,
                                 TitleKind::none,
                                 "محمد العايش " + std::to_string(number % 7),
                                 "",
                                 {{{0, 2}, "x", "", ""}}});
  annotation.relations.push_back(
      {2, Predicate::works_for, 1, Modality::asserted, Origin::text, {{{0, 12}, "test", 1.0}}});
  return annotation;
}

/// `count` articles; those whose number `fails` fail.
JobSource articles(int count, int fails = -1) {
  return [count, fails, next = 0]() mutable -> std::optional<Job> {
    if (next == count) return std::nullopt;
    const int number = next++;
    return Job([number, fails](const KnownArticles& before) -> Outcome {
      Annotation annotation = article(number);
      if (number == fails) {
        return FailedArticle{annotation.id, annotation.path, "", "", "broken"};
      }
      const auto known = before.find(annotation.id);
      if (known != before.end() && !known->second.failed && known->second.content_hash == "h") {
        return UnchangedArticle{annotation.id, annotation.path};
      }
      return make_record(std::move(annotation), "h", "f");
    });
  };
}

IngestReport run(const std::string& path, const Lexicon& lexicon, const JobSource& source,
                 const IngestOptions& options) {
  Result<Store> store = Store::create(path);
  if (!store) FAIL(store.error().text());
  Result<IngestReport> report = ingest(*store, lexicon, source, options);
  if (!report) FAIL(report.error().text());
  return *report;
}

std::string digest_of(const std::string& path) {
  Result<Store> store = Store::open(path);
  if (!store) FAIL(store.error().text());
  return *digest(*store);
}

IngestOptions with_threads(unsigned threads) {
  IngestOptions options;
  options.fingerprint = "f";
  options.threads = threads;
  return options;
}

TEST_CASE("one, two or eight threads") {
  const TemporaryDirectory directory;
  const Lexicon lexicon = small_lexicon(directory);
  std::string first;
  for (const unsigned threads : {1U, 2U, 8U}) {
    const std::string path = directory.file(std::to_string(threads) + ".db");
    const IngestReport report = run(path, lexicon, articles(500), with_threads(threads));
    CHECK(report.added == 500);
    CHECK(report.resolved);
    if (first.empty()) first = digest_of(path);
    CHECK(digest_of(path) == first);
  }
}

TEST_CASE("a second run leaves unchanged articles, tries failed ones again") {
  const TemporaryDirectory directory;
  const Lexicon lexicon = small_lexicon(directory);
  const std::string path = directory.file("graph.db");
  const IngestReport first = run(path, lexicon, articles(9, 4), with_threads(2));
  CHECK(first.added == 8);
  REQUIRE(first.failed == 1);
  CHECK(first.errors.front().text() == "news/article4.txt: broken");
  const IngestReport second = run(path, lexicon, articles(10), with_threads(2));
  CHECK(second.unchanged == 8);
  CHECK(second.changed == 1);
  CHECK(second.added == 1);
  run(directory.file("whole.db"), lexicon, articles(10), with_threads(1));
  CHECK(digest_of(path) == digest_of(directory.file("whole.db")));
}

TEST_CASE("a run that is stopped leaves whole articles, and the next completes it") {
  const TemporaryDirectory directory;
  const Lexicon lexicon = small_lexicon(directory);
  const std::string path = directory.file("graph.db");
  std::stop_source stop;
  IngestOptions options = with_threads(2);
  options.stop = stop.get_token();
  options.progress = [&](const IngestProgress& progress) {
    if (progress.done == 20) stop.request_stop();
  };
  const IngestReport report = run(path, lexicon, articles(2000), options);
  CHECK(report.interrupted);
  CHECK_FALSE(report.resolved);
  CHECK(report.added >= 20);
  CHECK(report.added < 2000);
  run(path, lexicon, articles(2000), with_threads(2));
  run(directory.file("whole.db"), lexicon, articles(2000), with_threads(2));
  CHECK(digest_of(path) == digest_of(directory.file("whole.db")));
}

TEST_CASE("removed articles are pruned below the paths that were named, and only there") {
  const TemporaryDirectory directory;
  const Lexicon lexicon = small_lexicon(directory);
  const std::string path = directory.file("graph.db");
  run(path, lexicon, articles(5), with_threads(1));
  IngestOptions options = with_threads(1);
  options.prune_below = {"new"};
  CHECK(run(path, lexicon, articles(3), options).removed == 0);
  options.prune_below = {"./news/"};
  CHECK(run(path, lexicon, articles(3), options).removed == 2);
  run(directory.file("whole.db"), lexicon, articles(3), with_threads(1));
  CHECK(digest_of(path) == digest_of(directory.file("whole.db")));
}

TEST_CASE("two articles of one name in a run") {
  const TemporaryDirectory directory;
  const Lexicon lexicon = small_lexicon(directory);
  int next = 0;
  const JobSource source = [&]() -> std::optional<Job> {
    if (next == 2) return std::nullopt;
    return Job([number = next++](const KnownArticles&) -> Outcome {
      Annotation annotation = article(1);
      annotation.path = number == 0 ? "a/article1.txt" : "b/article1.txt";
      return make_record(std::move(annotation), "h", "f");
    });
  };
  const IngestReport report = run(directory.file("graph.db"), lexicon, source, with_threads(2));
  CHECK(report.added == 1);
  REQUIRE(report.errors.size() == 1);
  CHECK(report.errors.front().text() ==
        "b/article1.txt: an article of the name article1 was read before, from a/article1.txt");
}

TEST_CASE("items come out in order, and waiting ones are few") {
  OrderedQueue<int> queue(4);
  std::atomic<int> put = 0;
  std::jthread even([&] {
    for (std::size_t i = 0; i < 100; i += 2) put += queue.put(i, static_cast<int>(i)) ? 1 : 0;
  });
  std::jthread odd([&] {
    for (std::size_t i = 1; i < 100; i += 2) put += queue.put(i, static_cast<int>(i)) ? 1 : 0;
    queue.end(100);
  });
  int expected = 0;
  while (const std::optional<int> item = queue.take()) {
    CHECK(*item == expected++);
    CHECK(put <= expected + 5);
  }
  CHECK(expected == 100);
  queue.cancel();
  CHECK_FALSE(queue.put(1000, 0));
}

TEST_CASE("a fingerprint changes with any file, not with where it lies") {
  const TemporaryDirectory one, two;
  for (const TemporaryDirectory* directory : {&one, &two}) {
    std::ofstream(directory->file("a.tsv")) << "x\n";
  }
  const std::string root_one = std::filesystem::path(one.file("a")).parent_path();
  const std::string root_two = std::filesystem::path(two.file("a")).parent_path();
  const std::string before = *fingerprint_of({root_one});
  CHECK(*fingerprint_of({root_two}) == before);
  std::ofstream(one.file("a.tsv")) << "y\n";
  CHECK(*fingerprint_of({root_one}) != before);
  CHECK_FALSE(fingerprint_of({root_one + "/missing"}).ok());
}

}  // namespace
}  // namespace rawabit

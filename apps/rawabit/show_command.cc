// rawabit show NAME: all that the graph says of one entity.
#include <memory>

#include "commands.h"
#include "render/entity_card.h"
#include "store/store.h"
#include "terminal.h"

namespace rawabit {
namespace {

struct Options {
  std::string name;
  std::string database = "graph.db";
};

ExitCode show(const Globals& globals, const Options& options) {
  Result<Store> store = Store::open(options.database);
  if (!store) return report(store.error());
  const auto cards = read_entity_cards(store->db(), options.name);
  if (!cards && cards.error().kind == Error::Kind::usage) {
    report(cards.error());
    return ExitCode::no;
  }
  if (!cards) return report(cards.error());
  Output output;
  const Status written =
      output.write(globals.json ? cards_as_json(*cards) + "\n" : cards_as_text(*cards));
  return written ? ExitCode::done : report(written.error());
}

}  // namespace

void add_show(CommandLine& line) {
  const auto options = std::make_shared<Options>();
  CLI::App* const command =
      add_command(line, "show", "all that the graph says of one entity, with the sentences",
                  "rawabit show INTERPOL --db graph.db",
                  [&line, options] { return show(line.globals, *options); });
  command->add_option("name", options->name, "one of its names, in any spelling")
      ->required()
      ->type_name("ENTITY");
  add_database_option(*command, options->database);
}

}  // namespace rawabit

// The commands of the program, one file each: every function adds a command to the command line,
// with its options, its help and an example.
#pragma once

#include "command_line.h"

namespace rawabit {

void add_annotate(CommandLine& line);
void add_ask(CommandLine& line);
void add_cases(CommandLine& line);
void add_check(CommandLine& line);
void add_completion(CommandLine& line);
void add_diff(CommandLine& line);
void add_digest(CommandLine& line);
void add_eval(CommandLine& line);
void add_explain(CommandLine& line);
void add_export(CommandLine& line);
void add_extract(CommandLine& line);
void add_load(CommandLine& line);
void add_man(CommandLine& line);
void add_measures(CommandLine& line);
void add_near(CommandLine& line);
void add_path(CommandLine& line);
void add_review(CommandLine& line);
void add_shared(CommandLine& line);
void add_show(CommandLine& line);
void add_sql(CommandLine& line);
void add_suggest(CommandLine& line);
void add_timeline(CommandLine& line);

}  // namespace rawabit

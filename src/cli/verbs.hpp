/// \file
/// The verbs. Each prints its result and gives the exit code.

#pragma once

#include "cli/arguments.hpp"

namespace dostyk::cli {

[[nodiscard]] int run_validate(const Arguments& arguments);
[[nodiscard]] int run_info(const Arguments& arguments);
[[nodiscard]] int run_describe(const Arguments& arguments);
[[nodiscard]] int run_boundaries(const Arguments& arguments);
[[nodiscard]] int run_render(const Arguments& arguments);
/// Reads commands from standard input, one a line, and answers each with one line.
[[nodiscard]] int run_edit(const Arguments& arguments);
[[nodiscard]] int run_history(const Arguments& arguments);
[[nodiscard]] int run_audit(const Arguments& arguments);
[[nodiscard]] int run_export(const Arguments& arguments);
/// True where an export is about the programme of one meeting.
[[nodiscard]] bool is_programme_export(const Arguments& arguments);
[[nodiscard]] int run_programme_export(const Arguments& arguments);
[[nodiscard]] int run_generate(const Arguments& arguments);
[[nodiscard]] int run_generate_forum(const Arguments& arguments);
[[nodiscard]] int run_merge(const Arguments& arguments);
[[nodiscard]] int run_import(const Arguments& arguments);
/// Import without --format: rows of a foreign file.
[[nodiscard]] int run_import_file(const Arguments& arguments);
/// Import --as layer.
[[nodiscard]] int run_import_layer(const Arguments& arguments);
/// Import --as travel: minutes between venues.
[[nodiscard]] int run_import_travel(const Arguments& arguments);
/// layer add, list and remove.
[[nodiscard]] int run_layer(const Arguments& arguments);
/// Exit code 1 while there are hard conflicts that nobody has accepted.
[[nodiscard]] int run_conflicts(const Arguments& arguments);
/// What one change moves; exit code 1 where no plan was found.
[[nodiscard]] int run_replan(const Arguments& arguments);
/// Plan a meeting; exit code 1 where hard conflicts are left.
[[nodiscard]] int run_schedule(const Arguments& arguments);
/// Keep the programme of a meeting as its next release.
[[nodiscard]] int run_release(const Arguments& arguments);
/// Two versions of a programme: what differs, and whom it concerns.
[[nodiscard]] int run_diff(const Arguments& arguments);
/// Published instances to proof, one verdict a line.
[[nodiscard]] int run_solve(const Arguments& arguments);
[[nodiscard]] int run_template(const Arguments& arguments);

} // namespace dostyk::cli

/// \file
/// What an import says about itself: lines for people, JSON for programs.

#pragma once

#include "cli/arguments.hpp"
#include "cli/console.hpp"
#include "core/language.hpp"
#include "core/result.hpp"
#include "intake/import_draft.hpp"
#include "intake/row_plan.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace dostyk::cli {

struct ImportReport {
    const intake::ImportDraft& draft;
    const intake::RowPlan& plan;
    bool is_dry_run = false;
    std::optional<std::int64_t> rev; ///< Of the step; nothing when nothing was changed.
};

/// True when any column fills a field.
[[nodiscard]] bool has_columns(const intake::ColumnMapping& mapping);

/// Rows and counts to standard output, what is wrong or to be known to standard error.
void say_report(const ImportReport& report, const std::string& project, Language language);

[[nodiscard]] std::string report_json(const ImportReport& report, Language language);

/// Say that a file was not taken, with --json to standard output.
///
/// \returns  The code; exit_usage for what is wrong with the command line.
[[nodiscard]] int refuse(const Error& error, const Arguments& arguments, int code = exit_refused);

} // namespace dostyk::cli

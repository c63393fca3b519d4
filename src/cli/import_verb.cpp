#include "cli/commit_edit.hpp"
#include "cli/console.hpp"
#include "cli/import_report.hpp"
#include "cli/open_project.hpp"
#include "cli/options.hpp"
#include "cli/verbs.hpp"
#include "core/files.hpp"
#include "core/time.hpp"
#include "editor/import_edit.hpp"
#include "intake/import_draft.hpp"
#include "store/sha256.hpp"

#include <filesystem>
#include <system_error>

namespace dostyk::cli {

namespace {

namespace fs = std::filesystem;

Error usage(const char* key, std::string value = {})
{
    return Error{ErrorCode::usage, {key, {{"value", std::move(value)}}}, {}};
}

std::string kind_names()
{
    std::string names;
    for (const model::KindRule& kind : model::kinds()) {
        names += (names.empty() ? "" : ", ") + std::string(kind.name);
    }
    return names;
}

/// What the command line asks for, looked into before the file is opened.
Result<intake::DraftOptions> read_options(const Arguments& arguments)
{
    if (arguments.file.empty() || arguments.into.empty()) {
        return usage("usage.import_file");
    }
    if (std::error_code error; fs::is_directory(arguments.file, error)) {
        return usage("usage.import_folder", arguments.file);
    }
    if (!arguments.as.empty() && model::find_kind(arguments.as) == nullptr) {
        return Error{ErrorCode::usage,
                     {"import.unknown_kind", {{"value", arguments.as}, {"kinds", kind_names()}}},
                     {}};
    }
    intake::DraftOptions options;
    options.kind = arguments.as;
    options.table = arguments.table;
    options.reading.crs = arguments.crs;
    options.meeting = arguments.meeting;
    return options;
}

Result<intake::PlanOptions> plan_options(const Arguments& arguments)
{
    intake::PlanOptions options;
    if (arguments.dates == "day-first") {
        options.dates = intake::DateOrder::day_first;
    } else if (arguments.dates == "month-first") {
        options.dates = intake::DateOrder::month_first;
    } else if (!arguments.dates.empty()) {
        return usage("usage.dates", arguments.dates);
    }
    const auto content = read_file(arguments.file);
    if (!content) {
        return content.error();
    }
    options.source = {fs::path(arguments.file).filename().string(), store::sha256_of(*content),
                      today()};
    return options;
}

/// The draft, with a kind and at least one column that means something.
Result<intake::ImportDraft> read_draft(const Arguments& arguments,
                                       const intake::MappingMemory& memory)
{
    const auto options = read_options(arguments);
    if (!options) {
        return options.error();
    }
    auto draft = intake::open_draft(arguments.file, *options, memory);
    if (!draft) {
        return draft;
    }
    const std::string name = draft->file.filename().string();
    if (draft->mapping.kind.empty()) {
        return Error{ErrorCode::unsupported, {"import.kind_unknown", {{"file", name}}}, {}};
    }
    if (!has_columns(draft->mapping)) {
        return Error{ErrorCode::unsupported,
                     {"import.no_columns", {{"file", name}, {"kind", draft->mapping.kind}}},
                     {}};
    }
    return draft;
}

} // namespace

int run_import_file(const Arguments& arguments)
{
    if (arguments.as == "layer" && !arguments.file.empty() && !arguments.into.empty()) {
        return run_import_layer(arguments);
    }
    if (arguments.as == "travel" && !arguments.file.empty() && !arguments.into.empty()) {
        return run_import_travel(arguments);
    }
    intake::MappingMemory memory(intake::mapping_memory_file());
    const auto draft = read_draft(arguments, memory);
    if (!draft) {
        return refuse(draft.error(), arguments);
    }
    const auto options = plan_options(arguments);
    if (!options) {
        return refuse(options.error(), arguments);
    }
    Diagnostics diagnostics;
    const auto project =
        read_project(arguments.into, Source::latest, arguments.language, diagnostics);
    if (!project) {
        return refuse(project.error(), arguments);
    }
    const auto map = open_base_map();
    const model::UnitNames units = map ? unit_names_of(*map) : model::UnitNames{};
    const intake::RowPlan plan =
        intake::plan_rows(draft->table(), draft->mapping, project->project, units, *options);
    const bool is_whole = !is_schedule(*draft) || plan.count(intake::Verdict::refused) == 0;
    ImportReport report{*draft, plan, arguments.is_dry_run || !is_whole, {}};
    if (!arguments.is_dry_run && plan.has_effect() && is_whole) {
        const auto rev = commit_edit(
            arguments.into, [&](store::Rows& rows) { return editor::import_edit(plan, rows); },
            arguments.language);
        if (!rev) {
            return refuse(rev.error(), arguments);
        }
        report.rev = *rev;
        if (const Status kept = memory.keep(draft->table(), draft->mapping); !kept) {
            complain(text_of(kept.error(), arguments.language)); // the next one is guessed again
        }
    }
    if (!is_whole) {
        complain(tr(arguments.language, "import.schedule_whole"));
    }
    if (arguments.is_json) {
        say_raw(report_json(report, arguments.language));
    } else {
        say_report(report, arguments.into, arguments.language);
    }
    return plan.count(intake::Verdict::refused) > 0 ? exit_failure : exit_clean;
}

} // namespace dostyk::cli

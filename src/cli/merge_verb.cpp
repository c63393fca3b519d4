#include "cli/console.hpp"
#include "cli/open_project.hpp"
#include "cli/options.hpp"
#include "cli/verbs.hpp"
#include "store/folder_sync.hpp"
#include "store/gpkg_store.hpp"
#include "store/merge_projects.hpp"
#include "store/working_store.hpp"
#include "json/document.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <system_error>

namespace dostyk::cli {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using store::Row;
using Rows = std::vector<Row>;

Error usage(const char* key)
{
    return Error{ErrorCode::usage, {key, {}}, {}};
}

/// The documents of one side, with edits that its folder does not have yet.
Result<Rows> rows_of(const fs::path& side, const Arguments& arguments)
{
    Diagnostics diagnostics;
    auto rows = read_rows(side, source_of(arguments), arguments.language, diagnostics);
    complain_of(diagnostics, arguments.language);
    return rows;
}

/// Nothing of the user's is written over: what is there has to be `mine`, or nothing yet.
Status check_out(const fs::path& out, const fs::path& mine)
{
    std::error_code error;
    const bool is_mine = fs::equivalent(out, mine, error) && !error;
    const bool is_free = !fs::exists(out, error) ||
                         (fs::is_directory(out, error) && fs::is_empty(out, error) && !error);
    if (is_mine || is_free) {
        return ok();
    }
    return Error{ErrorCode::write_failed, {"error.merge_out", {{"out", out.string()}}}, {}};
}

/// One step of a store, which undo takes back; not on top of what was edited meanwhile.
Status write_step(store::Store& store, const Rows& changes, const Rows& mine)
{
    std::map<std::pair<std::string, std::string>, std::string> was;
    for (const Row& row : mine) {
        was[{row.kind, row.id}] = row.doc;
    }
    const auto rev = store.write([&](store::Rows& rows) -> Result<store::Edit> {
        for (const Row& row : changes) {
            const auto now = rows.find(row.kind, row.id);
            if (!now) {
                return now.error();
            }
            if (now->doc != was[{row.kind, row.id}]) {
                return Error{ErrorCode::invalid, {"error.merge_meanwhile", {}}, {}};
            }
        }
        return store::Edit{"merge", changes};
    });
    return rev ? ok() : Status(rev.error());
}

Status write_into_mine(const fs::path& out, const store::MergedProject& merged, const Rows& mine,
                       Language language)
{
    Diagnostics diagnostics;
    const auto project = store::open_to_edit(out, diagnostics);
    if (!project) {
        return project.error();
    }
    complain_of(diagnostics, language);
    Status status = write_step(*project->store, merged.changes, mine);
    if (status && !project->folder.empty()) {
        status = store::write_folder(*project->store, project->folder);
    }
    return status;
}

Status write_anew(const fs::path& out, const store::MergedProject& merged)
{
    if (out.extension() != ".gpkg") {
        return store::write_rows(merged.rows, out);
    }
    const auto made = store::open_store(out, {.may_create = true, .who = {}, .vfs = {}});
    if (!made) {
        return made.error();
    }
    const auto rev = (*made)->write([&](store::Rows&) -> Result<store::Edit> {
        return store::Edit{"begin", merged.rows};
    });
    return rev ? ok() : Status(rev.error());
}

Json value_of(const std::string& text)
{
    return text.empty() ? Json(nullptr) : Json::parse(text, nullptr, false);
}

void print_json(const store::MergedProject& merged, const std::string& out, Language language)
{
    Json conflicts = Json::array();
    for (const store::FieldConflict& each : merged.conflicts) {
        conflicts.push_back({{"kind", each.kind},
                             {"id", each.id},
                             {"pointer", each.pointer},
                             {"base", value_of(each.base)},
                             {"mine", value_of(each.mine)},
                             {"theirs", value_of(each.theirs)},
                             {"kept", each.mine.empty() ? "theirs" : "mine"}});
    }
    Json findings = Json::array();
    for (const Finding& each : merged.diagnostics.findings) {
        findings.push_back({{"code", each.code},
                            {"file", each.file},
                            {"pointer", each.pointer},
                            {"message", tr(language, each.message)}});
    }
    say_raw(json::to_canonical_text({{"out", out},
                                     {"documents", merged.rows.size()},
                                     {"changed", merged.changes.size()},
                                     {"conflicts", std::move(conflicts)},
                                     {"findings", std::move(findings)}}));
}

void print_text(const store::MergedProject& merged, const std::string& out, Language language)
{
    for (const store::FieldConflict& each : merged.conflicts) {
        say(text_of(store::to_finding(each), language));
    }
    for (const Finding& each : merged.diagnostics.findings) {
        say(text_of(each, language));
    }
    say(tr(language, Message{"merge.summary",
                             {{"changed", std::to_string(merged.changes.size())},
                              {"conflicts", std::to_string(merged.conflicts.size())},
                              {"findings", std::to_string(merged.diagnostics.findings.size())},
                              {"out", out}}}));
}

} // namespace

int run_merge(const Arguments& arguments)
{
    const Language language = arguments.language;
    if (arguments.base.empty() || arguments.mine.empty() || arguments.theirs.empty() ||
        arguments.out.empty()) {
        return fail(usage("usage.merge"), language);
    }
    const fs::path out(arguments.out);
    if (const Status status = check_out(out, arguments.mine); !status) {
        return fail(status.error(), language);
    }
    const auto base = rows_of(arguments.base, arguments);
    const auto mine = rows_of(arguments.mine, arguments);
    const auto theirs = rows_of(arguments.theirs, arguments);
    for (const auto* side : {&base, &mine, &theirs}) {
        if (!*side) {
            return fail(side->error(), language);
        }
    }
    const store::MergedProject merged = store::merge_projects(*base, *mine, *theirs);
    std::error_code error;
    const bool is_mine = fs::equivalent(out, arguments.mine, error) && !error;
    const Status status =
        is_mine ? write_into_mine(out, merged, *mine, language) : write_anew(out, merged);
    if (!status) {
        return fail(status.error(), language);
    }
    if (arguments.is_json) {
        print_json(merged, arguments.out, language);
    } else {
        print_text(merged, arguments.out, language);
    }
    const bool is_clean = merged.conflicts.empty() && merged.diagnostics.findings.empty();
    return is_clean ? exit_clean : exit_failure;
}

} // namespace dostyk::cli

#include "cli/import_report.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace dostyk::cli {

namespace {

using Json = nlohmann::json;
using intake::Verdict;

std::string dumped(const Json& json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string number(std::size_t count)
{
    return std::to_string(count);
}

/// The tables of the file that were not read; empty when there is one alone.
std::string other_tables(const intake::ImportDraft& draft)
{
    std::string names;
    for (std::size_t i = 0; i < draft.tables.size(); ++i) {
        if (i != draft.chosen) {
            names += (names.empty() ? "" : ", ") + draft.tables[i].layer.name;
        }
    }
    return names;
}

std::string line_of(const intake::RowNote& note, const intake::PlannedRow& row,
                    const std::string& file, Language language)
{
    Message line{note.column.empty() ? "import.row_line_whole" : "import.row_line",
                 {{"file", file},
                  {"row", std::to_string(row.number)},
                  {"column", note.column},
                  {"reason", tr(language, note.note.message)}}};
    return tr(language, line);
}

void say_row(const intake::PlannedRow& row, const std::string& file, Language language)
{
    say(tr(language, Message{"import.verdict_line",
                             {{"row", std::to_string(row.number)},
                              {"verdict", std::string(name_of(row.verdict))},
                              {"id", row.id}}}));
    if (!row.duplicate_of.empty()) {
        complain(
            tr(language, Message{"import.row_merged",
                                 {{"row", std::to_string(row.number)}, {"id", row.duplicate_of}}}));
    }
    for (const intake::RowNote& note : row.notes) {
        complain(line_of(note, row, file, language));
    }
}

Json to_json(const intake::RowNote& note, Language language)
{
    return {{"severity", name_of(note.note.severity)},
            {"code", note.note.message.key},
            {"column", note.column},
            {"field", note.field},
            {"message", tr(language, note.note.message)}};
}

Json to_json(const intake::PlannedRow& row, Language language)
{
    Json findings = Json::array();
    for (const intake::RowNote& note : row.notes) {
        findings.push_back(to_json(note, language));
    }
    Json made = {{"row", row.number},
                 {"verdict", name_of(row.verdict)},
                 {"id", row.id},
                 {"fields", row.changed_fields},
                 {"findings", std::move(findings)}};
    if (!row.duplicate_of.empty()) {
        made["duplicate_of"] = row.duplicate_of;
    }
    return made;
}

Json columns_of(const intake::ImportDraft& draft)
{
    Json columns = Json::array();
    for (std::size_t i = 0; i < draft.mapping.targets.size(); ++i) {
        columns.push_back({{"column", draft.table().layer.fields[i]},
                           {"field", to_text(draft.mapping.targets[i])}});
    }
    return columns;
}

} // namespace

bool has_columns(const intake::ColumnMapping& mapping)
{
    return std::any_of(mapping.targets.begin(), mapping.targets.end(),
                       [](const intake::Target& target) { return !target.field.empty(); });
}

void say_report(const ImportReport& report, const std::string& project, Language language)
{
    const intake::ImportDraft& draft = report.draft;
    const intake::RowPlan& plan = report.plan;
    if (!draft.confinement.is_whole()) {
        complain(tr(language, "import.weak_sandbox"));
    }
    if (draft.is_kind_guessed) {
        complain(tr(language, Message{"import.kind_guessed", {{"kind", plan.kind}}}));
    }
    if (const std::string others = other_tables(draft); !others.empty()) {
        complain(tr(language, Message{"import.other_tables",
                                      {{"table", draft.table().layer.name}, {"tables", others}}}));
    }
    const std::string file = draft.file.filename().string();
    for (const intake::PlannedRow& row : plan.rows) {
        say_row(row, file, language);
    }
    say(tr(language, Message{"import.summary",
                             {{"insert", number(plan.count(Verdict::insert))},
                              {"change", number(plan.count(Verdict::change))},
                              {"same", number(plan.count(Verdict::same))},
                              {"refused", number(plan.count(Verdict::refused))}}}));
    if (report.is_dry_run) {
        say(tr(language, "import.dry_run"));
    } else if (report.rev) {
        const std::size_t count = plan.count(Verdict::insert) + plan.count(Verdict::change);
        say(tr(language, Message{"import.done", {{"project", project}, {"count", number(count)}}}));
    }
}

std::string report_json(const ImportReport& report, Language language)
{
    const intake::RowPlan& plan = report.plan;
    Json rows = Json::array();
    for (const intake::PlannedRow& row : plan.rows) {
        rows.push_back(to_json(row, language));
    }
    Json added = Json::array();
    for (const model::Entity& entity : plan.additions) {
        added.push_back({{"kind", entity.kind}, {"id", entity.id}});
    }
    Json counts;
    for (const Verdict verdict :
         {Verdict::insert, Verdict::change, Verdict::same, Verdict::refused, Verdict::left_out}) {
        counts[std::string(name_of(verdict))] = plan.count(verdict);
    }
    Json made = {{"file", report.draft.file.filename().string()},
                 {"kind", plan.kind},
                 {"kind_guessed", report.draft.is_kind_guessed},
                 {"table", report.draft.table().layer.name},
                 {"columns", columns_of(report.draft)},
                 {"rows", std::move(rows)},
                 {"added", std::move(added)},
                 {"counts", std::move(counts)},
                 {"source", plan.source.id},
                 {"dry_run", report.is_dry_run},
                 {"applied", report.rev.has_value()},
                 {"confined", report.draft.confinement.is_whole()}};
    if (report.rev) {
        made["rev"] = *report.rev;
    }
    return dumped(made);
}

int refuse(const Error& error, const Arguments& arguments, int code)
{
    if (error.code == ErrorCode::usage) {
        return fail(error, arguments.language);
    }
    const std::string text = text_of(error, arguments.language);
    if (arguments.is_json) {
        say_raw(dumped({{"refused", true}, {"code", error.message.key}, {"message", text}}));
    } else {
        complain("dostyk: " + text);
    }
    return code;
}

} // namespace dostyk::cli

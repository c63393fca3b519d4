#include "intake/import_draft.hpp"

#include "core/paths.hpp"
#include "intake/frab.hpp"
#include "intake/headings.hpp"
#include "intake/template_file.hpp"

#include <algorithm>

namespace dostyk::intake {

namespace {

using Values = std::vector<std::pair<std::string, std::string>>;

Error refusal(ErrorCode code, const char* key, const std::filesystem::path& file,
              Values values = {})
{
    values.emplace_back("file", file.filename().string());
    return Error{code, {key, std::move(values)}, {}};
}

std::string names_of(const std::vector<Table>& tables)
{
    std::string names;
    for (const Table& table : tables) {
        names += (names.empty() ? "" : ", ") + table.layer.name;
    }
    return names;
}

std::string guessed_kind(const ImportDraft& draft)
{
    // What a calendar holds are the parts of a programme.
    if (format_of(draft.file) == Format::ics || is_schedule(draft)) {
        return "session";
    }
    return guess_kind(draft.table(), draft.file.stem().string()).value_or("");
}

/// Give every row the meeting. Ids that a schedule gives within another meeting are that one's.
void put_into(Table& table, const std::string& meeting)
{
    geo::Layer& layer = table.layer;
    const int found = layer.find_field(schedule_meeting);
    if (found < 0) {
        layer.fields.emplace_back(schedule_meeting);
    }
    const auto column =
        static_cast<std::size_t>(found < 0 ? static_cast<int>(layer.fields.size()) - 1 : found);
    const int id = layer.name == schedule_table ? layer.find_field("id") : -1;
    for (geo::Feature& row : layer.features) {
        row.attributes.resize(layer.fields.size());
        const bool is_other = row.attributes[column] != geo::Value(meeting);
        if (id >= 0 && is_other) {
            row.attributes[static_cast<std::size_t>(id)] = {};
        }
        row.attributes[column] = meeting;
    }
}

} // namespace

bool is_schedule(const ImportDraft& draft)
{
    return draft.table().layer.name == schedule_table;
}

Result<std::size_t> choose_table(const std::vector<Table>& tables, const std::string& wanted,
                                 const std::filesystem::path& file)
{
    if (tables.empty()) {
        return refusal(ErrorCode::unsupported, "import.no_rows", file);
    }
    if (wanted.empty()) {
        return std::size_t{0};
    }
    const auto found = std::find_if(tables.begin(), tables.end(),
                                    [&](const Table& table) { return table.layer.name == wanted; });
    if (found == tables.end()) {
        return refusal(ErrorCode::not_found, "import.no_table", file,
                       {{"table", wanted}, {"tables", names_of(tables)}});
    }
    return static_cast<std::size_t>(found - tables.begin());
}

std::filesystem::path mapping_memory_file()
{
    return state_dir() / "import-columns.tsv";
}

void set_kind(ImportDraft& draft, std::string_view kind, const MappingMemory& memory)
{
    const model::KindRule* rule = model::find_kind(kind);
    if (rule == nullptr) {
        draft.mapping = {};
        return;
    }
    auto remembered = memory.find(draft.table(), kind);
    draft.is_mapping_remembered = remembered.has_value();
    draft.mapping = remembered ? *std::move(remembered) : guess_mapping(draft.table(), *rule);
}

Result<ImportDraft> open_draft(const std::filesystem::path& file, const DraftOptions& options,
                               const MappingMemory& memory)
{
    auto answer = read_foreign_file(file, options.reading);
    if (!answer) {
        return answer.error();
    }
    if (!answer->tables) {
        return answer->tables.error();
    }
    ImportDraft draft;
    draft.file = file;
    draft.confinement = answer->confinement;
    const bool is_raw = has_headings_in_rows(format_of(file).value_or(Format::csv));
    for (Table& table : *answer->tables) {
        Table named = is_raw ? with_headings(std::move(table)) : std::move(table);
        if (!named.layer.features.empty() && named.layer.name != help_sheet) {
            draft.tables.push_back(std::move(named));
        }
    }
    const auto chosen = choose_table(draft.tables, options.table, file);
    if (!chosen) {
        return chosen.error();
    }
    draft.chosen = *chosen;
    if (draft.table().is_crs_missing) {
        return refusal(ErrorCode::unsupported, "import.crs_missing", file,
                       {{"layer", draft.table().layer.name}});
    }
    if (!options.meeting.empty()) {
        put_into(draft.tables[draft.chosen], options.meeting);
    }
    draft.is_kind_guessed = options.kind.empty();
    set_kind(draft, draft.is_kind_guessed ? guessed_kind(draft) : options.kind, memory);
    return draft;
}

} // namespace dostyk::intake

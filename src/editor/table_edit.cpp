#include "editor/table_edit.hpp"

#include "core/fold.hpp"
#include "editor/cell_value.hpp"
#include "intake/wire.hpp"
#include "io/documents.hpp"
#include "io/entity_json.hpp"
#include "io/project_json.hpp"
#include "io/value_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace dostyk::editor {

namespace {

using Json = nlohmann::json;

constexpr std::string_view id_column = "id";

bool is_blank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string pointer_of(const model::FieldRule& rule)
{
    return "/fields/" + std::string(rule.name);
}

/// A claim that no source makes: it says so by having none. Of a session it is a plan.
Json new_claim(std::string_view kind, model::Pack entity_pack, const model::Value& value,
               const model::FieldRule& rule, model::Pack pack)
{
    Json claim = {{"value", io::to_json(value, rule.type)}, {"sources", Json::array()}};
    if (pack != entity_pack) {
        claim["pack"] = name_of(pack);
    }
    if (rule.type == model::FieldType::place) {
        claim["flags"] = Json::array({"drawn"});
    } else if (kind == "session" && pack == model::Pack::enriched) {
        claim["flags"] = Json::array({"assumed"});
    }
    return claim;
}

Command added_claim(const model::Entity& entity, const model::FieldRule& rule,
                    const model::Value& value, model::Pack pack)
{
    // Claims of the other pack may be there already.
    const bool has_some = entity.fields.contains(rule.name);
    const Json claim = new_claim(entity.kind, entity.pack, value, rule, pack);
    return SetField{entity.kind, entity.id, pointer_of(rule) + (has_some ? "/-" : ""),
                    has_some ? claim.dump() : Json::array({claim}).dump()};
}

Command taken_claim(const model::Entity& entity, const model::FieldRule& rule,
                    const std::string& claim_pointer)
{
    const bool is_last = entity.fields.find(rule.name)->second.size() == 1;
    return RemoveField{entity.kind, entity.id, is_last ? pointer_of(rule) : claim_pointer};
}

/// A header of a column: its field, or "id".
struct Column {
    const model::FieldRule* rule = nullptr; ///< Null for the id
    std::string title;
};

bool is_named(std::string_view title, std::string_view field)
{
    const std::string key = "field." + std::string(field);
    return title == field || std::any_of(all_languages.begin(), all_languages.end(),
                                         [&](Language each) { return tr(each, key) == title; });
}

Result<std::vector<Column>> columns_of(const TextRow& header, const model::KindRule& kind)
{
    std::vector<Column> columns;
    std::set<std::string_view> taken;
    for (const std::string& title : header) {
        const auto rule =
            std::find_if(kind.fields.begin(), kind.fields.end(), [&](const auto& each) {
                return is_named(title, each.name) && !taken.contains(each.name);
            });
        const bool is_id = is_named(title, id_column);
        if (!is_id && rule == kind.fields.end()) {
            const bool is_twice =
                std::any_of(kind.fields.begin(), kind.fields.end(),
                            [&](const auto& each) { return is_named(title, each.name); });
            return Error{ErrorCode::invalid,
                         {is_twice ? "error.paste.column_twice" : "error.paste.unknown_column",
                          {{"column", title}, {"kind", std::string(kind.name)}}},
                         {}};
        }
        const std::string_view name = is_id ? id_column : rule->name;
        if (!taken.insert(name).second) {
            return Error{ErrorCode::invalid, {"error.paste.column_twice", {{"column", title}}}, {}};
        }
        columns.push_back({is_id ? nullptr : &*rule, title});
    }
    return columns;
}

/// Makes the edit of the rows, one after the other.
class Paste {
public:
    Paste(const model::Project& project, const model::KindRule& kind, CellView view,
          std::vector<Column> columns)
    : m_kind(kind), m_view(view), m_columns(std::move(columns))
    {
        for (const model::Entity& entity : project.entities) {
            m_entities.emplace(entity.id, &entity);
        }
    }

    Status add(const TextRow& row, std::size_t number)
    {
        if (row.size() > m_columns.size()) {
            return at(number, m_columns.back().title,
                      Error{ErrorCode::invalid, {"error.paste.too_many_cells", {}}, {}});
        }
        const auto id_at = std::find_if(m_columns.begin(), m_columns.end(),
                                        [](const Column& each) { return each.rule == nullptr; });
        const auto index = static_cast<std::size_t>(id_at - m_columns.begin());
        std::string id = index < row.size() ? row[index] : std::string();
        const std::string id_title =
            id_at == m_columns.end() ? m_columns.front().title : id_at->title;
        const auto refuse = [&](const char* key, const std::string& kind = {}) {
            return at(
                number, id_title,
                Error{ErrorCode::invalid, {key, {{"id", id}, {"text", id}, {"kind", kind}}}, {}});
        };
        if (is_blank(id)) {
            return insert(row, number, free_id(row));
        }
        if (!m_seen.insert(id).second) {
            return refuse("error.paste.row_twice");
        }
        const auto found = m_entities.find(id);
        if (found == m_entities.end()) {
            return io::is_id(id) ? insert(row, number, id) : refuse("error.table.not_id");
        }
        if (found->second->kind != m_kind.name) {
            return refuse("error.paste.other_kind", found->second->kind);
        }
        return change(row, number, *found->second);
    }

    PastedRows made;

private:
    Status at(std::size_t number, const std::string& title, Error error) const
    {
        error.where =
            tr(m_view.language,
               Message{"table.place", {{"row", std::to_string(number)}, {"column", title}}});
        return error;
    }

    Status change(const TextRow& row, std::size_t number, const model::Entity& entity)
    {
        const std::size_t before = made.edit.parts.size();
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (m_columns[i].rule == nullptr) {
                continue;
            }
            auto edit = cell_edit(entity, *m_columns[i].rule, row[i], m_view);
            if (!edit) {
                return at(number, m_columns[i].title, edit.error());
            }
            if (*edit) {
                made.edit.parts.push_back(**std::move(edit));
            }
        }
        made.changed += made.edit.parts.size() > before ? 1U : 0U;
        return ok();
    }

    Status insert(const TextRow& row, std::size_t number, const std::string& id)
    {
        Json fields = Json::object();
        for (std::size_t i = 0; i < row.size(); ++i) {
            const model::FieldRule* rule = m_columns[i].rule;
            if (rule == nullptr || is_blank(row[i])) {
                continue;
            }
            const auto value = parse_cell(row[i], *rule, m_view.language, {});
            if (!value) {
                return at(number, m_columns[i].title, value.error());
            }
            fields[std::string(rule->name)] =
                Json::array({new_claim(m_kind.name, m_view.pack, *value, *rule, m_view.pack)});
        }
        if (fields.empty()) {
            return ok(); // a blank line
        }
        m_seen.insert(id);
        const Json doc = {{"fields", std::move(fields)}, {"pack", name_of(m_view.pack)}};
        made.edit.parts.emplace_back(Insert{std::string(m_kind.name), id, doc.dump()});
        ++made.inserted;
        return ok();
    }

    /// An id of the row's name, or of its kind where that gives none.
    std::string free_id(const TextRow& row) const
    {
        std::string base;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const model::FieldRule* rule = m_columns[i].rule;
            if (rule != nullptr && (rule->name == "name" || rule->name == "title")) {
                base = fold(row[i]);
                break;
            }
        }
        constexpr std::size_t longest = 80;
        std::replace(base.begin(), base.end(), ' ', '-');
        base.resize(std::min(base.size(), longest));
        base.erase(base.find_last_not_of('-') + 1);
        if (!io::is_id(base)) {
            base = m_kind.name;
            std::replace(base.begin(), base.end(), '_', '-');
        }
        std::string id = base;
        for (int i = 2; m_entities.contains(id) || m_seen.contains(id); ++i) {
            id = base + "-" + std::to_string(i);
        }
        return id;
    }

    const model::KindRule& m_kind;
    CellView m_view;
    std::vector<Column> m_columns;
    std::unordered_map<std::string_view, const model::Entity*> m_entities;
    std::set<std::string> m_seen;
};

} // namespace

bool is_written_in_cells(model::FieldType type) noexcept
{
    return type != model::FieldType::list && type != model::FieldType::place;
}

std::string cell_text(const model::Entity& entity, const model::FieldRule& rule, CellView view)
{
    const model::Claim* claim = find_claim(entity, rule.name, view.pack);
    return claim == nullptr ? std::string() : cell_text(claim->value, rule, view.language);
}

Result<std::optional<Command>> cell_edit(const model::Entity& entity, const model::FieldRule& rule,
                                         std::string_view text, CellView view)
{
    if (cell_text(entity, rule, view) == text) {
        return std::optional<Command>();
    }
    if (!is_written_in_cells(rule.type)) {
        return Error{ErrorCode::invalid, {"error.table.fixed", {}}, {}};
    }
    const model::Claim* claim = find_claim(entity, rule.name, view.pack);
    if (claim == nullptr && is_blank(text)) {
        return std::optional<Command>();
    }
    const std::string place = [&] {
        const auto& claims = entity.fields.find(rule.name);
        return claim == nullptr
                   ? std::string()
                   : pointer_of(rule) + "/" + std::to_string(claim - claims->second.data());
    }();
    const auto* text4 = claim != nullptr ? std::get_if<Text4>(&claim->value) : nullptr;
    if (text4 != nullptr) {
        // One line of the file: the other languages stay as they are.
        Text4 made = *text4;
        made[view.language] = text;
        if (!made.is_empty()) {
            return std::optional<Command>(SetField{
                entity.kind, entity.id, place + "/value/" + std::string(code_of(view.language)),
                Json(std::string(text)).dump(-1, ' ', false, Json::error_handler_t::replace)});
        }
    }
    if (claim != nullptr && is_blank(text)) {
        return std::optional<Command>(taken_claim(entity, rule, place));
    }
    const auto value =
        parse_cell(text, rule, view.language, claim != nullptr ? claim->value : model::Value());
    if (!value) {
        return value.error();
    }
    if (claim == nullptr) {
        return std::optional<Command>(added_claim(entity, rule, *value, view.pack));
    }
    if (*value == claim->value) {
        return std::optional<Command>();
    }
    return std::optional<Command>(
        SetField{entity.kind, entity.id, place + "/value", io::to_json(*value, rule.type).dump()});
}

std::string rows_to_tsv(std::span<const model::Entity* const> entities, const model::KindRule& kind,
                        std::span<const std::string> columns, CellView view)
{
    std::vector<const model::FieldRule*> rules;
    std::vector<TextRow> rows(1, TextRow{std::string(id_column)});
    for (const std::string& column : columns) {
        if (const model::FieldRule* rule = find_field(kind, column)) {
            rules.push_back(rule);
            // Two fields of a kind may be called the same: then the field's own name tells them.
            std::string title(tr(view.language, "field." + column));
            const bool is_taken = std::find(rows[0].begin(), rows[0].end(), title) != rows[0].end();
            rows[0].push_back(is_taken ? column : title);
        }
    }
    for (const model::Entity* entity : entities) {
        TextRow row{entity->id};
        for (const model::FieldRule* rule : rules) {
            row.push_back(cell_text(*entity, *rule, view));
        }
        rows.push_back(std::move(row));
    }
    return to_tsv(rows);
}

Command save_view(const model::Project& project, const model::TableSetup& setup)
{
    const auto same = std::find_if(project.views.begin(), project.views.end(),
                                   [&](const model::TableSetup& view) {
                                       return view.kind == setup.kind && view.name == setup.name;
                                   });
    const Json view = io::to_json(setup);
    const std::string kind(io::settings_kind);
    const std::string id(io::settings_id);
    if (project.views.empty()) {
        return SetField{kind, id, "/views", Json::array({view}).dump()};
    }
    const std::string place =
        same == project.views.end() ? "-" : std::to_string(same - project.views.begin());
    return SetField{kind, id, "/views/" + place, view.dump()};
}

Command remove_view(const model::Project& project, std::size_t index)
{
    const bool is_last = project.views.size() == 1;
    return RemoveField{std::string(io::settings_kind), std::string(io::settings_id),
                       is_last ? "/views" : "/views/" + std::to_string(index)};
}

Result<PastedRows> paste_rows(const model::Project& project, const model::KindRule& kind,
                              std::string_view tsv, CellView view)
{
    if (!intake::is_utf8(tsv)) {
        return Error{ErrorCode::invalid, {"error.paste.no_text", {}}, {}};
    }
    const auto rows = parse_tsv(tsv);
    if (rows.size() < 2) {
        return Error{ErrorCode::invalid, {"error.paste.empty", {}}, {}};
    }
    auto columns = columns_of(rows.front(), kind);
    if (!columns) {
        return columns.error();
    }
    Paste paste(project, kind, view, *std::move(columns));
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const bool has_text = std::any_of(rows[i].begin(), rows[i].end(),
                                          [](const std::string& cell) { return !is_blank(cell); });
        if (!has_text) {
            continue;
        }
        // As a spreadsheet counts them: the header is row 1.
        if (const Status status = paste.add(rows[i], i + 1); !status) {
            return status.error();
        }
    }
    return std::move(paste.made);
}

} // namespace dostyk::editor

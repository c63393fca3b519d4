#include "editor/table_view.hpp"

#include "core/fold.hpp"
#include "core/message.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dostyk::editor {

namespace {

/// What most kinds have, and what tells entities of several kinds apart.
constexpr std::array<std::string_view, 4> mixed_fields{"name", "status", "place", "description"};
constexpr std::size_t most_cells = 50'000; ///< Kept: some screens full

/// Of the first kind that has it: a table of several kinds says it for each.
const model::FieldRule* find_common_field(const std::string& name)
{
    for (const model::KindRule& kind : model::kinds()) {
        if (const model::FieldRule* rule = model::find_field(kind, name)) {
            return rule;
        }
    }
    return nullptr;
}

} // namespace

void TableView::show(model::TableSetup setup)
{
    m_setup = std::move(setup);
    m_ids.reset();
    m_is_read = false;
    m_order.clear();
}

void TableView::show_entities(std::vector<std::string> ids)
{
    m_setup = {};
    m_ids = std::move(ids);
    m_is_read = false;
    m_order.clear();
}

void TableView::sort_by(const std::string& column)
{
    if (m_setup.sort != column) {
        m_setup.sort = column;
        m_setup.is_descending = false;
        m_order.sort_anew();
    } else if (!m_setup.is_descending) {
        m_setup.is_descending = true;
        m_order.turn();
    } else {
        m_setup.sort.clear();
        m_setup.is_descending = false;
        m_order.sort_anew();
    }
}

void TableView::set_filter(std::string words, std::string column)
{
    if (m_setup.filter_column != column) {
        m_order.fold_anew();
    }
    m_setup.filter = std::move(words);
    m_setup.filter_column = std::move(column);
    m_order.filter_anew();
}

void TableView::set_columns(std::vector<std::string> columns)
{
    m_setup.columns = std::move(columns);
    read_columns();
    m_cells.clear();
    m_order.fold_anew();
}

std::optional<TableColumn> TableView::column_of(const std::string& name) const
{
    const model::KindRule* kind = m_ids ? nullptr : model::find_kind(m_setup.kind);
    const model::FieldRule* rule = m_ids             ? find_common_field(name)
                                   : kind != nullptr ? model::find_field(*kind, name)
                                                     : nullptr;
    return rule != nullptr || name == "id" || name == "kind"
               ? std::optional(TableColumn{name, rule})
               : std::nullopt;
}

std::vector<TableColumn> TableView::all_columns() const
{
    std::vector<TableColumn> columns;
    if (m_ids) {
        columns.push_back({"kind", nullptr});
        for (const std::string_view field : mixed_fields) {
            columns.push_back(*column_of(std::string(field)));
        }
    } else if (const model::KindRule* kind = model::find_kind(m_setup.kind)) {
        for (const model::FieldRule& rule : kind->fields) {
            columns.push_back({std::string(rule.name), &rule});
        }
    }
    columns.push_back({"id", nullptr});
    return columns;
}

void TableView::read_rows()
{
    m_rows.clear();
    m_by_id.clear();
    m_names.clear();
    const model::Project& project = *m_input.project;
    if (m_ids) {
        for (const std::string& id : *m_ids) {
            const model::Entity* entity = project.find(id);
            if (entity != nullptr && is_in(*entity, m_input.pack)) {
                m_rows.push_back(entity);
            }
        }
    } else {
        for (const model::Entity& entity : project.entities) {
            if (entity.kind == m_setup.kind && is_in(entity, m_input.pack)) {
                m_rows.push_back(&entity);
            }
        }
    }
    m_order.read(m_rows.size()); // an edit of a cell leaves the order as it is for now
    read_columns();
    m_cells.clear();
    m_row_of.clear();
    m_is_read = true;
}

void TableView::read_columns()
{
    m_columns.clear();
    for (const std::string& name : m_setup.columns) {
        if (auto column = column_of(name)) {
            m_columns.push_back(*std::move(column));
        }
    }
    if (!m_columns.empty()) {
        return;
    }
    std::unordered_set<std::string_view> used{"name", "kind"};
    for (const model::Entity* entity : m_rows) {
        for (const auto& [field, claims] : entity->fields) {
            used.insert(field);
        }
    }
    for (TableColumn& column : all_columns()) {
        if (used.contains(column.name) || model::is_following(m_setup.kind, column.name)) {
            m_columns.push_back(std::move(column));
        }
    }
}

std::string TableView::name_of_id(std::string_view id) const
{
    const model::Project& project = *m_input.project;
    if (m_by_id.empty()) {
        for (const model::Entity& entity : project.entities) {
            m_by_id.emplace(entity.id, &entity);
        }
    }
    if (const auto found = m_by_id.find(id); found != m_by_id.end()) {
        return name_of(*found->second, m_input.pack, m_input.language);
    }
    // Countries, units and corridors are few.
    const auto [name, is_new] = m_names.try_emplace(std::string(id));
    if (is_new) {
        static const model::UnitNames no_units;
        name->second = make_resolver(project, m_input.unit_names ? *m_input.unit_names : no_units,
                                     m_input.pack, m_input.language)(id);
    }
    return name->second;
}

const model::Claim* TableView::shown_claim(const model::Entity& entity, const TableColumn& column,
                                           std::optional<model::Following>& following) const
{
    if (const model::Claim* stated = find_claim(entity, column.name, m_input.pack)) {
        return stated;
    }
    following = find_following(*m_input.project, entity, column.name, m_input.pack);
    return following ? &following->claim : nullptr;
}

std::string TableView::text_of(const model::Entity& entity, const TableColumn& column) const
{
    if (column.name == "id") {
        return entity.id;
    }
    if (column.name == "kind") {
        return std::string(tr(m_input.language, "kind." + entity.kind));
    }
    if (column.name == "name") {
        return name_of(entity, m_input.pack, m_input.language);
    }
    std::optional<model::Following> following;
    const model::Claim* claim = shown_claim(entity, column, following);
    return claim == nullptr
               ? std::string()
               : model::text_of(claim->value, *column.rule, m_input.language,
                                [this](std::string_view id) { return name_of_id(id); });
}

const std::string& TableView::cell(std::size_t row, std::size_t column)
{
    if (m_cells.size() > most_cells) {
        m_cells.clear();
    }
    const std::uint64_t at = (std::uint64_t{m_order.shown()[row]} << 8U) | column;
    const auto [cell, is_new] = m_cells.try_emplace(at);
    if (is_new) {
        cell->second = text_of(entity(row), m_columns[column]);
    }
    return cell->second;
}

SortKey TableView::key_of(const model::Entity& entity, const TableColumn& column) const
{
    std::optional<model::Following> following;
    const model::Claim* claim =
        column.rule != nullptr ? shown_claim(entity, column, following) : nullptr;
    if (claim != nullptr) {
        if (const auto* number = std::get_if<double>(&claim->value)) {
            return {false, *number, {}};
        }
        if (const auto* amount = std::get_if<model::Amount>(&claim->value)) {
            return {false, amount->number, amount->unit};
        }
        if (const auto* date = std::get_if<model::DateText>(&claim->value)) {
            return {false, 0, date->iso};
        }
    }
    std::string text = text_of(entity, column);
    return {text.empty(), 0, std::move(text)};
}

std::function<SortKey(std::size_t)> TableView::keys() const
{
    const auto column = column_of(m_setup.sort);
    if (!column) {
        return nullptr;
    }
    const auto type = column->rule != nullptr ? column->rule->type : model::FieldType::text;
    const bool is_text = type != model::FieldType::number && type != model::FieldType::amount &&
                         type != model::FieldType::date && column->name != "id";
    return [this, column = *column, is_text,
            collator = std::make_shared<const Collator>(m_input.language)](std::size_t row) {
        SortKey key = key_of(*m_rows[row], column);
        if (is_text && !key.is_missing) {
            key.text = collator->key(key.text);
        }
        return key;
    };
}

std::function<std::string(std::size_t)> TableView::folded() const
{
    const auto only = column_of(m_setup.filter_column);
    // Words of a list and names of countries come again and again.
    using Known = std::unordered_map<std::string, std::string>;
    return [this, columns = only ? std::vector{*only} : m_columns,
            known = std::make_shared<Known>()](std::size_t row) {
        constexpr std::size_t most_known = 4096;
        std::string all;
        for (const TableColumn& column : columns) {
            std::string text = text_of(*m_rows[row], column);
            const auto found = known->find(text);
            const std::string folded = found != known->end() ? found->second : fold(text);
            all += folded;
            all += '\n';
            if (found == known->end() && known->size() < most_known) {
                known->emplace(std::move(text), folded);
            }
        }
        return all;
    };
}

bool TableView::update(const TableInput& input, double budget_ms)
{
    const bool is_same = m_is_read && m_input.project == input.project &&
                         m_input.version == input.version && m_input.language == input.language &&
                         m_input.pack == input.pack;
    if (!is_same) {
        m_input = input; // the rows point into its project
        read_rows();
    }
    if (m_order.is_done()) {
        return true;
    }
    m_row_of.clear();
    return m_order.update({keys(), m_setup.is_descending, m_setup.filter, folded()}, budget_ms);
}

} // namespace dostyk::editor

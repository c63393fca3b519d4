#include "editor/table_view.hpp"

#include "core/fold.hpp"
#include "core/message.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <numeric>
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

std::vector<std::string> words_of(const std::string& folded)
{
    std::vector<std::string> words;
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        if (end > at) {
            words.push_back(folded.substr(at, end - at));
        }
        at = end + 1;
    }
    return words;
}

} // namespace

/// Ends when its time is up.
class TableView::Slice {
public:
    explicit Slice(double budget_ms)
    : m_end(std::chrono::steady_clock::now() +
            std::chrono::duration_cast<std::chrono::steady_clock::duration>(
                std::chrono::duration<double, std::milli>(budget_ms)))
    {}

    /// Call `make` until there are `count`; false when the time was up before. Some are made in any
    /// case.
    template <typename Made, typename Make>
    bool fill(Made& made, std::size_t count, const Make& make) const
    {
        constexpr std::size_t between_looks = 64;
        while (made.size() < count) {
            made.push_back(make(made.size()));
            if (made.size() % between_looks == 0 && std::chrono::steady_clock::now() > m_end) {
                return made.size() == count;
            }
        }
        return true;
    }

private:
    std::chrono::steady_clock::time_point m_end;
};

void TableView::show(model::TableSetup setup)
{
    m_setup = std::move(setup);
    m_ids.reset();
    m_is_read = false;
    m_shown.clear();
}

void TableView::show_entities(std::vector<std::string> ids)
{
    m_setup = {};
    m_ids = std::move(ids);
    m_is_read = false;
    m_shown.clear();
}

void TableView::sort_by(const std::string& column)
{
    if (m_setup.sort != column) {
        m_setup.sort = column;
        m_setup.is_descending = false;
        m_keys.clear();
    } else if (!m_setup.is_descending) {
        m_setup.is_descending = true;
    } else {
        m_setup.sort.clear();
        m_setup.is_descending = false;
        m_keys.clear();
    }
    m_is_sorted = m_is_filtered = false;
}

void TableView::set_filter(std::string words, std::string column)
{
    if (m_setup.filter_column != column) {
        m_folded.clear();
    }
    m_setup.filter = std::move(words);
    m_setup.filter_column = std::move(column);
    m_is_filtered = false;
}

void TableView::set_columns(std::vector<std::string> columns)
{
    m_setup.columns = std::move(columns);
    read_columns();
    m_cells.clear();
    m_folded.clear();
    m_is_filtered = false;
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
    const std::size_t before = m_rows.size();
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
    // An edit of a cell leaves the order as it is until it is found anew.
    if (m_rows.size() != before || m_shown.empty()) {
        m_order.resize(m_rows.size());
        std::iota(m_order.begin(), m_order.end(), 0U);
        m_shown = m_order;
    }
    read_columns();
    m_keys.clear();
    m_folded.clear();
    m_cells.clear();
    m_row_of.clear();
    m_is_read = true;
    m_is_sorted = m_is_filtered = false;
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
        if (used.contains(column.name)) {
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
    const model::Claim* claim = find_claim(entity, column.name, m_input.pack);
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
    const std::uint64_t at = (std::uint64_t{m_shown[row]} << 8U) | column;
    const auto [cell, is_new] = m_cells.try_emplace(at);
    if (is_new) {
        cell->second = text_of(entity(row), m_columns[column]);
    }
    return cell->second;
}

TableView::SortKey TableView::key_of(const model::Entity& entity, const TableColumn& column) const
{
    const model::Claim* claim =
        column.rule != nullptr ? find_claim(entity, column.name, m_input.pack) : nullptr;
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

bool TableView::make_keys(const Slice& slice)
{
    const auto column = column_of(m_setup.sort);
    if (!column) {
        return true;
    }
    const Collator collator(m_input.language);
    const auto type = column->rule != nullptr ? column->rule->type : model::FieldType::text;
    const bool is_text = type != model::FieldType::number && type != model::FieldType::amount &&
                         type != model::FieldType::date && column->name != "id";
    return slice.fill(m_keys, m_rows.size(), [&](std::size_t row) {
        SortKey key = key_of(*m_rows[row], *column);
        if (is_text && !key.is_missing) {
            key.text = collator.key(key.text);
        }
        return key;
    });
}

bool TableView::make_folded(const Slice& slice)
{
    const auto only = column_of(m_setup.filter_column);
    const std::vector<TableColumn> columns =
        only ? std::vector{*only} : std::vector(m_columns.begin(), m_columns.end());
    // Words of a list and names of countries come again and again.
    std::unordered_map<std::string, std::string> known;
    constexpr std::size_t most_known = 4096;
    return slice.fill(m_folded, m_rows.size(), [&](std::size_t row) {
        std::string all;
        for (const TableColumn& column : columns) {
            std::string text = text_of(*m_rows[row], column);
            const auto found = known.find(text);
            const std::string folded = found != known.end() ? found->second : fold(text);
            all += folded;
            all += '\n';
            if (found == known.end() && known.size() < most_known) {
                known.emplace(std::move(text), folded);
            }
        }
        return all;
    });
}

void TableView::sort_rows()
{
    m_order.resize(m_rows.size());
    std::iota(m_order.begin(), m_order.end(), 0U);
    if (m_keys.size() != m_rows.size() || !column_of(m_setup.sort)) {
        return;
    }
    const bool is_descending = m_setup.is_descending;
    std::stable_sort(m_order.begin(), m_order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const SortKey& left = m_keys[a];
        const SortKey& right = m_keys[b];
        if (left.is_missing != right.is_missing) {
            return right.is_missing; // what is not stated stands last, whichever way
        }
        const SortKey& low = is_descending ? right : left;
        const SortKey& high = is_descending ? left : right;
        return low.number != high.number ? low.number < high.number : low.text < high.text;
    });
}

void TableView::filter_rows()
{
    m_row_of.clear();
    const auto words = words_of(fold(m_setup.filter));
    if (words.empty()) {
        m_shown = m_order;
        return;
    }
    m_shown.clear();
    std::copy_if(m_order.begin(), m_order.end(), std::back_inserter(m_shown),
                 [&](std::uint32_t row) {
                     return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
                         return m_folded[row].find(word) != std::string::npos;
                     });
                 });
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
    const Slice slice(budget_ms);
    if (!m_is_sorted) {
        if (!make_keys(slice)) {
            return false;
        }
        sort_rows();
        m_is_sorted = true;
        m_is_filtered = false;
    }
    if (!m_is_filtered) {
        if (!m_setup.filter.empty() && !make_folded(slice)) {
            return false;
        }
        filter_rows();
        m_is_filtered = true;
    }
    return true;
}

} // namespace dostyk::editor

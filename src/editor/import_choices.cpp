// What a person decides about an import: columns, cells, dates, rows.

#include "editor/import_session.hpp"
#include "intake/date_reading.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace dostyk::editor {

using intake::Choice;
using intake::Verdict;

void ImportSession::set_target(std::size_t column, const intake::Target& target)
{
    for (intake::Target& other : m_mapping.targets) {
        other = other == target ? intake::Target{} : other;
    }
    m_mapping.targets[column] = target;
    m_is_remembered = false;
    m_is_due = true;
}

std::vector<intake::Target> ImportSession::all_targets() const
{
    static constexpr std::array<std::string_view, 13> parts{
        "",          "kk",   "ky",        "ru",   "en",  "lat", "lon",
        "precision", "unit", "qualifier", "time", "end", "zone"};
    const model::KindRule* kind = model::find_kind(m_mapping.kind);
    std::vector<intake::Target> targets;
    if (kind == nullptr) {
        return targets;
    }
    targets.push_back({"id", ""});
    const auto add = [&](std::string_view field) {
        for (const std::string_view part : parts) {
            const intake::Target target{std::string(field), std::string(part)};
            if (intake::fits(target, *kind) &&
                std::find(targets.begin(), targets.end(), target) == targets.end()) {
                targets.push_back(target);
            }
        }
    };
    for (const model::FieldRule& rule : kind->fields) {
        if (rule.type != model::FieldType::list) { // no column holds them
            add(rule.name);
        }
    }
    for (const std::string_view common : {"name", "description", "place"}) {
        add(common);
    }
    return targets;
}

std::vector<std::string> ImportSession::examples(std::size_t column, std::size_t count) const
{
    std::vector<std::string> found;
    constexpr std::size_t most_rows = 200;
    const std::size_t rows = std::min(table().layer.features.size(), most_rows);
    for (std::size_t row = 0; row < rows && found.size() < count; ++row) {
        std::string text = cell({row, column});
        if (!text.empty() && std::find(found.begin(), found.end(), text) == found.end()) {
            found.push_back(std::move(text));
        }
    }
    return found;
}

std::string ImportSession::cell(Cell at) const
{
    return intake::cell_text(table().layer.features[at.row].attributes[at.column]);
}

intake::Table& ImportSession::table_to_change()
{
    std::shared_ptr<intake::Table>& table = m_tables[m_chosen];
    if (table.use_count() > 1) {
        table = std::make_shared<intake::Table>(*table);
    }
    return *table;
}

void ImportSession::set_cell(Cell at, std::string text)
{
    if (text == cell(at)) {
        return;
    }
    geo::Value& value = table_to_change().layer.features[at.row].attributes[at.column];
    value = text.empty() ? geo::Value{} : geo::Value{std::move(text)};
    m_mended.insert(at);
    m_is_due = true;
}

void ImportSession::set_date_order(const std::string& field, intake::DateOrder order)
{
    m_options.date_orders[field] = order;
    m_is_due = true;
}

intake::DateOrder ImportSession::date_order(const std::string& field) const
{
    const auto found = m_options.date_orders.find(field);
    return found != m_options.date_orders.end() ? found->second : m_options.dates;
}

void ImportSession::set_choice(std::size_t row, Choice choice)
{
    m_options.choices[table().row_numbers[row]] = choice;
    m_is_due = true;
}

Choice ImportSession::choice(std::size_t row) const
{
    const auto found = m_options.choices.find(table().row_numbers[row]);
    return found != m_options.choices.end() ? found->second : Choice::propose;
}

std::size_t ImportSession::effective_rows() const noexcept
{
    return m_plan != nullptr ? m_plan->count(Verdict::insert) + m_plan->count(Verdict::change) : 0;
}

std::optional<std::size_t> ImportSession::column_of(const intake::RowNote& note) const
{
    if (!note.column.empty()) {
        const int index = table().layer.find_field(note.column);
        return index >= 0 ? std::optional(static_cast<std::size_t>(index)) : std::nullopt;
    }
    const auto found = std::find_if(m_mapping.targets.begin(), m_mapping.targets.end(),
                                    [&](const intake::Target& target) {
                                        return !note.field.empty() && target.field == note.field;
                                    });
    return found != m_mapping.targets.end()
               ? std::optional(static_cast<std::size_t>(found - m_mapping.targets.begin()))
               : std::nullopt;
}

std::vector<ImportSession::Cell> ImportSession::faults() const
{
    std::set<Cell> found;
    for (std::size_t row = 0; m_plan != nullptr && row < m_plan->rows.size(); ++row) {
        for (const intake::RowNote& note : m_plan->rows[row].notes) {
            if (note.note.severity == Severity::error) {
                found.insert({row, column_of(note).value_or(0)});
            }
        }
    }
    return {found.begin(), found.end()};
}

std::optional<DateChoice> ImportSession::date_choice(const intake::RowNote& note)
{
    if (note.note.message.key != "import.cell.two_dates") {
        return std::nullopt;
    }
    DateChoice choice;
    for (const auto& [name, value] : note.note.message.values) {
        choice.text = name == "value" ? value : choice.text;
    }
    const auto reading = [&](intake::DateOrder order) {
        const auto readings = intake::read_date(choice.text, order).readings;
        return readings.size() == 1 ? readings.front() : std::string();
    };
    choice.day_first = reading(intake::DateOrder::day_first);
    choice.month_first = reading(intake::DateOrder::month_first);
    const bool is_whole = !choice.day_first.empty() && !choice.month_first.empty();
    return is_whole ? std::optional(choice) : std::nullopt;
}

} // namespace dostyk::editor

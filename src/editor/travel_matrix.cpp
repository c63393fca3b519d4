#include "editor/travel_matrix.hpp"

#include "intake/import_claim.hpp"
#include "intake/name_index.hpp"
#include "intake/number_reading.hpp"
#include "intake/row_reading.hpp"
#include "io/project_folder.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>

namespace dostyk::editor {

namespace {

using model::Entity;
using model::Pack;

constexpr double longest_way_min = 7 * 24 * 60;
constexpr std::array<std::string_view, 1> only_venues{"venue"};

class Reader {
public:
    Reader(const intake::Table& table, const model::Project& project,
           const intake::ImportSource& source)
    : m_table(table),
      m_project(project),
      m_names(project, m_no_units),
      m_source(intake::source_entity(source))
    {
        for (const Entity& entity : project.entities) {
            const auto* type = entity.kind == "relation"
                                   ? model::find_value<model::Word>(entity, "type", Pack::enriched)
                                   : nullptr;
            if (type != nullptr && type->word == "way") {
                m_ways.emplace(std::pair(end_of(entity, "from"), end_of(entity, "to")), &entity);
            }
        }
    }

    Result<TravelMatrix> read()
    {
        m_made.edit.name = "import";
        if (!read_columns()) {
            return *m_error;
        }
        for (std::size_t row = 1; row < m_table.layer.features.size() && !m_error; ++row) {
            read_row(row);
        }
        if (m_error) {
            return *m_error;
        }
        if (!m_made.edit.parts.empty() && m_project.find(m_source.id) == nullptr) {
            m_made.edit.parts.insert(m_made.edit.parts.begin(), insert_of(m_source));
        }
        return std::move(m_made);
    }

private:
    static Insert insert_of(const Entity& entity)
    {
        return {entity.kind, entity.id, io::to_text(entity)};
    }

    static std::string end_of(const Entity& entity, std::string_view field)
    {
        const auto* refs = model::find_value<model::Refs>(entity, field, Pack::enriched);
        return refs != nullptr && !refs->ids.empty() ? refs->ids.front() : std::string();
    }

    [[nodiscard]] std::string cell(std::size_t row, std::size_t column) const
    {
        const auto& cells = m_table.layer.features[row].attributes;
        return column < cells.size() ? std::string(intake::trim(intake::cell_text(cells[column])))
                                     : std::string();
    }

    /// Rows as a person counts them; columns by what heads them, else by number.
    void refuse(const char* key, std::size_t row, std::size_t column)
    {
        const std::string heading = cell(0, column);
        m_error = Error{ErrorCode::invalid,
                        {key,
                         {{"row", std::to_string(row + 1)},
                          {"column", heading.empty() ? std::to_string(column + 1) : heading},
                          {"value", cell(row, column)}}},
                        {}};
    }

    std::optional<std::string> venue_at(std::size_t row, std::size_t column)
    {
        const auto found = m_names.find(cell(row, column), only_venues);
        if (found.size() != 1) {
            refuse(found.empty() ? "import.matrix.no_venue" : "import.matrix.many_venues", row,
                   column);
            return std::nullopt;
        }
        return found.front();
    }

    bool read_columns()
    {
        const bool is_empty = m_table.layer.features.size() < 2;
        const std::size_t columns = is_empty ? 0 : m_table.layer.features.front().attributes.size();
        for (std::size_t column = 1; column < columns && !m_error; ++column) {
            if (!cell(0, column).empty()) { // one that has no name has nothing
                if (auto venue = venue_at(0, column)) {
                    m_columns.emplace_back(column, *std::move(venue));
                }
            }
        }
        if (m_columns.empty() && !m_error) {
            m_error = Error{ErrorCode::invalid, {"import.matrix.empty", {}}, {}};
        }
        return !m_error;
    }

    void read_row(std::size_t row)
    {
        if (cell(row, 0).empty()) {
            return;
        }
        const auto from = venue_at(row, 0);
        for (std::size_t i = 0; from && i < m_columns.size() && !m_error; ++i) {
            const auto& [column, to] = m_columns[i];
            if (const std::string text = cell(row, column); !text.empty() && to != *from) {
                const auto numbers = intake::read_number(text);
                const bool is_number = numbers.size() == 1 && std::floor(numbers[0]) == numbers[0];
                if (!is_number || numbers[0] < 1 || numbers[0] > longest_way_min) {
                    refuse("import.matrix.no_minutes", row, column);
                } else if (!m_said.emplace(*from, to).second) {
                    refuse("import.matrix.twice", row, column);
                } else {
                    add_way(*from, to, numbers[0]);
                }
            }
        }
    }

    void add_way(const std::string& from, const std::string& to, double minutes)
    {
        const auto found = m_ways.find(std::pair(from, to));
        if (found == m_ways.end()) {
            ++m_made.added;
            m_made.edit.parts.emplace_back(insert_of(way(from, to, minutes)));
            return;
        }
        const Entity& present = *found->second;
        const auto* before = model::find_value<double>(present, "minutes", Pack::enriched);
        if (before != nullptr && *before == minutes) {
            ++m_made.same;
            return;
        }
        ++m_made.changed;
        Entity changed = present;
        const auto claims = present.fields.find("minutes");
        changed.fields["minutes"] = intake::with_claim(
            claims != present.fields.end() ? claims->second : std::vector<model::Claim>{},
            intake::claim_of(minutes, m_source.id));
        m_made.edit.parts.emplace_back(SetField{present.kind, present.id, "/fields/minutes",
                                                io::field_to_text(changed, "minutes")});
    }

    [[nodiscard]] Entity way(const std::string& from, const std::string& to, double minutes) const
    {
        Entity made;
        made.kind = "relation";
        made.pack = Pack::enriched;
        const std::string head = "way-" + from + "-" + to;
        made.id = head;
        for (int i = 2; m_names.is_taken(made.id); ++i) {
            made.id = head + "-" + std::to_string(i);
        }
        made.fields["type"] = {intake::claim_of(model::Word{"way"}, m_source.id)};
        made.fields["from"] = {intake::claim_of(model::Refs{{from}}, m_source.id)};
        made.fields["to"] = {intake::claim_of(model::Refs{{to}}, m_source.id)};
        made.fields["minutes"] = {intake::claim_of(minutes, m_source.id)};
        return made;
    }

    const intake::Table& m_table;
    const model::Project& m_project;
    model::UnitNames m_no_units;
    intake::NameIndex m_names;
    Entity m_source;
    std::map<std::pair<std::string, std::string>, const Entity*> m_ways; ///< By both ends
    std::vector<std::pair<std::size_t, std::string>> m_columns;          ///< With their venues
    std::set<std::pair<std::string, std::string>> m_said;
    TravelMatrix m_made;
    std::optional<Error> m_error;
};

} // namespace

Result<TravelMatrix> travel_matrix(const intake::Table& table, const model::Project& project,
                                   const intake::ImportSource& source)
{
    return Reader(table, project, source).read();
}

} // namespace dostyk::editor

/// \file
/// What an import would do, row by row, before it does anything.

#pragma once

#include "intake/import_claim.hpp"
#include "intake/row_reading.hpp"
#include "model/project.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace dostyk::intake {

enum class Verdict { insert, change, same, refused, left_out };

[[nodiscard]] std::string_view name_of(Verdict verdict) noexcept;

/// What a person decided about a row.
enum class Choice {
    propose, ///< A row of the name of something that is there is merged with it.
    add,     ///< It is another thing of the same name.
    leave_out,
};

struct PlanOptions {
    DateOrder dates = DateOrder::ask;
    std::map<std::string, DateOrder, std::less<>> date_orders; ///< by field, before `dates`
    bool adds_persons = true;
    std::map<std::int64_t, Choice> choices; ///< by row number
    ImportSource source;
};

struct PlannedRow {
    std::int64_t number = 0; ///< As the file counts it
    Verdict verdict = Verdict::refused;
    std::string id;           ///< Of the entity that it makes or changes; empty when refused.
    std::string duplicate_of; ///< It is merged with this one because the names are the same.
    std::vector<RowNote> notes;
    std::vector<std::string> changed_fields;
    model::Entity entity; ///< As it will be; of a change only the changed fields.
};

struct RowPlan {
    std::string kind;
    model::Entity source;                 ///< Inserted with the first row that does anything.
    bool is_source_new = true;            ///< The same file was imported before.
    std::vector<model::Entity> additions; ///< Persons whom rows name and nobody knew.
    std::vector<PlannedRow> rows;

    [[nodiscard]] std::size_t count(Verdict verdict) const noexcept;
    /// True when there is anything to apply.
    [[nodiscard]] bool has_effect() const noexcept;
};

/// Look at each row of a table against a project: inserted is what is not there, changed is a field
/// that says something else, refused is a row with an error, which changes nothing. Empty cells
/// never take a value away. Two rows about one thing: the later one is refused.
[[nodiscard]] RowPlan plan_rows(const Table& table, const ColumnMapping& mapping,
                                const model::Project& project, const model::UnitNames& units,
                                const PlanOptions& options);

} // namespace dostyk::intake

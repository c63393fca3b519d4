/// \file
/// One row of a foreign table to values of a kind's fields.

#pragma once

#include "intake/cell_reading.hpp"
#include "intake/column_mapping.hpp"

#include <map>
#include <string>
#include <vector>

namespace dostyk::intake {

/// A note and the column that it is about.
struct RowNote {
    CellNote note;
    std::string column; ///< As the file calls it; empty = the row as a whole
    std::string field;
};

struct ReadRow {
    std::string id; ///< As the row says it; empty = it does not.
    std::map<std::string, model::Value, std::less<>>
        values; ///< by field; of texts only what is given
    std::vector<RowNote> notes;
    std::vector<std::string> new_persons;

    [[nodiscard]] bool has_errors() const;
};

/// Read one row. Empty cells say nothing.
[[nodiscard]] ReadRow read_row(const Table& table, std::size_t row, const ColumnMapping& mapping,
                               const ReadingContext& context);

/// A cell as text: numbers in their shortest form; empty for none.
[[nodiscard]] std::string cell_text(const geo::Value& value);

} // namespace dostyk::intake

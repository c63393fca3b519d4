/// \file
/// Rows of several kinds in one table: what an export of ours writes of a selection.

#pragma once

#include "intake/column_mapping.hpp"

#include <cstddef>
#include <map>
#include <string>

namespace dostyk::intake {

/// Which mapping a row is read by: the accepted one, or, where a row says in the column "kind" that
/// it is something else, the one that the headings suggest for that kind.
///
/// A table without a column "id" has no such rows: nobody but our exports writes both.
class RowKinds {
public:
    /// Keeps references to both.
    RowKinds(const Table& table, const ColumnMapping& mapping);

    /// Good until the next call.
    [[nodiscard]] const ColumnMapping& mapping_of(std::size_t row);

private:
    const Table& m_table;
    const ColumnMapping& m_mapping;
    int m_column = -1; ///< Of the kinds; -1 = every row is of the mapping's
    std::map<std::string, ColumnMapping, std::less<>> m_others; ///< By kind
};

} // namespace dostyk::intake

/// \file
/// A table as somebody set it up and named it.

#pragma once

#include <string>
#include <vector>

namespace dostyk::model {

/// Which rows and columns a table shows, and in which order. Columns are fields of the kind, and
/// "id".
struct TableSetup {
    std::string name; ///< As its author wrote it, in no language of ours; empty = not kept
    std::string kind;
    std::vector<std::string> columns; ///< Empty = those that have something in them.
    std::string sort;                 ///< A column; empty = as the project has them
    bool is_descending = false;
    std::string filter;        ///< Rows that hold these words, in whatever script
    std::string filter_column; ///< Where they are looked for; empty = in every column

    friend bool operator==(const TableSetup&, const TableSetup&) = default;
};

} // namespace dostyk::model

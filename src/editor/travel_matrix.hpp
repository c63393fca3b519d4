/// \file
/// Somebody's own table of minutes between venues: it becomes ways that a plan goes by.

#pragma once

#include "editor/command.hpp"
#include "intake/row_plan.hpp"
#include "intake/table.hpp"

#include <cstddef>

namespace dostyk::editor {

struct TravelMatrix {
    Group edit; ///< One step; empty where all is so already.
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t same = 0;
};

/// The edit that a matrix makes: a relation `way` from the venue of each row to the venue of each
/// column, with its minutes. Venues are named or called by their ids; the two ways between two
/// venues may differ. An empty cell says nothing; so does the diagonal.
///
/// \param table  As a reader of spreadsheets gives it: the first row and column name the venues.
/// \return Error invalid that names row and column of what is no venue, no number, or less than a
///         minute; then nothing is to be changed.
[[nodiscard]] Result<TravelMatrix> travel_matrix(const intake::Table& table,
                                                 const model::Project& project,
                                                 const intake::ImportSource& source);

} // namespace dostyk::editor

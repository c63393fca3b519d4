/// \file
/// Rows as they lie in the tables of a store, which is how they are compared and logged: personal
/// data is in none of them. Inside `store` only.

#pragma once

#include "store/change_log.hpp"
#include "store/sqlite.hpp"
#include "store/store.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace dostyk::store {

/// A row; empty doc when there is none.
[[nodiscard]] Result<Row> find_row(const Database& database, std::string_view kind,
                                   std::string_view id);

/// A row as it was at a revision.
[[nodiscard]] Result<Row> find_row_at(const Database& database, std::string_view kind,
                                      std::string_view id, Revision rev);

/// \param sql  Gives kind, id, doc, revision and whether it is deleted; ?1 is the revision.
/// \param take  Is given each; its error ends the reading.
[[nodiscard]] Status each_row(const Database& database, const char* sql, Revision rev,
                              const std::function<Status(Row)>& take);

/// The rows that are there, by kind and pack.
[[nodiscard]] Result<std::vector<RowCount>> count_rows(const Database& database);

/// Make a row what a change leaves. \pre A transaction is open.
[[nodiscard]] Status put_row(const Database& database, const Change& change,
                             const LoggedStep& step);

} // namespace dostyk::store

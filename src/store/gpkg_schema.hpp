/// \file
/// Tables of a store: a GeoPackage that any GIS opens, with a history beside the rows.

#pragma once

#include "store/sqlite.hpp"

namespace dostyk::store {

/// Number of the tables below; a store of a later one is refused.
inline constexpr int schema_version = 1;

/// Make the tables in an empty database, in one transaction.
[[nodiscard]] Status create_tables(Database& database);

/// True when nothing has been made in it yet, as when the power went while a store was made.
[[nodiscard]] Result<bool> is_blank(const Database& database);

/// Error when the file is no store, is one of a later version, or is damaged.
[[nodiscard]] Status check_tables(Database& database, const std::filesystem::path& file);

/// GeoPackage geometry of a document whose place is a point, a line or a polygon, of the chosen
/// claim where there is one; empty when it has none.
[[nodiscard]] std::string geometry_of(std::string_view doc);

} // namespace dostyk::store

/// \file
/// Change a store's file behind its back.

#pragma once

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <filesystem>

namespace dostyk::test {

inline void tamper(const std::filesystem::path& file, const char* sql)
{
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
    REQUIRE(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(database);
}

} // namespace dostyk::test

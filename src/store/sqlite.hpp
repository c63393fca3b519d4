/// \file
/// SQLite as values: a connection, a statement, a transaction. Inside `store` only.

#pragma once

#include "core/result.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace dostyk::store {

class Database;

/// A prepared statement. Bind from 1, step, read columns from 0.
class Statement {
public:
    Statement& bind(int index, std::string_view text);
    Statement& bind(int index, std::int64_t number);
    Statement& bind_null(int index);
    Statement& bind_blob(int index, std::string_view bytes);

    /// True while there is a row.
    [[nodiscard]] Result<bool> step();
    /// Run to the end, and be ready to be bound anew.
    [[nodiscard]] Status run();
    void reset();

    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::int64_t number(int column) const;
    [[nodiscard]] bool is_null(int column) const;

private:
    friend class Database;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const noexcept;
    };
    explicit Statement(sqlite3_stmt* statement) : m_statement(statement) {}

    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// One connection to one file; on one thread.
class Database {
public:
    enum class Mode { read_write, create };

    /// Open, with a wait of some seconds for another process's transaction.
    ///
    /// \param vfs  SQLite's name of the file layer; empty = the system's.
    [[nodiscard]] static Result<Database> open(const std::filesystem::path& file, Mode mode,
                                               const std::string& vfs = {});

    [[nodiscard]] Status execute(const char* sql);
    [[nodiscard]] Result<Statement> prepare(std::string_view sql) const;
    /// First column of the first row of a query without parameters; nothing when there is no row.
    [[nodiscard]] Result<std::optional<std::int64_t>> number_of(std::string_view sql) const;

    /// SQLite's last failure as an error of ours.
    [[nodiscard]] Error failure() const;

private:
    struct Close {
        void operator()(sqlite3* database) const noexcept;
    };
    explicit Database(sqlite3* database) : m_database(database) {}

    std::unique_ptr<sqlite3, Close> m_database;
};

/// Takes the write lock at once; no commit() means that nothing has happened.
class Transaction {
public:
    [[nodiscard]] static Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept : m_database(other.m_database)
    {
        other.m_database = nullptr;
    }
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    /// Ok only when all of it is on the disk. After a failure it is rolled back, and a commit that
    /// failed is never tried again: what a failed sync has left in the caches is not known.
    [[nodiscard]] Status commit();

private:
    explicit Transaction(Database& database) : m_database(&database) {}
    Database* m_database; ///< null = over
};

} // namespace dostyk::store

#include "store/sqlite.hpp"

#include <sqlite3.h>

#include <utility>

namespace dostyk::store {

namespace {

/// How long another process may hold the write lock before we say that the store is busy.
constexpr int busy_ms = 10000;

const char* key_of(int code)
{
    switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return "error.store_damaged";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "error.store_busy";
    case SQLITE_FULL:
        return "error.store_full";
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return "error.store_read_only";
    case SQLITE_CANTOPEN:
        return "error.store_not_opened";
    default:
        return "error.store_failed";
    }
}

ErrorCode code_of(int code)
{
    switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::parse;
    case SQLITE_CANTOPEN:
        return ErrorCode::unreadable;
    default:
        return ErrorCode::write_failed;
    }
}

Error error_of(int code, const std::string& file)
{
    return Error{
        code_of(code), {key_of(code), {{"file", file}, {"reason", sqlite3_errstr(code)}}}, {}};
}

Error error_of(sqlite3* database)
{
    const char* file = sqlite3_db_filename(database, "main");
    return error_of(sqlite3_extended_errcode(database), file == nullptr ? "" : file);
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const noexcept
{
    sqlite3_finalize(statement);
}

Statement& Statement::bind(int index, std::string_view text)
{
    // A view without a place is an empty text; SQLite takes a null pointer for NULL.
    const char* const bytes = text.empty() ? "" : text.data();
    sqlite3_bind_text64(m_statement.get(), index, bytes, text.size(), SQLITE_TRANSIENT,
                        SQLITE_UTF8);
    return *this;
}

Statement& Statement::bind(int index, std::int64_t number)
{
    sqlite3_bind_int64(m_statement.get(), index, number);
    return *this;
}

Statement& Statement::bind_null(int index)
{
    sqlite3_bind_null(m_statement.get(), index);
    return *this;
}

Statement& Statement::bind_blob(int index, std::string_view bytes)
{
    const char* const data = bytes.empty() ? "" : bytes.data();
    sqlite3_bind_blob64(m_statement.get(), index, data, bytes.size(), SQLITE_TRANSIENT);
    return *this;
}

Result<bool> Statement::step()
{
    switch (sqlite3_step(m_statement.get())) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        return error_of(sqlite3_db_handle(m_statement.get()));
    }
}

Status Statement::run()
{
    for (;;) {
        const auto has_row = step();
        if (!has_row) {
            const Error error = has_row.error();
            reset();
            return error;
        }
        if (!*has_row) {
            reset();
            return ok();
        }
    }
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
}

std::string Statement::text(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement.get(), column));
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    return bytes == nullptr ? std::string() : std::string(bytes, static_cast<std::size_t>(size));
}

std::int64_t Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

bool Statement::is_null(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

void Database::Close::operator()(sqlite3* database) const noexcept
{
    sqlite3_close_v2(database);
}

Result<Database> Database::open(const std::filesystem::path& file, Mode mode,
                                const std::string& vfs)
{
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                      (mode == Mode::create ? SQLITE_OPEN_CREATE : 0);
    sqlite3* handle = nullptr;
    const int code =
        sqlite3_open_v2(file.c_str(), &handle, flags, vfs.empty() ? nullptr : vfs.c_str());
    Database database(handle);
    if (code != SQLITE_OK) {
        return error_of(code, file.string());
    }
    sqlite3_busy_timeout(handle, busy_ms);
    return database;
}

Status Database::execute(const char* sql)
{
    if (sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        return failure();
    }
    return ok();
}

Result<Statement> Database::prepare(std::string_view sql) const
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(m_database.get(), sql.data(), static_cast<int>(sql.size()), &statement,
                           nullptr) != SQLITE_OK) {
        return failure();
    }
    return Statement(statement);
}

Result<std::optional<std::int64_t>> Database::number_of(std::string_view sql) const
{
    auto query = prepare(sql);
    if (!query) {
        return query.error();
    }
    const auto has_row = query->step();
    if (!has_row) {
        return has_row.error();
    }
    return *has_row ? std::optional(query->number(0)) : std::nullopt;
}

Error Database::failure() const
{
    return error_of(m_database.get());
}

Result<Transaction> Transaction::begin(Database& database)
{
    if (const Status status = database.execute("BEGIN IMMEDIATE"); !status) {
        return status.error();
    }
    return Transaction(database);
}

Transaction::~Transaction()
{
    if (m_database != nullptr) {
        (void)m_database->execute("ROLLBACK");
    }
}

Status Transaction::commit()
{
    Status status = m_database->execute("COMMIT");
    if (status) {
        m_database = nullptr;
    }
    return status;
}

} // namespace dostyk::store

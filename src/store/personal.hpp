/// \file
/// Personal data apart from the documents: a table of its own, to which rows and history refer.
/// Inside `store` only.

#pragma once

#include "store/sqlite.hpp"

#include <string>
#include <string_view>

namespace dostyk::store {

/// True for a document with a personal field (model::FieldRule::is_personal).
[[nodiscard]] bool holds_personal(std::string_view doc);

/// The table `personal` of a store, made with the first such field.
///
/// A field's claims lie in it under a key, and documents hold the key in their place, in rows, in
/// the history and in what the folder had. Equal claims have one key, so that stored documents are
/// compared as they lie. The key is a hash with a secret of this table: without the table nothing
/// in the store tells what it stood for, not even by trial.
class PersonalTable {
public:
    /// Keeps a reference.
    explicit PersonalTable(Database& database) : m_database(&database) {}

    /// The document as it is stored. \pre A transaction is open.
    [[nodiscard]] Result<std::string> hide(std::string doc);

    /// The document as it is read. A field whose claims are gone from the table is left out.
    [[nodiscard]] Result<std::string> reveal(std::string stored) const;

    /// The key of a row whose claims are not what the key says, as after tampering; empty = none.
    [[nodiscard]] Result<std::string> find_fault() const;

private:
    [[nodiscard]] Result<bool> has_table() const;
    [[nodiscard]] Result<std::string> secret();
    [[nodiscard]] Result<std::string> value_of(std::string_view key) const;

    Database* m_database;
};

} // namespace dostyk::store

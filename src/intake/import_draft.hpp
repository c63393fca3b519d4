/// \file
/// An import being prepared: the file's tables, the chosen one, its kind and its columns. The
/// wizard and the verb begin here.

#pragma once

#include "intake/column_mapping.hpp"
#include "intake/worker_client.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace dostyk::intake {

struct ImportDraft {
    std::filesystem::path file;
    Confinement confinement;
    std::vector<Table> tables; ///< With their headings; at least one.
    std::size_t chosen = 0;    ///< Of tables
    bool is_kind_guessed = false;
    bool is_mapping_remembered = false;
    ColumnMapping mapping; ///< Its kind is empty where none could be guessed.

    [[nodiscard]] const Table& table() const { return tables[chosen]; }
};

/// True for a schedule of frab or pretalx: its rows are taken all, or none.
[[nodiscard]] bool is_schedule(const ImportDraft& draft);

struct DraftOptions {
    ReadOptions reading;
    std::string kind;  ///< Empty = guess it.
    std::string table; ///< Name of a sheet or layer; empty = the first that has rows.
    /// Meeting that all rows belong to, an id, whatever the file says; empty = what it says.
    std::string meeting;
};

/// Place of the table with a name, or of the first one where no name is wanted.
///
/// \returns  Error unsupported for a file without tables; not_found that names those there are.
[[nodiscard]] Result<std::size_t> choose_table(const std::vector<Table>& tables,
                                               const std::string& wanted,
                                               const std::filesystem::path& file);

/// Where accepted mappings are remembered.
[[nodiscard]] std::filesystem::path mapping_memory_file();

/// Read the file (by the worker), choose a table, guess kind and columns. Errors: those of
/// read_foreign_file(), and no rows, no such table, a place without coordinate system.
[[nodiscard]] Result<ImportDraft> open_draft(const std::filesystem::path& file,
                                             const DraftOptions& options,
                                             const MappingMemory& memory);

/// Another kind for the same table: its columns are guessed anew.
void set_kind(ImportDraft& draft, std::string_view kind, const MappingMemory& memory);

} // namespace dostyk::intake

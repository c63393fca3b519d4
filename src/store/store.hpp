/// \file
/// A project that is kept: its rows, its history, and edits that are either whole or not there.

#pragma once

#include "core/result.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dostyk::store {

/// Number of a step: each one that is committed is one higher.
using Revision = std::int64_t;

/// A document as it is kept: canonical JSON under kind and id.
struct Row {
    std::string kind;
    std::string id;
    std::string doc;  ///< Canonical JSON; empty = the row is not there (any more).
    Revision rev = 0; ///< Of the step that changed it last; set by the store.

    friend bool operator==(const Row&, const Row&) = default;
};

/// How many documents there are of a kind in a pack.
struct RowCount {
    std::string kind;
    std::string pack; ///< Empty for settings
    std::int64_t rows = 0;

    friend bool operator==(const RowCount&, const RowCount&) = default;
};

/// Read access to the rows as they are now; inside a write, with its lock held.
class Rows {
public:
    virtual ~Rows() = default;
    /// A row; empty doc when there is none.
    [[nodiscard]] virtual Result<Row> find(std::string_view kind, std::string_view id) = 0;
};

/// What a step is about to do: rows as they shall be.
struct Edit {
    /// "set_field"; history shows the message "command.<command>". The command "begin" fills an
    /// empty store and is not taken back.
    std::string command;
    std::vector<Row> rows;
    /// A step that this one goes on with, as typing goes on: if it is still the last one that is
    /// not taken back, undo takes both back at once. 0 = a step of its own.
    Revision continues = 0;
};

/// Makes an edit from the rows as they are under the write lock; an error leaves all as it was.
using EditMaker = std::function<Result<Edit>(Rows&)>;

/// One step of the history.
struct Step {
    Revision rev = 0;
    std::string command;
    std::string who;
    std::string at; ///< UTC, ISO 8601 with seconds
    /// Of undo and redo: the step that they took back or did again. Of an edit that goes on with
    /// others: the first of them.
    Revision target = 0;
    std::vector<std::pair<std::string, std::string>> rows; ///< kind and id of what it changed
};

/// What undo and redo would do, the next one first.
struct Stacks {
    std::vector<Step> undo; ///< The steps that are in force
    std::vector<Step> redo; ///< The steps that were taken back
};

/// What audit found.
struct Audit {
    std::int64_t entries = 0; ///< Of the log that were looked at.
    Message fault;            ///< Empty key = the chain holds.
};

/// One kept project. On one thread; other processes may hold the same one open.
///
/// Every write is one transaction: when it returns, the step is on the disk, or nothing of it is.
class Store {
public:
    virtual ~Store() = default;

    [[nodiscard]] virtual Result<Revision> revision() = 0;
    /// The rows as they are now: what a check of an edit looks at.
    [[nodiscard]] virtual Rows& rows() = 0;
    /// All rows, by kind and id, one after the other: those of a large store would fill the memory.
    [[nodiscard]] virtual Status each_row(const std::function<void(Row)>& take) = 0;
    /// The same, all at once.
    [[nodiscard]] Result<std::vector<Row>> read_all();
    /// The rows counted by kind and pack; none of them is read into memory.
    [[nodiscard]] virtual Result<std::vector<RowCount>> count_rows() = 0;
    /// Rows that changed after a revision; those that went have an empty doc.
    [[nodiscard]] virtual Result<std::vector<Row>> changed_since(Revision rev) = 0;
    /// A row as it was at a revision; empty doc when it was not there.
    [[nodiscard]] virtual Result<Row> find_at(std::string_view kind, std::string_view id,
                                              Revision rev) = 0;

    /// Commit what `make` gives as one step.
    ///
    /// \returns The revision after it: unchanged when the edit changes nothing.
    [[nodiscard]] virtual Result<Revision> write(const EditMaker& make) = 0;
    /// Take back the last step that is not taken back. Error invalid when there is none.
    [[nodiscard]] virtual Result<Revision> undo() = 0;
    /// Do again what was taken back last. Error invalid when there is nothing.
    [[nodiscard]] virtual Result<Revision> redo() = 0;

    /// The last steps, the newest first.
    [[nodiscard]] virtual Result<std::vector<Step>> history(int at_most) = 0;
    /// The stacks of undo and redo, at most so many steps of each.
    [[nodiscard]] virtual Result<Stacks> stacks(int at_most) = 0;
    /// The documents as the project's folder had them when folder and store last met.
    [[nodiscard]] virtual Result<std::vector<Row>> folder_base() = 0;
    /// The folder has these now; an empty doc = no such file. No step of the history.
    [[nodiscard]] virtual Status set_folder_base(std::span<const Row> rows) = 0;
    /// Documents that differ from what the folder had: edits that are not in it yet.
    [[nodiscard]] virtual Result<std::int64_t> count_unwritten() = 0;

    /// A copy of all of it, history included, into a file that is not there yet; others may write
    /// meanwhile.
    [[nodiscard]] virtual Status copy_to(const std::filesystem::path& file) = 0;

    /// SHA-256 over all rows, in hexadecimal: equal exactly when the documents are.
    [[nodiscard]] virtual Result<std::string> hash() = 0;
    /// Check that the log's chain and the rows belong together.
    [[nodiscard]] virtual Result<Audit> verify() = 0;
};

inline Result<std::vector<Row>> Store::read_all()
{
    std::vector<Row> rows;
    const Status status = each_row([&](Row row) { rows.push_back(std::move(row)); });
    return status ? Result<std::vector<Row>>(std::move(rows)) : status.error();
}

} // namespace dostyk::store

/// \file
/// The history inside a store: steps with what they changed, chained by hashes. Inside `store`
/// only.
///
/// Each version of a document is kept once: the present one in its row, every earlier one in the
/// log, as what was there before a step. To undo a step is to put back what was before it; that is
/// a step as well and keeps, in its turn, what it took away.

#pragma once

#include "store/sqlite.hpp"
#include "store/store.hpp"

#include <span>
#include <string>
#include <vector>

namespace dostyk::store {

struct Change {
    std::string kind;
    std::string id;
    std::string before; ///< empty = the row was not there
    std::string after;  ///< empty = the row goes
};

/// Heads of the two stacks, as they are after the last step; 0 = empty.
struct StepTops {
    Revision rev = 0;
    Revision undo = 0; ///< The step that undo takes back.
    Revision redo = 0; ///< The undo that redo takes back.
};

/// How a step stands in the stacks, which are lists linked through the steps: nothing is counted or
/// walked, however long the history.
struct StepLinks {
    /// undo: the step taken back; redo: the step done again; an edit that goes on: the first of its
    /// run, whose steps undo takes back as one
    Revision target = 0;
    Revision below = 0; ///< What its stack had on top before it
    Revision undo_top = 0;
    Revision redo_top = 0; ///< Both after it

    friend bool operator==(const StepLinks&, const StepLinks&) = default;
};

struct LoggedStep {
    Revision rev = 0;
    std::string command;
    std::string who;
    std::string at;
    StepLinks links;
};

[[nodiscard]] Result<StepTops> find_tops(const Database& database);
/// \pre There is such a step.
[[nodiscard]] Result<LoggedStep> find_step(const Database& database, Revision rev);

/// The first step of a store that fills it.
inline constexpr std::string_view begin_command = "begin";

/// True for a step that goes on with the one before it on the stack.
[[nodiscard]] bool goes_on(const LoggedStep& step) noexcept;

[[nodiscard]] StepLinks after_edit(const StepTops& tops, std::string_view command) noexcept;
/// \param last  The step on top of the undo stack, with which the edit goes on.
[[nodiscard]] StepLinks after_going_on(const StepTops& tops, const LoggedStep& last) noexcept;
/// \param undone  The step on top of the undo stack.
[[nodiscard]] StepLinks after_undo(const StepTops& tops, const LoggedStep& undone) noexcept;
/// \param undo  The undo on top of the redo stack.
[[nodiscard]] StepLinks after_redo(const LoggedStep& undo) noexcept;

/// Write a step and its entries. \pre A transaction is open.
[[nodiscard]] Status log_step(const Database& database, const LoggedStep& step,
                              std::span<const Change> changes);

/// The documents of a step as they were before it, and before the whole run where it goes on.
[[nodiscard]] Result<std::vector<Row>> rows_before(const Database& database,
                                                   const LoggedStep& step);

[[nodiscard]] Result<Stacks> read_stacks(const Database& database, int at_most);
[[nodiscard]] Result<std::vector<Step>> read_history(const Database& database, int at_most);
[[nodiscard]] Result<Audit> verify_log(const Database& database);

} // namespace dostyk::store

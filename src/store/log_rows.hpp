/// \file
/// Rows of the log's tables as they are read back: for writing the log and for auditing it. Inside
/// `store` only.

#pragma once

#include "store/change_log.hpp"
#include "store/sha256.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace dostyk::store {

/// One entry of the log as it is read back.
struct Entry {
    std::int64_t seq = 0;
    Change change; ///< `after` is not kept
    std::string before_hash, after_hash, prev_hash, hash;
};

[[nodiscard]] inline std::string chained(std::string_view prev_hash, const LoggedStep& step,
                                         const Entry& entry)
{
    return Sha256()
        .add(prev_hash)
        .add(std::to_string(entry.seq))
        .add(std::to_string(step.rev))
        .add(step.command)
        .add(std::to_string(step.links.target))
        .add(step.who)
        .add(step.at)
        .add(entry.change.kind)
        .add(entry.change.id)
        .add(entry.before_hash)
        .add(entry.after_hash)
        .finish();
}

inline constexpr const char* entry_columns =
    "SELECT l.seq, l.kind, l.id, l.before, l.before_hash, l.after_hash, l.prev_hash, l.hash, "
    "l.rev FROM change_log l ";

[[nodiscard]] inline Entry entry_of(const Statement& query)
{
    return {query.number(0), {query.text(1), query.text(2), query.text(3), {}},
            query.text(4),   query.text(5),
            query.text(6),   query.text(7)};
}

inline constexpr const char* step_columns =
    "SELECT rev, command, who, at, target, below, undo_top, redo_top FROM step ";

[[nodiscard]] inline LoggedStep step_of(const Statement& query)
{
    return {query.number(0),
            query.text(1),
            query.text(2),
            query.text(3),
            {query.number(4), query.number(5), query.number(6), query.number(7)}};
}

} // namespace dostyk::store

#include "store/change_log.hpp"

#include "store/log_rows.hpp"
#include "store/sha256.hpp"

#include <utility>

namespace dostyk::store {

Result<StepTops> find_tops(const Database& database)
{
    auto query =
        database.prepare("SELECT rev, undo_top, redo_top FROM step ORDER BY rev DESC LIMIT 1");
    if (!query) {
        return query.error();
    }
    const auto has_row = query->step();
    if (!has_row) {
        return has_row.error();
    }
    return *has_row ? StepTops{query->number(0), query->number(1), query->number(2)} : StepTops{};
}

Result<LoggedStep> find_step(const Database& database, Revision rev)
{
    auto query = database.prepare(std::string(step_columns) + "WHERE rev = ?1");
    if (!query) {
        return query.error();
    }
    query->bind(1, rev);
    const auto has_row = query->step();
    if (!has_row) {
        return has_row.error();
    }
    if (!*has_row) {
        return Error{ErrorCode::parse, {"audit.step", {{"place", std::to_string(rev)}}}, {}};
    }
    return step_of(*query);
}

bool goes_on(const LoggedStep& step) noexcept
{
    return step.links.target != 0 && step.command != "undo" && step.command != "redo";
}

StepLinks after_edit(const StepTops& tops, std::string_view command) noexcept
{
    if (command == begin_command && tops.rev == 0) {
        return {};
    }
    return {0, tops.undo, tops.rev + 1, 0};
}

StepLinks after_going_on(const StepTops& tops, const LoggedStep& last) noexcept
{
    const Revision first = goes_on(last) ? last.links.target : last.rev;
    return {first, last.links.below, tops.rev + 1, 0};
}

StepLinks after_undo(const StepTops& tops, const LoggedStep& undone) noexcept
{
    return {undone.rev, tops.redo, undone.links.below, tops.rev + 1};
}

StepLinks after_redo(const LoggedStep& undo) noexcept
{
    return {undo.links.target, 0, undo.links.target, undo.links.below};
}

Status log_step(const Database& database, const LoggedStep& step, std::span<const Change> changes)
{
    auto head = database.prepare("INSERT INTO step VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    auto last = database.prepare("SELECT seq, hash FROM change_log ORDER BY seq DESC LIMIT 1");
    auto insert =
        database.prepare("INSERT INTO change_log VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    if (!head || !last || !insert) {
        return !head ? head.error() : !last ? last.error() : insert.error();
    }
    head->bind(1, step.rev).bind(2, step.command).bind(3, step.who).bind(4, step.at);
    head->bind(5, step.links.target).bind(6, step.links.below);
    head->bind(7, step.links.undo_top).bind(8, step.links.redo_top);
    if (Status status = head->run(); !status) {
        return status;
    }
    const auto has_last = last->step();
    if (!has_last) {
        return has_last.error();
    }
    Entry entry;
    entry.seq = *has_last ? last->number(0) : 0;
    std::string prev_hash = *has_last ? last->text(1) : "";
    for (const Change& change : changes) {
        ++entry.seq;
        entry.change = change;
        entry.before_hash = sha256_of(change.before);
        entry.after_hash = sha256_of(change.after);
        const std::string hash = chained(prev_hash, step, entry);
        insert->bind(1, entry.seq).bind(2, step.rev).bind(3, change.kind).bind(4, change.id);
        insert->bind(5, change.before).bind(6, entry.before_hash).bind(7, entry.after_hash);
        insert->bind(8, prev_hash).bind(9, hash);
        if (Status status = insert->run(); !status) {
            return status;
        }
        prev_hash = hash;
    }
    return ok();
}

Result<std::vector<Row>> rows_before(const Database& database, const LoggedStep& step)
{
    // Of a run the earliest change of a document tells what was there before. Steps of others
    // between them were taken back, or the run would not have gone on.
    auto query = database.prepare(
        "SELECT kind, id, before, min(seq) FROM change_log JOIN step USING (rev) "
        "WHERE rev = ?1 OR (rev BETWEEN ?2 AND ?1 AND (rev = ?2 OR (target = ?2 AND "
        "command NOT IN ('undo', 'redo')))) GROUP BY kind, id ORDER BY min(seq)");
    if (!query) {
        return query.error();
    }
    query->bind(1, step.rev).bind(2, goes_on(step) ? step.links.target : step.rev);
    std::vector<Row> rows;
    for (;;) {
        const auto has_row = query->step();
        if (!has_row) {
            return has_row.error();
        }
        if (!*has_row) {
            return rows;
        }
        rows.push_back({query->text(0), query->text(1), query->text(2), 0});
    }
}

namespace {

Result<Step> told_step(const Database& database, const LoggedStep& logged)
{
    Step step{logged.rev, logged.command, logged.who, logged.at, logged.links.target, {}};
    auto rows = rows_before(database, logged);
    if (!rows) {
        return rows.error();
    }
    for (Row& row : *rows) {
        step.rows.emplace_back(std::move(row.kind), std::move(row.id));
    }
    return step;
}

/// \param of_entry  The edit that an entry of the stack stands for.
template <typename StepOf>
Result<std::vector<Step>> read_stack(const Database& database, Revision top, int at_most,
                                     const StepOf& of_entry)
{
    std::vector<Step> steps;
    while (top != 0 && static_cast<int>(steps.size()) < at_most) {
        const auto entry = find_step(database, top);
        if (!entry) {
            return entry.error();
        }
        const Result<LoggedStep> edit = of_entry(*entry);
        auto step = edit ? told_step(database, *edit) : Result<Step>(edit.error());
        if (!step) {
            return step.error();
        }
        steps.push_back(*std::move(step));
        top = entry->links.below;
    }
    return steps;
}

} // namespace

Result<Stacks> read_stacks(const Database& database, int at_most)
{
    const auto tops = find_tops(database);
    if (!tops) {
        return tops.error();
    }
    auto undo = read_stack(database, tops->undo, at_most,
                           [](const LoggedStep& step) { return Result<LoggedStep>(step); });
    auto redo = read_stack(database, tops->redo, at_most, [&](const LoggedStep& undone) {
        return find_step(database, undone.links.target);
    });
    if (!undo || !redo) {
        return undo ? redo.error() : undo.error();
    }
    return Stacks{*std::move(undo), *std::move(redo)};
}

Result<std::vector<Step>> read_history(const Database& database, int at_most)
{
    auto query = database.prepare(std::string(step_columns) + "ORDER BY rev DESC LIMIT ?1");
    auto rows = database.prepare("SELECT kind, id FROM change_log WHERE rev = ?1 ORDER BY seq");
    if (!query || !rows) {
        return query ? rows.error() : query.error();
    }
    query->bind(1, std::int64_t{at_most});
    std::vector<Step> steps;
    for (;;) {
        const auto has_step = query->step();
        if (!has_step) {
            return has_step.error();
        }
        if (!*has_step) {
            return steps;
        }
        LoggedStep logged = step_of(*query);
        Step step{logged.rev, logged.command, logged.who, logged.at, logged.links.target, {}};
        rows->bind(1, logged.rev);
        for (auto has_row = rows->step();; has_row = rows->step()) {
            if (!has_row) {
                return has_row.error();
            }
            if (!*has_row) {
                break;
            }
            step.rows.emplace_back(rows->text(0), rows->text(1));
        }
        rows->reset();
        steps.push_back(std::move(step));
    }
}

} // namespace dostyk::store

// Checks that the log's chain, its links and the rows belong together.

#include "store/change_log.hpp"
#include "store/log_rows.hpp"

#include <map>
#include <utility>
#include <vector>

namespace dostyk::store {

namespace {

Audit fault_at(std::int64_t entries, const char* what, std::string place)
{
    return {entries, {std::string("audit.") + what, {{"place", std::move(place)}}}};
}

using Name = std::pair<std::string, std::string>;

/// Walks the log and the rows once, in order.
class Auditor {
public:
    explicit Auditor(const Database& database) : m_database(database) {}

    Result<Audit> run()
    {
        for (const auto part :
             {&Auditor::check_steps, &Auditor::check_entries, &Auditor::check_rows}) {
            if (const Status status = (this->*part)(); !status) {
                return status.error();
            }
            if (!m_audit.fault.key.empty()) {
                break;
            }
        }
        return m_audit;
    }

private:
    /// The stacks are what the steps make of them.
    Status check_steps()
    {
        auto query = m_database.prepare(std::string(step_columns) + "ORDER BY rev");
        if (!query) {
            return query.error();
        }
        StepTops tops;
        for (;;) {
            const auto has_row = query->step();
            if (!has_row) {
                return has_row.error();
            }
            if (!*has_row) {
                return ok();
            }
            LoggedStep step = step_of(*query);
            if (step.rev != tops.rev + 1 || !is_linked(step, tops)) {
                m_audit = fault_at(0, "step", std::to_string(step.rev));
                return ok();
            }
            tops = {step.rev, step.links.undo_top, step.links.redo_top};
            m_steps.push_back(std::move(step));
        }
    }

    [[nodiscard]] bool is_linked(const LoggedStep& step, const StepTops& tops) const
    {
        const auto at = [&](Revision rev) { return m_steps[static_cast<std::size_t>(rev - 1)]; };
        StepLinks expected;
        if (step.command == "undo") {
            if (tops.undo == 0) {
                return false;
            }
            expected = after_undo(tops, at(tops.undo));
        } else if (step.command == "redo") {
            if (tops.redo == 0) {
                return false;
            }
            expected = after_redo(at(tops.redo));
        } else if (goes_on(step)) {
            if (tops.undo == 0) {
                return false;
            }
            expected = after_going_on(tops, at(tops.undo));
        } else {
            expected = after_edit(tops, step.command);
        }
        return expected == step.links;
    }

    Status check_entries()
    {
        auto query = m_database.prepare(std::string(entry_columns) + "ORDER BY l.seq");
        if (!query) {
            return query.error();
        }
        std::string prev_hash;
        for (std::int64_t seq = 1;; ++seq) {
            const auto has_row = query->step();
            if (!has_row) {
                return has_row.error();
            }
            if (!*has_row) {
                return ok();
            }
            const Entry entry = entry_of(*query);
            const Revision rev = query->number(8);
            if (entry.seq != seq || rev < 1 || rev > static_cast<Revision>(m_steps.size()) ||
                !is_sound(entry, m_steps[static_cast<std::size_t>(rev - 1)], prev_hash)) {
                m_audit = fault_at(m_audit.entries, "entry", std::to_string(seq));
                return ok();
            }
            ++m_audit.entries;
            prev_hash = entry.hash;
        }
    }

    bool is_sound(const Entry& entry, const LoggedStep& step, const std::string& prev_hash)
    {
        Last& last = m_last[{entry.change.kind, entry.change.id}];
        const std::string before = last.hash.empty() ? sha256_of("") : last.hash;
        last = {entry.after_hash, step.rev};
        return entry.prev_hash == prev_hash && entry.hash == chained(prev_hash, step, entry) &&
               entry.before_hash == before && sha256_of(entry.change.before) == before;
    }

    /// Each row is what the log's last entry about it left.
    Status check_rows()
    {
        auto query =
            m_database.prepare("SELECT kind, id, doc, rev, deleted FROM entity ORDER BY kind, id");
        if (!query) {
            return query.error();
        }
        std::size_t rows = 0;
        for (;;) {
            const auto has_row = query->step();
            if (!has_row) {
                return has_row.error();
            }
            if (!*has_row) {
                break;
            }
            const Name name{query->text(0), query->text(1)};
            const auto last = m_last.find(name);
            const std::string doc = query->text(2);
            if (last == m_last.end() || last->second.hash != sha256_of(doc) ||
                last->second.rev != query->number(3) || doc.empty() != (query->number(4) != 0)) {
                m_audit = fault_at(m_audit.entries, "row", name.first + "/" + name.second);
                return ok();
            }
            ++rows;
        }
        if (rows != m_last.size()) {
            m_audit = fault_at(m_audit.entries, "row_gone", std::to_string(m_last.size() - rows));
        }
        return ok();
    }

    const Database& m_database;
    Audit m_audit;
    /// A document after its last entry.
    struct Last {
        std::string hash;
        Revision rev = 0;
    };
    std::vector<LoggedStep> m_steps; ///< (revisions from 1)
    std::map<Name, Last> m_last;
};

} // namespace

Result<Audit> verify_log(const Database& database)
{
    return Auditor(database).run();
}

} // namespace dostyk::store

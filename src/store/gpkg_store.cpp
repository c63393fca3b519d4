#include "store/gpkg_store.hpp"

#include "core/files.hpp"
#include "core/time.hpp"
#include "store/change_log.hpp"
#include "store/durability.hpp"
#include "store/gpkg_schema.hpp"
#include "store/sha256.hpp"
#include "store/sqlite.hpp"

#include <pwd.h>
#include <unistd.h>

#include <map>
#include <system_error>
#include <utility>

namespace dostyk::store {

namespace {

namespace fs = std::filesystem;

/// Goes with every step.
std::string account_name()
{
    const passwd* account = ::getpwuid(::geteuid());
    return account == nullptr ? "?" : account->pw_name;
}

Row row_of(const Statement& query)
{
    // kind, id, doc, rev, deleted
    return {query.text(0), query.text(1), query.number(4) != 0 ? "" : query.text(2),
            query.number(3)};
}

class GpkgStore final : public Store, private Rows {
public:
    GpkgStore(Database database, std::string who)
    : m_database(std::move(database)), m_who(std::move(who))
    {}

    Result<Revision> revision() override
    {
        const auto top = m_database.number_of("SELECT max(rev) FROM step");
        if (!top) {
            return top.error();
        }
        return top->value_or(0);
    }

    Rows& rows() override { return *this; }

    Result<std::vector<Row>> read_all() override
    {
        return rows_of("SELECT kind, id, doc, rev, deleted FROM entity WHERE deleted = 0 "
                       "ORDER BY kind, id",
                       0);
    }

    Result<std::vector<Row>> changed_since(Revision rev) override
    {
        return rows_of("SELECT kind, id, doc, rev, deleted FROM entity WHERE rev > ?1 "
                       "ORDER BY kind, id",
                       rev);
    }

    Result<Row> find(std::string_view kind, std::string_view id) override
    {
        auto query = m_database.prepare(
            "SELECT kind, id, doc, rev, deleted FROM entity WHERE kind = ?1 AND id = ?2");
        if (!query) {
            return query.error();
        }
        query->bind(1, kind).bind(2, id);
        const auto has_row = query->step();
        if (!has_row) {
            return has_row.error();
        }
        return *has_row ? row_of(*query) : Row{std::string(kind), std::string(id), {}, 0};
    }

    Result<Row> find_at(std::string_view kind, std::string_view id, Revision rev) override
    {
        // The first change after the revision kept what was there before it.
        auto query = m_database.prepare("SELECT before FROM change_log WHERE kind = ?1 AND id = ?2 "
                                        "AND rev > ?3 ORDER BY seq LIMIT 1");
        if (!query) {
            return query.error();
        }
        query->bind(1, kind).bind(2, id).bind(3, rev);
        const auto has_row = query->step();
        if (!has_row) {
            return has_row.error();
        }
        return *has_row ? Row{std::string(kind), std::string(id), query->text(0), rev}
                        : find(kind, id);
    }

    Result<Revision> write(const EditMaker& make) override
    {
        return transact([&](const StepTops& tops) -> Result<Planned> {
            auto edit = make(*this);
            if (!edit) {
                return edit.error();
            }
            const auto links = links_of(*edit, tops);
            if (!links) {
                return links.error();
            }
            return Planned{*std::move(edit), *links};
        });
    }

    Result<Revision> undo() override
    {
        return transact([&](const StepTops& tops) {
            return put_back("undo", tops.undo, "error.nothing_to_undo",
                            [&](const LoggedStep& step) { return after_undo(tops, step); });
        });
    }

    Result<Revision> redo() override
    {
        return transact([&](const StepTops& tops) {
            return put_back("redo", tops.redo, "error.nothing_to_redo", after_redo);
        });
    }

    Result<std::vector<Step>> history(int at_most) override
    {
        return read_history(m_database, at_most);
    }

    Result<Stacks> stacks(int at_most) override { return read_stacks(m_database, at_most); }

    Result<std::vector<Row>> folder_base() override
    {
        return rows_of("SELECT kind, id, doc, 0, 0 FROM folder_base ORDER BY kind, id", 0);
    }

    Status set_folder_base(std::span<const Row> rows) override
    {
        auto transaction = Transaction::begin(m_database);
        auto upsert = m_database.prepare("INSERT OR REPLACE INTO folder_base VALUES (?1, ?2, ?3)");
        auto remove = m_database.prepare("DELETE FROM folder_base WHERE kind = ?1 AND id = ?2");
        if (!transaction || !upsert || !remove) {
            return !transaction ? transaction.error() : !upsert ? upsert.error() : remove.error();
        }
        for (const Row& row : rows) {
            Statement& statement = row.doc.empty() ? *remove : *upsert;
            statement.bind(1, row.kind).bind(2, row.id);
            if (!row.doc.empty()) {
                statement.bind(3, row.doc);
            }
            if (Status status = statement.run(); !status) {
                return status;
            }
        }
        return transaction->commit();
    }

    Result<std::int64_t> count_unwritten() override
    {
        const auto count = m_database.number_of(
            "SELECT (SELECT count(*) FROM entity e LEFT JOIN folder_base f USING (kind, id) "
            "WHERE e.deleted = 0 AND f.doc IS NOT e.doc) + (SELECT count(*) FROM folder_base f "
            "LEFT JOIN entity e USING (kind, id) WHERE e.fid IS NULL OR e.deleted = 1)");
        if (!count) {
            return count.error();
        }
        return count->value_or(0);
    }

    Status copy_to(const fs::path& file) override
    {
        auto copy = m_database.prepare("VACUUM INTO ?1");
        if (!copy) {
            return copy.error();
        }
        copy->bind(1, file.string());
        return copy->run();
    }

    Result<std::string> hash() override
    {
        auto query = m_database.prepare(
            "SELECT kind, id, doc FROM entity WHERE deleted = 0 ORDER BY kind, id");
        if (!query) {
            return query.error();
        }
        Sha256 sum;
        for (;;) {
            const auto has_row = query->step();
            if (!has_row) {
                return has_row.error();
            }
            if (!*has_row) {
                return sum.finish();
            }
            sum.add(query->text(0)).add(query->text(1)).add(query->text(2));
        }
    }

    Result<Audit> verify() override { return verify_log(m_database); }

private:
    struct Planned {
        Edit edit;
        StepLinks links;
    };

    Result<std::vector<Row>> rows_of(const char* sql, Revision rev)
    {
        auto query = m_database.prepare(sql);
        if (!query) {
            return query.error();
        }
        query->bind(1, rev); // a query without a parameter takes no notice
        std::vector<Row> rows;
        for (;;) {
            const auto has_row = query->step();
            if (!has_row) {
                return has_row.error();
            }
            if (!*has_row) {
                return rows;
            }
            rows.push_back(row_of(*query));
        }
    }

    Result<StepLinks> links_of(const Edit& edit, const StepTops& tops)
    {
        if (edit.continues == 0 || edit.continues != tops.undo) {
            return after_edit(tops, edit.command);
        }
        const auto last = find_step(m_database, tops.undo);
        if (!last) {
            return last.error();
        }
        return after_going_on(tops, *last);
    }

    /// The rows of the step on top of a stack, as they were before it.
    template <typename Links>
    Result<Planned> put_back(const char* command, Revision top, const char* nothing_left,
                             const Links& links_after)
    {
        if (top == 0) {
            return Error{ErrorCode::invalid, {nothing_left, {}}, {}};
        }
        const auto step = find_step(m_database, top);
        auto rows = step ? rows_before(m_database, *step) : Result<std::vector<Row>>(step.error());
        if (!rows) {
            return rows.error();
        }
        return Planned{{command, *std::move(rows), 0}, links_after(*step)};
    }

    template <typename Plan>
    Result<Revision> transact(const Plan& plan)
    {
        auto transaction = Transaction::begin(m_database);
        if (!transaction) {
            return transaction.error();
        }
        const auto tops = find_tops(m_database);
        if (!tops) {
            return tops.error();
        }
        auto planned = plan(*tops);
        if (!planned) {
            return planned.error();
        }
        const auto changes = changes_of(planned->edit.rows);
        if (!changes) {
            return changes.error();
        }
        // A run of steps may have come back to where it began: taking it back is a step all the
        // same, or what lies below it on the stack would be out of reach.
        if (changes->empty() && planned->links.undo_top == tops->rev + 1) {
            return tops->rev; // nothing differs: no step
        }
        const LoggedStep step{tops->rev + 1, planned->edit.command, m_who, to_iso(now()),
                              planned->links};
        if (const Status status = log_step(m_database, step, *changes); !status) {
            return status.error();
        }
        for (const Change& change : *changes) {
            if (const Status status = put(change, step); !status) {
                return status.error();
            }
        }
        if (const Status status = transaction->commit(); !status) {
            return status.error();
        }
        return step.rev;
    }

    /// What really differs; of several rows of one name the last one counts.
    Result<std::vector<Change>> changes_of(const std::vector<Row>& rows)
    {
        std::map<std::pair<std::string, std::string>, std::string> wanted;
        for (const Row& row : rows) {
            wanted[{row.kind, row.id}] = row.doc;
        }
        std::vector<Change> changes;
        for (const auto& [name, doc] : wanted) {
            auto before = find(name.first, name.second);
            if (!before) {
                return before.error();
            }
            if (before->doc != doc) {
                changes.push_back({name.first, name.second, std::move(before->doc), doc});
            }
        }
        return changes;
    }

    Status put(const Change& change, const LoggedStep& step)
    {
        auto upsert = m_database.prepare(
            "INSERT INTO entity (kind, id, rev, updated_at, updated_by, deleted, geom, doc) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (kind, id) DO UPDATE SET "
            "rev = ?3, updated_at = ?4, updated_by = ?5, deleted = ?6, geom = ?7, doc = ?8");
        if (!upsert) {
            return upsert.error();
        }
        upsert->bind(1, change.kind).bind(2, change.id).bind(3, step.rev).bind(4, step.at);
        upsert->bind(5, step.who).bind(6, std::int64_t{change.after.empty() ? 1 : 0});
        const std::string geometry = geometry_of(change.after);
        if (geometry.empty()) {
            upsert->bind_null(7);
        } else {
            upsert->bind_blob(7, geometry);
        }
        upsert->bind(8, change.after);
        return upsert->run();
    }

    Database m_database;
    std::string m_who;
};

} // namespace

Result<std::unique_ptr<Store>> open_store(const fs::path& file, const OpenOptions& options)
{
    std::error_code error;
    const bool is_there = fs::exists(file, error) && fs::file_size(file, error) > 0;
    if (!is_there && !options.may_create) {
        return Error{ErrorCode::not_found, {"error.file_missing", {{"file", file.string()}}}, {}};
    }
    if (!is_there && file.has_parent_path()) {
        make_folders(file.parent_path());
    }
    auto database = Database::open(
        file, is_there ? Database::Mode::read_write : Database::Mode::create, options.vfs);
    if (!database) {
        return database.error();
    }
    // A foreign file is left as it is: it is looked into before anything is set. One without any
    // table is a store whose making was cut short, and is made whole.
    const auto blank = is_there ? is_blank(*database) : Result<bool>(true);
    if (!blank) {
        return blank.error();
    }
    const bool is_made_now = *blank && options.may_create;
    if (!is_made_now) {
        if (const Status status = check_tables(*database, file); !status) {
            return status.error();
        }
    }
    if (const Status status = set_durability(*database, file); !status) {
        return status.error();
    }
    if (is_made_now) {
        if (const Status status = create_tables(*database); !status) {
            return status.error();
        }
    }
    return std::unique_ptr<Store>(std::make_unique<GpkgStore>(
        *std::move(database), options.who.empty() ? account_name() : options.who));
}

} // namespace dostyk::store

#include "store/gpkg_store.hpp"

#include "core/files.hpp"
#include "core/time.hpp"
#include "store/change_log.hpp"
#include "store/durability.hpp"
#include "store/entity_rows.hpp"
#include "store/gpkg_schema.hpp"
#include "store/personal.hpp"
#include "store/sha256.hpp"
#include "store/sqlite.hpp"

#include <fcntl.h>
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

/// An empty file that its owner alone may read: SQLite fills it, and gives what lies beside it the
/// same rights. A folder that takes none shows it when SQLite comes.
void make_for_owner(const fs::path& file)
{
    constexpr mode_t for_owner = 0600;
    const int fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, for_owner);
    if (fd >= 0) {
        ::close(fd);
    }
}

class GpkgStore final : public Store, private Rows {
public:
    GpkgStore(Database database, std::string who)
    : m_database(std::move(database)), m_who(std::move(who))
    {}

    Result<Revision> revision() override
    {
        const auto top = m_database.number_of("SELECT max(rev) FROM step");
        return top ? Result<Revision>(top->value_or(0)) : top.error();
    }

    Rows& rows() override { return *this; }

    Status each_row(const std::function<void(Row)>& take) override
    {
        return each_revealed("SELECT kind, id, doc, rev, deleted FROM entity WHERE deleted = 0 "
                             "ORDER BY kind, id",
                             0, take);
    }

    Result<std::vector<RowCount>> count_rows() override { return store::count_rows(m_database); }

    Result<std::vector<Row>> changed_since(Revision rev) override
    {
        // "+": SQLite would rather walk through all rows in the order of the primary key.
        return rows_of("SELECT kind, id, doc, rev, deleted FROM entity WHERE rev > ?1 "
                       "ORDER BY +kind, +id",
                       rev);
    }

    Result<Row> find(std::string_view kind, std::string_view id) override
    {
        return revealed(find_row(m_database, kind, id));
    }

    Result<Row> find_at(std::string_view kind, std::string_view id, Revision rev) override
    {
        return revealed(find_row_at(m_database, kind, id, rev));
    }

    Result<Revision> write(const EditMaker& make) override
    {
        return transact([&](const StepTops& tops) -> Result<Planned> {
            auto edit = make(*this);
            if (!edit) {
                return edit.error();
            }
            for (Row& row : edit->rows) {
                auto hidden = m_personal.hide(std::move(row.doc));
                if (!hidden) {
                    return hidden.error();
                }
                row.doc = *std::move(hidden);
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
            const auto hidden = m_personal.hide(row.doc);
            if (!hidden) {
                return hidden.error();
            }
            if (!row.doc.empty()) {
                statement.bind(3, *hidden);
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
        make_for_owner(file);
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
            const auto doc = m_personal.reveal(query->text(2));
            if (!doc) {
                return doc.error();
            }
            sum.add(query->text(0)).add(query->text(1)).add(*doc);
        }
    }

    Result<Audit> verify() override
    {
        auto audit = verify_log(m_database);
        if (!audit || !audit->fault.key.empty()) {
            return audit;
        }
        const auto fault = m_personal.find_fault();
        if (!fault) {
            return fault.error();
        }
        if (!fault->empty()) {
            constexpr std::size_t enough_digits = 12;
            audit->fault = {"audit.personal", {{"place", fault->substr(0, enough_digits)}}};
        }
        return audit;
    }

private:
    struct Planned {
        Edit edit;
        StepLinks links;
    };

    Result<Row> revealed(Result<Row> row) const
    {
        auto doc = row ? m_personal.reveal(std::move(row->doc)) : Result<std::string>(row.error());
        if (!doc) {
            return doc.error();
        }
        row->doc = *std::move(doc);
        return row;
    }

    /// Rows as they are read; those of the log stay as they lie.
    Status each_revealed(const char* sql, Revision rev, const std::function<void(Row)>& take)
    {
        return store::each_row(m_database, sql, rev, [&](Row stored) {
            auto row = revealed(std::move(stored));
            if (row) {
                take(*std::move(row));
            }
            return row ? ok() : Status(row.error());
        });
    }

    Result<std::vector<Row>> rows_of(const char* sql, Revision rev)
    {
        std::vector<Row> rows;
        const Status status =
            each_revealed(sql, rev, [&](Row row) { rows.push_back(std::move(row)); });
        return status ? Result<std::vector<Row>>(std::move(rows)) : status.error();
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
            if (const Status status = put_row(m_database, change, step); !status) {
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
            auto before = find_row(m_database, name.first, name.second);
            if (!before) {
                return before.error();
            }
            if (before->doc != doc) {
                changes.push_back({name.first, name.second, std::move(before->doc), doc});
            }
        }
        return changes;
    }

    Database m_database;
    PersonalTable m_personal{m_database};
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
        if (const Status made = make_folders(file.parent_path()); !made) {
            return made.error();
        }
    }
    if (!is_there && options.vfs.empty()) {
        make_for_owner(file);
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

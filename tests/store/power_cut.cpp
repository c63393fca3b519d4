#include "store/power_cut.hpp"

#include "support/golden.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <functional>
#include <unordered_set>
#include <utility>

namespace dostyk::test {

namespace fs = std::filesystem;

namespace {

int checkpoint_pages = 0;

/// SQLite sets its own number after the extensions, so ours waits for the first statement.
int on_statement(unsigned /*what*/, void* database, void* /*statement*/, void* /*text*/)
{
    auto* connection = static_cast<sqlite3*>(database);
    sqlite3_wal_autocheckpoint(connection, checkpoint_pages);
    return sqlite3_trace_v2(connection, 0, nullptr, nullptr);
}

int set_checkpoint(sqlite3* database, char** /*error*/, const void* /*routines*/)
{
    return sqlite3_trace_v2(database, SQLITE_TRACE_STMT, on_statement, database);
}

/// SQLite takes every entry point as the same type of function and calls it as what it is.
void (*as_entry_point())()
{
    return reinterpret_cast<void (*)()>(set_checkpoint);
}

std::size_t hash_of(const FileImages& images)
{
    std::size_t sum = 0;
    for (const auto& [name, content] : images) {
        sum = sum * 31 + std::hash<std::string>{}(name);
        sum = sum * 31 + std::hash<std::string>{}(content);
    }
    return sum;
}

/// Opens one state after the other in one folder.
class Surgery {
public:
    Surgery(const std::vector<Moment>& moments, const CutPlan& plan)
    : m_moments(moments), m_plan(plan), m_folder("power_cut")
    {}

    void look_at(const FileImages& images, std::size_t ops_done, const char* cut)
    {
        if (!m_seen.insert(hash_of(images) ^ ops_done_before(ops_done)).second) {
            return;
        }
        ++m_report.states;
        lay_out(images);
        m_place = std::string(cut) + " after " + std::to_string(ops_done);
        judge(promised_at(ops_done));
    }

    [[nodiscard]] CutReport report() const { return m_report; }

private:
    /// The same files count anew once more has been promised of them.
    [[nodiscard]] std::size_t ops_done_before(std::size_t ops_done) const
    {
        const auto promised = promised_at(ops_done);
        return promised == m_moments.end() ? 0 : promised->ops * 0x9E3779B97F4A7C15ULL;
    }

    void lay_out(const FileImages& images)
    {
        for (const auto& entry : fs::directory_iterator(m_folder.path())) {
            fs::remove(entry.path());
        }
        for (const auto& [name, content] : images) {
            std::ofstream(m_folder.path() / name, std::ios::binary) << content;
        }
    }

    /// The last thing that was promised by then; end() before the store was made.
    [[nodiscard]] std::vector<Moment>::const_iterator promised_at(std::size_t ops_done) const
    {
        auto found = m_moments.end();
        for (auto at = m_moments.begin(); at != m_moments.end() && at->ops <= ops_done; ++at) {
            found = at->is_promised ? at : found;
        }
        return found;
    }

    void judge(std::vector<Moment>::const_iterator promised)
    {
        // Before the store was promised there may be none; then it is made.
        const bool may_create = promised == m_moments.end();
        auto opened = store::open_store(m_folder.path() / m_plan.file,
                                        {.may_create = may_create, .who = "test", .vfs = {}});
        if (!opened) {
            note(m_report.unsound, text_of(opened.error(), Language::en));
            return;
        }
        store::Store& store = **opened;
        const auto audit = store.verify();
        const auto rev = store.revision();
        const auto hash = store.hash();
        if (!audit || !rev || !hash || !audit->fault.key.empty()) {
            note(m_report.unsound, audit ? audit->fault.key : "cannot be read");
            return;
        }
        if (!may_create && *rev < promised->rev) {
            note(m_report.lost,
                 "revision " + std::to_string(*rev) + " of " + std::to_string(promised->rev));
            return;
        }
        if (!may_be(promised, *rev, *hash)) {
            note(m_report.foreign, "revision " + std::to_string(*rev) + " is in a strange state");
        }
    }

    /// What was promised, or one of the states that came after it up to the next promise.
    [[nodiscard]] bool may_be(std::vector<Moment>::const_iterator promised, store::Revision rev,
                              const std::string& hash) const
    {
        const bool has_promise = promised != m_moments.end();
        for (auto at = has_promise ? promised : m_moments.begin(); at != m_moments.end(); ++at) {
            if (at->rev == rev && at->hash == hash) {
                return true;
            }
            if (at->is_promised && !(has_promise && at == promised)) {
                return false;
            }
        }
        return false;
    }

    void note(int& count, const std::string& what)
    {
        ++count;
        if (m_report.first.empty()) {
            m_report.first = m_place + ": " + what;
        }
    }

    const std::vector<Moment>& m_moments;
    const CutPlan& m_plan;
    MemoryFolder m_folder;
    CutReport m_report;
    std::string m_place;
    std::unordered_set<std::size_t> m_seen;
};

} // namespace

MemoryFolder::MemoryFolder(const std::string& name)
{
    const fs::path memory = "/dev/shm";
    const bool has_memory = ::access(memory.c_str(), W_OK) == 0;
    m_path = has_memory ? memory / ("dostyk-" + std::to_string(::getpid()) + "-" + name)
                        : scratch_dir(name);
    fs::remove_all(m_path);
    fs::create_directories(m_path);
}

MemoryFolder::~MemoryFolder()
{
    std::error_code error;
    fs::remove_all(m_path, error);
}

CheckpointEvery::CheckpointEvery(int pages)
{
    checkpoint_pages = pages;
    sqlite3_auto_extension(as_entry_point());
}

CheckpointEvery::~CheckpointEvery()
{
    sqlite3_cancel_auto_extension(as_entry_point());
}

std::string document(Chance& chance, std::size_t size)
{
    std::string text = "{\"text\": \"";
    while (text.size() < size) {
        text += std::to_string(chance.next());
    }
    return text + "\"}";
}

Author::Author(RecordingVfs& vfs, fs::path file) : m_vfs(vfs), m_file(std::move(file))
{
    // The log's salts come of SQLite's numbers: the same in each run, so that the states are.
    sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SEED, 1, nullptr);
    reopen();
}

void Author::reopen()
{
    m_store.reset();
    auto opened =
        store::open_store(m_file, {.may_create = true, .who = "test", .vfs = m_vfs.name()});
    REQUIRE_MESSAGE(opened, (opened ? "" : text_of(opened.error(), Language::en)));
    m_store = *std::move(opened);
    note();
}

void Author::note()
{
    const auto rev = m_store->revision();
    const auto hash = m_store->hash();
    REQUIRE((rev && hash));
    m_moments.push_back({m_vfs.ops().size(), *rev, *hash, true});
}

void Author::write(std::vector<store::Row> rows)
{
    const auto rev = m_store->write([&](store::Rows&) -> Result<store::Edit> {
        return store::Edit{"set_field", std::move(rows)};
    });
    REQUIRE_MESSAGE(rev, (rev ? "" : text_of(rev.error(), Language::en)));
    note();
}

void Author::step(Chance& chance, std::size_t largest)
{
    const auto any_id = [&] { return "e" + std::to_string(chance.below(24)); };
    const std::uint64_t move = chance.below(16);
    if (move == 0) {
        reopen();
    } else if (move <= 2) {
        write({{"goal", any_id(), "", 0}});
    } else if (move <= 4) {
        (void)m_store->undo();
        note();
    } else if (move == 5) {
        (void)m_store->redo();
        note();
    } else if (move == 6) {
        std::vector<store::Row> rows;
        for (int i = 0; i < 5; ++i) {
            rows.push_back({"goal", any_id(), document(chance, 100), 0});
        }
        write(std::move(rows));
    } else {
        const std::size_t size = move == 7 ? largest : 40 + chance.below(largest / 16);
        write({{"goal", any_id(), document(chance, size), 0}});
    }
}

CutReport& CutReport::operator+=(const CutReport& other)
{
    states += other.states;
    lost += other.lost;
    foreign += other.foreign;
    unsound += other.unsound;
    first = first.empty() ? other.first : first;
    return *this;
}

CutReport cut_everywhere(const std::vector<DiskOp>& ops, const std::vector<Moment>& moments,
                         const CutPlan& plan)
{
    Chance chance(plan.seed);
    Surgery surgery(moments, plan);
    CutDisk disk;
    for (std::size_t done = 0; done <= ops.size(); ++done) {
        if (done >= plan.from && (done % plan.every == 0 || done == ops.size())) {
            surgery.look_at(disk.files(Cut::nothing, chance), done, "nothing");
            surgery.look_at(disk.files(Cut::everything, chance), done, "everything");
            surgery.look_at(disk.files(Cut::torn, chance), done, "torn");
            for (int i = 0; i < plan.mixtures && !disk.is_settled(); ++i) {
                surgery.look_at(disk.files(Cut::some, chance), done, "some");
                surgery.look_at(disk.files(Cut::few, chance), done, "few");
            }
        }
        if (done < ops.size()) {
            disk.apply(ops[done]);
        }
    }
    return surgery.report();
}

} // namespace dostyk::test

#include "store/power_cut.hpp"
#include "store/sqlite.hpp"

#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <functional>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace dostyk;
namespace fs = std::filesystem;
using test::DiskAction;
using test::Moment;

namespace {

constexpr std::array faults{DiskAction::write, DiskAction::sync, DiskAction::truncate,
                            DiskAction::remove};

Result<store::Revision> put(store::Store& store, const std::string& id, std::string doc)
{
    return store.write([&](store::Rows&) -> Result<store::Edit> {
        return store::Edit{"set_field", {{"goal", id, std::move(doc), 0}}};
    });
}

std::string text_of_size(std::uint64_t seed, std::size_t size)
{
    test::Chance chance(seed);
    return test::document(chance, size);
}

/// One way to save, and the disk on which it is done.
struct Save {
    std::string name;
    std::function<Result<store::Revision>(store::Store&)> run;
    int checkpoint_pages = 1000;
    bool has_shared_memory = true;
};

std::vector<Save> saves()
{
    const auto small = [](store::Store& store) { return put(store, "e1", "{\"n\": 1}"); };
    const auto large = [](store::Store& store) {
        return put(store, "e2", text_of_size(9, 60'000));
    };
    const auto undo = [](store::Store& store) { return store.undo(); };
    return {
        {"small edit", small},
        {"large document", large},
        {"undo", undo},
        {"small edit that checkpoints", small, 4},
        {"large document that checkpoints", large, 4},
        {"small edit with a journal", small, 1000, false},
        {"large document with a journal", large, 1000, false},
        {"undo with a journal", undo, 1000, false},
    };
}

/// Some edits, so that the store has a history and its log some pages.
void work(test::Author& author)
{
    for (std::uint64_t i = 0; i < 8; ++i) {
        author.write({{"goal", "e" + std::to_string(i % 3), text_of_size(i, 60 + 900 * i), 0}});
    }
}

/// The state in a folder as another process finds it after this one ended at once; without the
/// shared memory, which ends with the processes.
Moment left_in(const fs::path& folder, bool may_create)
{
    const test::MemoryFolder copy("fault_copy");
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".gpkg-shm") {
            fs::copy_file(entry.path(), copy.path() / entry.path().filename());
        }
    }
    const auto opened = store::open_store(copy.path() / "p.gpkg",
                                          {.may_create = may_create, .who = "test", .vfs = {}});
    REQUIRE_MESSAGE(opened, (opened ? "" : text_of(opened.error(), Language::en)));
    CHECK((*opened)->verify()->fault.key.empty());
    return {0, *(*opened)->revision(), *(*opened)->hash(), true};
}

bool are_same(const Moment& one, const Moment& other)
{
    return one.rev == other.rev && one.hash == other.hash;
}

/// A store on a disk that fails.
class Bench {
public:
    explicit Bench(const Save& save)
    : m_save(save), m_checkpoints(save.checkpoint_pages), m_vfs("fault"), m_folder("fault")
    {
        m_vfs.set_shared_memory(save.has_shared_memory);
        m_author.emplace(m_vfs, m_folder.path() / "p.gpkg");
        work(*m_author);
    }

    /// The state after the save when nothing fails.
    Moment saved()
    {
        REQUIRE(m_save.run(m_author->store()));
        m_author->note();
        return m_author->moments().back();
    }

    /// False when the save is over before the nth action.
    bool inject(DiskAction action, int nth, bool stays, const Moment& saved)
    {
        const Moment old = m_author->moments().back();
        m_ops_before = m_vfs.ops().size();
        m_vfs.fail_at(action, nth, stays);
        const auto rev = m_save.run(m_author->store());
        if (!m_vfs.has_failed()) {
            return false;
        }
        if (rev) {
            CHECK(*rev == saved.rev);
        } else {
            CHECK(text_of(rev.error(), Language::en).size() > 20);
            CHECK(rev.error().code == ErrorCode::write_failed);
        }
        const Moment left = left_in(m_folder.path(), false);
        CHECK((are_same(left, saved) || (!rev && are_same(left, old))));
        m_author->moments().push_back({m_vfs.ops().size(), saved.rev, saved.hash, bool(rev)});
        check_reading(rev ? saved : old);
        m_vfs.lift_fault();
        go_on(rev ? saved : old);
        return true;
    }

    /// A sync that failed may have lost what was waiting, whatever is synced later.
    test::CutReport cut()
    {
        return test::cut_everywhere(m_vfs.ops(), m_author->moments(),
                                    {.from = m_ops_before, .every = 3});
    }

private:
    /// Where the fault stays, a journal cannot be played back, and so the rows not be read.
    void check_reading(const Moment& expected)
    {
        const auto hash = m_author->store().hash();
        if (hash) {
            CHECK(*hash == expected.hash);
        }
    }

    void go_on(const Moment& expected)
    {
        store::Store& store = m_author->store();
        CHECK(*store.hash() == expected.hash);
        const auto rev = put(store, "after", "{}");
        REQUIRE(rev);
        CHECK(*rev == expected.rev + 1);
        m_author->note();
        CHECK(store.verify()->fault.key.empty());
        m_author->write({{"goal", "e0", text_of_size(3, 5000), 0}});
        m_author->close();
        CHECK(are_same(left_in(m_folder.path(), false), m_author->moments().back()));
    }

    const Save& m_save;
    test::CheckpointEvery m_checkpoints;
    test::RecordingVfs m_vfs;
    test::MemoryFolder m_folder;
    std::optional<test::Author> m_author;
    std::size_t m_ops_before = 0;
};

/// Let everything fail once, and then for good, that a save asks of the disk.
struct Injections {
    std::array<int, faults.size()> counts{};
    test::CutReport cuts;

    [[nodiscard]] int total() const { return std::accumulate(counts.begin(), counts.end(), 0); }
};

void inject_everywhere(const Save& save, Injections& injections)
{
    const Moment saved = Bench(save).saved();
    for (std::size_t kind = 0; kind < faults.size(); ++kind) {
        const DiskAction action = faults.at(kind);
        for (const bool stays : {false, true}) {
            for (int nth = 1;; ++nth) {
                CAPTURE(save.name);
                CAPTURE(kind);
                CAPTURE(nth);
                CAPTURE(stays);
                Bench bench(save);
                if (!bench.inject(action, nth, stays, saved)) {
                    break;
                }
                ++injections.counts.at(kind);
                if (action == DiskAction::sync) {
                    injections.cuts += bench.cut();
                }
            }
        }
    }
}

/// Open a store, or make one, on a disk that fails; false when it is done before the nth action.
bool inject_into_opening(const fs::path& folder, DiskAction action, int nth, bool stays)
{
    test::RecordingVfs vfs("fault_open");
    const fs::path file = folder / "p.gpkg";
    const store::OpenOptions options{.may_create = true, .who = "test", .vfs = vfs.name()};
    const bool is_there = fs::exists(file);
    const Moment before = is_there ? left_in(folder, false) : Moment{};
    vfs.fail_at(action, nth, stays);
    {
        // Closing it brings the log into the database, which fails as well.
        const auto opened = store::open_store(file, options);
        if (!opened) {
            CHECK(text_of(opened.error(), Language::en).size() > 20);
        }
    }
    if (!vfs.has_failed()) {
        return false;
    }
    const Moment left = left_in(folder, true);
    CHECK(left.rev == before.rev);
    CHECK((!is_there || left.hash == before.hash));
    vfs.lift_fault();
    auto again = store::open_store(file, options);
    REQUIRE_MESSAGE(again, (again ? "" : text_of(again.error(), Language::en)));
    CHECK(*(*again)->hash() == left.hash);
    CHECK(put(**again, "after", "{}"));
    CHECK((*again)->verify()->fault.key.empty());
    return true;
}

/// What is left of an author at work that was killed: a database and a log.
void leave_log(const fs::path& folder)
{
    test::RecordingVfs vfs("fault_log");
    const test::MemoryFolder place("fault_log");
    test::Author author(vfs, place.path() / "p.gpkg");
    work(author);
    for (const char* name : {"p.gpkg", "p.gpkg-wal"}) {
        fs::copy_file(place.path() / name, folder / name);
    }
}

/// Whether all went on as it must on a disk of so many bytes; the number of edits that were kept.
int fill_disk(std::int64_t quota, bool has_shared_memory)
{
    CAPTURE(quota);
    CAPTURE(has_shared_memory);
    test::RecordingVfs vfs("fault_full");
    const test::MemoryFolder folder("fault_full");
    const store::OpenOptions options{.may_create = true, .who = "test", .vfs = vfs.name()};
    vfs.set_shared_memory(has_shared_memory);
    vfs.set_quota(quota);
    auto opened = store::open_store(folder.path() / "p.gpkg", options);
    Moment kept;
    if (opened) {
        kept = {0, 0, *(*opened)->hash(), true};
        for (std::uint64_t i = 0;; ++i) {
            const auto rev = put(**opened, "e" + std::to_string(i % 2),
                                 text_of_size(i, i % 2 == 0 ? 90'000 : 300));
            if (!rev) {
                CHECK(rev.error().message.key == "error.store_full");
                break;
            }
            kept = {0, *rev, *(*opened)->hash(), true};
        }
        CHECK(*(*opened)->hash() == kept.hash);
        CHECK(are_same(left_in(folder.path(), false), kept));
    } else {
        CHECK(opened.error().message.key == "error.store_full");
        CHECK(left_in(folder.path(), true).rev == 0);
    }
    vfs.set_quota(std::nullopt);
    if (!opened) {
        opened = store::open_store(folder.path() / "p.gpkg", options);
        REQUIRE(opened);
    }
    const auto rev = put(**opened, "after", "{}");
    REQUIRE(rev);
    CHECK(*rev == kept.rev + 1);
    const Moment last{0, *rev, *(*opened)->hash(), true};
    opened->reset();
    CHECK(are_same(left_in(folder.path(), false), last));
    return static_cast<int>(kept.rev);
}

} // namespace

TEST_SUITE("store/fault") {

TEST_CASE("a save on a disk that fails is whole or not there, and the next one goes on")
{
    Injections injections;
    for (const Save& save : saves()) {
        const int before = injections.total();
        inject_everywhere(save, injections);
        MESSAGE(save.name << ": " << injections.total() - before << " faults");
    }
    const auto& [writes, syncs, truncations, removals] = injections.counts;
    MESSAGE(writes << " writes, " << syncs << " syncs, " << truncations << " truncations, "
                   << removals << " removals failed; after the syncs the power was cut in "
                   << injections.cuts.states << " states " << injections.cuts.first);
    CHECK(injections.total() >= 150);
    CHECK(syncs >= 10);
    CHECK(removals >= 2);
    CHECK(injections.cuts.states >= 500);
    CHECK(injections.cuts.faults() == 0);
}

TEST_CASE("a commit that a reader keeps out is taken back, and the next one goes on")
{
    test::RecordingVfs vfs("fault_busy");
    vfs.set_shared_memory(false);
    const test::MemoryFolder folder("fault_busy");
    test::Author author(vfs, folder.path() / "p.gpkg");
    work(author);
    const Moment old = author.moments().back();
    {
        const auto reader = store::Database::open(folder.path() / "p.gpkg",
                                                  store::Database::Mode::read_write, vfs.name());
        REQUIRE(reader);
        auto rows = reader->prepare("SELECT kind FROM entity");
        REQUIRE((rows && *rows->step()));
        const auto rev = put(author.store(), "e1", "{}");
        REQUIRE_FALSE(rev);
        CHECK(rev.error().message.key == "error.store_busy");
        CHECK(*author.store().hash() == old.hash);
    }
    CHECK(*put(author.store(), "e1", "{}") == old.rev + 1);
    CHECK(author.store().verify()->fault.key.empty());
}

TEST_CASE("a store is opened or made, or an error is told, and the next time it opens")
{
    int count = 0;
    for (const bool is_there : {false, true}) {
        for (const DiskAction action : faults) {
            for (const bool stays : {false, true}) {
                for (int nth = 1;; ++nth) {
                    CAPTURE(is_there);
                    CAPTURE(static_cast<int>(action));
                    CAPTURE(nth);
                    CAPTURE(stays);
                    const test::MemoryFolder folder("fault_open");
                    if (is_there) {
                        leave_log(folder.path());
                    }
                    if (!inject_into_opening(folder.path(), action, nth, stays)) {
                        break;
                    }
                    ++count;
                }
            }
        }
    }
    MESSAGE(count << " faults");
    CHECK(count >= 50);
}

TEST_CASE("a full disk is told, takes no edit that was promised, and work goes on with space")
{
    int kept = 0;
    constexpr std::int64_t step = 4096;
    for (std::int64_t quota = 0; quota <= 2 << 20; quota += step) {
        kept += fill_disk(quota, true);
    }
    for (std::int64_t quota = 0; quota <= 2 << 20; quota += 16 * step) {
        kept += fill_disk(quota, false);
    }
    MESSAGE(kept << " edits kept on 546 disks");
    CHECK(kept > 2000);
}

} // TEST_SUITE

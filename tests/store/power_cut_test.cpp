#include "store/power_cut.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace dostyk;

namespace {

/// Work for some steps, and cut the power everywhere.
test::CutReport work_and_cut(test::RecordingVfs& vfs, std::uint64_t seed, int steps,
                             std::size_t largest, test::CutPlan plan)
{
    const test::MemoryFolder folder("power_cut_work");
    test::Chance chance(seed);
    test::Author author(vfs, folder.path() / plan.file);
    for (int i = 0; i < steps; ++i) {
        author.step(chance, largest);
    }
    author.close();
    plan.seed = seed;
    return test::cut_everywhere(vfs.ops(), author.moments(), plan);
}

/// How often the log went into the database, which is what syncs the database.
std::ptrdiff_t checkpoints_of(const test::RecordingVfs& vfs)
{
    return std::count_if(vfs.ops().begin(), vfs.ops().end(), [](const test::DiskOp& op) {
        return op.action == test::DiskAction::sync && op.file == "p.gpkg";
    });
}

std::string summary_of(const test::CutReport& report)
{
    return std::to_string(report.states) + " states, " + std::to_string(report.lost) + " lost, " +
           std::to_string(report.foreign) + " foreign, " + std::to_string(report.unsound) +
           " unsound " + report.first;
}

} // namespace

TEST_SUITE("store/power_cut") {

TEST_CASE("a disk keeps what was synced and may lose the rest")
{
    using test::DiskAction;
    test::CutDisk disk;
    test::Chance chance(1);
    disk.apply({DiskAction::create, "f", 0, {}, false});
    disk.apply({DiskAction::write, "f", 0, std::string(2000, 'a'), false});
    CHECK(disk.files(test::Cut::nothing, chance).empty());
    CHECK(disk.files(test::Cut::everything, chance).at("f") == std::string(2000, 'a'));
    const std::string torn = disk.files(test::Cut::torn, chance).at("f");
    CHECK(torn.size() < 2000);
    CHECK(torn.size() % 512 == 0);

    disk.apply({DiskAction::sync, "f", 0, {}, false});
    CHECK(disk.is_settled());
    disk.apply({DiskAction::write, "f", 0, "b", false});
    disk.apply({DiskAction::failed_sync, "f", 0, {}, false});
    disk.apply({DiskAction::write, "f", 1, "c", false});
    disk.apply({DiskAction::sync, "f", 0, {}, false});
    // The failed sync has let go of the b; the one after it does not bring it back.
    CHECK_FALSE(disk.is_settled());
    CHECK(disk.files(test::Cut::nothing, chance).at("f").substr(0, 3) == "aca");
    CHECK(disk.files(test::Cut::everything, chance).at("f").substr(0, 3) == "bca");

    disk.apply({DiskAction::remove, "f", 0, {}, false});
    CHECK(disk.files(test::Cut::nothing, chance).count("f") == 1);
    disk.apply({DiskAction::remove, "f", 0, {}, true});
    CHECK(disk.files(test::Cut::nothing, chance).empty());
}

TEST_CASE("no loss of power takes an edit that was promised")
{
    const test::CheckpointEvery pages(40);
    test::CutReport all;
    for (std::uint64_t seed = 1; seed <= 2; ++seed) {
        test::RecordingVfs vfs("cut");
        all += work_and_cut(vfs, seed, 60, 12'000, {});
        CHECK(checkpoints_of(vfs) >= 5);
    }
    MESSAGE(summary_of(all));
    CHECK(all.faults() == 0);
    CHECK(all.states >= 5000);
}

TEST_CASE("nor where SQLite itself says when the log is checkpointed")
{
    test::RecordingVfs vfs("cut_large");
    const test::CutReport report = work_and_cut(vfs, 7, 40, 300'000, {.every = 40, .mixtures = 1});
    MESSAGE(summary_of(report));
    CHECK(checkpoints_of(vfs) >= 2);
    CHECK(report.faults() == 0);
    CHECK(report.states >= 100);
}

TEST_CASE("nor where there is no shared memory, and so a rollback journal")
{
    test::RecordingVfs vfs("cut_journal");
    vfs.set_shared_memory(false);
    const test::CutReport report = work_and_cut(vfs, 11, 40, 12'000, {});
    MESSAGE(summary_of(report));
    CHECK(std::none_of(vfs.ops().begin(), vfs.ops().end(),
                       [](const test::DiskOp& op) { return op.file == "p.gpkg-wal"; }));
    CHECK(report.faults() == 0);
    CHECK(report.states >= 1000);
}

TEST_CASE("with syncs turned off the same check finds edits that are lost")
{
    const test::CheckpointEvery pages(40);
    test::RecordingVfs vfs("cut_no_syncs");
    vfs.set_syncs(false);
    const test::CutReport report = work_and_cut(vfs, 1, 60, 12'000, {.every = 3});
    MESSAGE(summary_of(report));
    CHECK(report.lost > 0);
    CHECK(report.faults() > 0);
}

} // TEST_SUITE

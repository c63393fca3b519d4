#include "store/backup.hpp"

#include "store/conformance.hpp"
#include "store/gpkg_store.hpp"
#include "store/tamper.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdlib>

using namespace dostyk;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

Instant at(const char* iso)
{
    const auto instant = parse_iso(iso);
    REQUIRE(instant);
    return *instant;
}

struct Kept {
    fs::path file;
    std::unique_ptr<store::Store> store;

    explicit Kept(const char* name) : file(test::scratch_dir(name) / "p.gpkg")
    {
        ::setenv("XDG_STATE_HOME", (file.parent_path() / "state").c_str(), 1);
        auto opened = store::open_store(file, {.may_create = true, .who = "test", .vfs = {}});
        REQUIRE(opened);
        store = *std::move(opened);
    }

    [[nodiscard]] bool backs_up(Instant now) const
    {
        const auto made = store::back_up_if_due(*store, file, now);
        REQUIRE_MESSAGE(made, (made ? "" : text_of(made.error(), Language::en)));
        return made->has_value();
    }

    [[nodiscard]] std::vector<fs::path> backups() const
    {
        return store::find_backups(store::backups_of(file));
    }
};

} // namespace

TEST_SUITE("store/backup") {

TEST_CASE("a backup is the whole store, and one is made when something changed and time has passed")
{
    const Kept kept("backup_due");
    test::put(*kept.store, "a", "1");
    const Instant start = at("2026-11-24T09:05:00Z");
    CHECK(kept.backs_up(start));
    test::put(*kept.store, "a", "2");
    CHECK_FALSE(kept.backs_up(start + 9min)); // too soon
    CHECK(kept.backs_up(start + 11min));
    CHECK_FALSE(kept.backs_up(start + 60min)); // nothing new
    REQUIRE(kept.backups().size() == 2);
    CHECK(kept.backups()[0].filename() == "20261124T091600Z.gpkg");

    const auto copy = store::open_store(kept.backups()[0], {});
    REQUIRE(copy);
    CHECK(*(*copy)->hash() == *kept.store->hash());
    CHECK((*copy)->verify()->entries == 2);
    CHECK((*copy)->undo()); // its history is there as well
}

TEST_CASE("a copy that does not verify is no backup, and the older ones stay")
{
    const Kept kept("backup_unsound");
    test::put(*kept.store, "a", "1");
    const Instant start = at("2026-11-24T09:05:00Z");
    REQUIRE(kept.backs_up(start));
    test::put(*kept.store, "a", "2");
    test::tamper(kept.file, "UPDATE change_log SET before = 'x' WHERE seq = 2");
    const auto made = store::back_up_if_due(*kept.store, kept.file, start + 1h);
    CHECK_FALSE(made);
    CHECK(kept.backups().size() == 1);
    CHECK(std::distance(fs::directory_iterator(store::backups_of(kept.file)), {}) == 1);
}

TEST_CASE("rotation: a year of backups each hour leaves ten recent, seven days and four weeks")
{
    std::vector<Instant> all;
    const Instant newest = at("2026-11-24T09:00:00Z"); // a Tuesday
    for (int hour = 0; hour < 24 * 365; ++hour) {
        all.push_back(newest - std::chrono::hours(hour));
    }
    const auto gone = store::superfluous(all);
    std::vector<std::string> kept;
    for (const Instant instant : all) {
        if (std::find(gone.begin(), gone.end(), instant) == gone.end()) {
            kept.push_back(to_iso(instant));
        }
    }
    CHECK(kept == std::vector<std::string>{
                      "2026-11-24T09:00:00Z", "2026-11-24T08:00:00Z", "2026-11-24T07:00:00Z",
                      "2026-11-24T06:00:00Z", "2026-11-24T05:00:00Z", "2026-11-24T04:00:00Z",
                      "2026-11-24T03:00:00Z", "2026-11-24T02:00:00Z", "2026-11-24T01:00:00Z",
                      "2026-11-24T00:00:00Z", "2026-11-23T23:00:00Z", "2026-11-22T23:00:00Z",
                      "2026-11-21T23:00:00Z", "2026-11-20T23:00:00Z", "2026-11-19T23:00:00Z",
                      "2026-11-18T23:00:00Z", "2026-11-15T23:00:00Z", "2026-11-08T23:00:00Z"});
}

TEST_CASE("laws: the newest always stays, and rotating again removes nothing more")
{
    CHECK(rc::check("rotation", [] {
        const auto hours = *rc::gen::unique<std::vector<int>>(rc::gen::inRange(0, 24 * 400));
        std::vector<Instant> all;
        for (const int hour : hours) {
            all.push_back(Instant{std::chrono::hours(480000 + hour)});
        }
        std::sort(all.rbegin(), all.rend());
        const auto gone = store::superfluous(all);
        std::vector<Instant> kept;
        std::set_difference(all.rbegin(), all.rend(), gone.rbegin(), gone.rend(),
                            std::back_inserter(kept));
        std::reverse(kept.begin(), kept.end());
        RC_ASSERT(all.empty() == kept.empty());
        if (!all.empty()) {
            RC_ASSERT(kept.front() == all.front());
        }
        RC_ASSERT(store::superfluous(kept).empty());
    }));
}

} // TEST_SUITE

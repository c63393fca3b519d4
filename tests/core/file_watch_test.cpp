#include "core/file_watch.hpp"

#include "core/files.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <poll.h>

#include <algorithm>
#include <fstream>

using namespace dostyk;

TEST_SUITE("core/file_watch") {

namespace {

bool is_readable(int descriptor)
{
    pollfd wanted{descriptor, POLLIN, 0};
    return ::poll(&wanted, 1, 0) == 1;
}

} // namespace

TEST_CASE("what is written, made anew and removed in a folder is told once")
{
    const auto folder = test::scratch_dir("file_watch");
    REQUIRE(write_file_atomically(folder / "old.json", "1"));
    FileWatch watch;
    watch.add(folder);
    CHECK(watch.take().empty());
    CHECK_FALSE(is_readable(watch.descriptor()));

    REQUIRE(write_file_atomically(folder / "new.json", "1"));
    std::filesystem::remove(folder / "old.json");
    CHECK(is_readable(watch.descriptor()));
    const auto changed = watch.take();
    CHECK(std::count(changed.begin(), changed.end(), folder / "new.json") == 1);
    CHECK(std::count(changed.begin(), changed.end(), folder / "old.json") == 1);
    CHECK(watch.take().empty());
    CHECK_FALSE(is_readable(watch.descriptor()));
}

TEST_CASE("a folder that is not there is passed over, and the others are heard")
{
    const auto folder = test::scratch_dir("file_watch_missing");
    FileWatch watch;
    watch.add(folder / "none");
    watch.add(folder);
    REQUIRE(write_file_atomically(folder / "a", "1"));
    CHECK_FALSE(watch.take().empty());
}

TEST_CASE("more changes than the system keeps are told as a change of the folder")
{
    const auto folder = test::scratch_dir("file_watch_many");
    FileWatch watch;
    watch.add(folder);
    std::size_t most = 0;
    std::ifstream("/proc/sys/fs/inotify/max_queued_events") >> most;
    if (most == 0 || most > 40'000) {
        MESSAGE("skipped: the system keeps ", most, " events");
        return;
    }
    const auto file = (folder / "a");
    for (std::size_t i = 0; i < most; ++i) {
        std::ofstream(file).put('x');
        std::filesystem::remove(file);
    }
    const auto changed = watch.take();
    CHECK(std::count(changed.begin(), changed.end(), folder) == 1);
}

} // TEST_SUITE

#include "store/open_mark.hpp"

#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <optional>

using namespace dostyk;

TEST_SUITE("store/open_mark") {

namespace {

/// A process that opens the store and ends without any goodbye.
void open_and_die(const std::filesystem::path& store)
{
    const pid_t child = ::fork();
    if (child == 0) {
        const store::OpenMark mark(store);
        ::_exit(0);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
}

} // namespace

TEST_CASE("a clean end leaves no mark, and the next one hears of nothing")
{
    const auto store = test::scratch_dir("open_mark") / "p.gpkg";
    {
        const store::OpenMark mark(store);
        CHECK_FALSE(mark.was_cut_short());
        CHECK(std::filesystem::exists(store.string() + ".open"));
    }
    CHECK_FALSE(std::filesystem::exists(store.string() + ".open"));
    CHECK_FALSE(store::OpenMark(store).was_cut_short());
}

TEST_CASE("a process that dies leaves its mark, and the next one hears of it once")
{
    const auto store = test::scratch_dir("open_mark_dead") / "p.gpkg";
    open_and_die(store);
    CHECK(store::OpenMark(store).was_cut_short());
    CHECK_FALSE(store::OpenMark(store).was_cut_short());
}

TEST_CASE("while another has the store open nobody was cut short, and its mark stays")
{
    const auto store = test::scratch_dir("open_mark_two") / "p.gpkg";
    std::optional<store::OpenMark> first(store);
    {
        const store::OpenMark second(store);
        CHECK_FALSE(second.was_cut_short());
    }
    CHECK(std::filesystem::exists(store.string() + ".open"));
    first.reset();
    CHECK_FALSE(std::filesystem::exists(store.string() + ".open"));
}

TEST_CASE("where no mark can be set nothing is claimed")
{
    CHECK_FALSE(store::OpenMark("/nonexistent/folder/p.gpkg").was_cut_short());
}

} // TEST_SUITE

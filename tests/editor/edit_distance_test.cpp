#include "editor/edit_distance.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

using dostyk::editor::edit_distance;

TEST_SUITE("editor/edit_distance") {

TEST_CASE("each slip counts once")
{
    CHECK(edit_distance("bishkek", "bishkek", 2) == 0);
    CHECK(edit_distance("bishkek", "bishek", 2) == 1);
    CHECK(edit_distance("bishkek", "bihskek", 2) == 1);
    CHECK(edit_distance("bishkek", "pishkik", 2) == 2);
    CHECK(edit_distance("bishkek", "osh", 2) == 3);
    CHECK(edit_distance("", "ab", 3) == 2);
}

TEST_CASE("it is symmetric, and zero only for the same text")
{
    CHECK(rc::check([](const std::string& a, const std::string& b) {
        RC_ASSERT(edit_distance(a, b, 50) == edit_distance(b, a, 50));
        RC_ASSERT((edit_distance(a, b, 50) == 0) == (a == b));
    }));
}

} // TEST_SUITE

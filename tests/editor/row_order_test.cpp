#include "editor/row_order.hpp"

#include "core/fold.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

using namespace dostyk;
using editor::RowOrder;
using editor::SortKey;

namespace {

using Rows = std::vector<std::uint32_t>;

constexpr double no_time = 0;

const std::array<SortKey, 4> keys{SortKey{false, 2, "b"}, SortKey{true, 0, ""},
                                  SortKey{false, 2, "a"}, SortKey{false, 1, "z"}};
const std::array<const char*, 4> texts{"Қордай", "Ақжол", "Korday bridge", "Бишкек"};

RowOrder::Wish wish(bool is_descending, std::string_view words = {})
{
    return {[](std::size_t row) { return keys[row]; }, is_descending, words,
            [](std::size_t row) { return fold(texts[row]); }};
}

RowOrder four_rows()
{
    RowOrder order;
    order.read(keys.size());
    return order;
}

} // namespace

TEST_SUITE("editor/row_order") {

TEST_CASE("rows are sorted by number, then by text; what is missing stands last both ways")
{
    RowOrder order = four_rows();
    CHECK(order.update(wish(false), no_time));
    CHECK(order.shown() == Rows{3, 2, 0, 1});
    order.turn();
    CHECK(order.update(wish(true), no_time));
    CHECK(order.shown() == Rows{0, 2, 3, 1});
}

TEST_CASE("every word has to be in a row, and the order stays")
{
    RowOrder order = four_rows();
    CHECK(order.update(wish(false, "Korday"), no_time));
    CHECK(order.shown() == Rows{2, 0});
    order.filter_anew();
    CHECK(order.update(wish(false, "korday bri"), no_time));
    CHECK(order.shown() == Rows{2});
    CHECK(order.total() == 4);
}

TEST_CASE("without time it goes on in slices, and the rows stand as before until it is done")
{
    constexpr std::size_t count = 300;
    RowOrder order;
    order.read(count);
    const RowOrder::Wish backwards{[](std::size_t row) {
                                       return SortKey{false, -static_cast<double>(row), {}};
                                   },
                                   false,
                                   {},
                                   nullptr};
    int slices = 0;
    while (!order.update(backwards, no_time)) {
        ++slices;
        CHECK_FALSE(order.is_done());
        CHECK(order.shown().front() == 0);
    }
    CHECK(slices >= 2);
    CHECK(order.shown().front() == count - 1);
    CHECK(order.shown().back() == 0);
}

TEST_CASE("as many rows as before keep their places until they are sorted; others do not")
{
    RowOrder order = four_rows();
    REQUIRE(order.update(wish(false), no_time));
    order.read(4);
    CHECK(order.shown() == Rows{3, 2, 0, 1});
    order.read(2);
    CHECK(order.shown() == Rows{0, 1});
    order.clear();
    CHECK(order.shown().empty());
}

} // TEST_SUITE

#include "model/entity_table.hpp"

#include "model/entities.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace dostyk;
using model::EntityTable;

namespace {

using Names = std::vector<std::string>;

Names names_of(const EntityTable& table)
{
    Names names;
    for (const model::Entity& entity : table) {
        names.push_back(entity.kind + "/" + entity.id);
    }
    return names;
}

} // namespace

TEST_SUITE("model/entity_table") {

TEST_CASE("entities are sorted by the order of the schema, then by id")
{
    EntityTable table{test::entity("venue", "a"), test::entity("meeting", "z"),
                      test::entity("venue", "A"), test::entity("meeting", "b")};
    table.sort();
    CHECK(names_of(table) == Names{"meeting/b", "meeting/z", "venue/A", "venue/a"});
}

TEST_CASE("a copy keeps what it had while the other one is edited")
{
    EntityTable one{test::entity("meeting", "a"), test::entity("meeting", "b")};
    const EntityTable before = one;
    REQUIRE(&one[0] == &before[0]); // shared, not copied

    one.edit(0).pack = model::Pack::enriched;
    one.put(test::entity("meeting", "c"));
    one.erase("meeting", "b");

    CHECK(names_of(one) == Names{"meeting/a", "meeting/c"});
    CHECK(names_of(before) == Names{"meeting/a", "meeting/b"});
    CHECK(before[0].pack == model::Pack::strict);
    CHECK_FALSE(one == before);
}

TEST_CASE("what stands alone is edited without a copy")
{
    EntityTable table{test::entity("meeting", "a")};
    const model::Entity* before = &table[0];
    CHECK(&table.edit(0) == before);
}

TEST_CASE("an id is found in a table that is sorted and in one that is not")
{
    for (const bool is_sorted : {true, false}) {
        CAPTURE(is_sorted);
        EntityTable table{test::entity("venue", "m"), test::entity("meeting", "x"),
                          test::entity("source", "a")};
        if (is_sorted) {
            table.sort();
        }
        for (const char* id : {"m", "x", "a"}) {
            REQUIRE(table.find(id) != nullptr);
            CHECK(table.find(id)->id == id);
        }
        CHECK(table.find("n") == nullptr);
        CHECK(table.find("") == nullptr);
    }
}

TEST_CASE("putting and erasing is what a map does")
{
    std::mt19937 random(7);
    const std::array kinds{"meeting", "venue", "source"};
    EntityTable table;
    std::map<std::pair<std::size_t, std::string>, model::Pack> expected;
    for (int i = 0; i < 2000; ++i) {
        const std::size_t kind = random() % kinds.size();
        const std::string id = std::to_string(random() % 50);
        if (random() % 3 == 0) {
            table.erase(kinds[kind], id);
            expected.erase({kind, id});
        } else {
            model::Entity entity = test::entity(kinds[kind], id);
            entity.pack = random() % 2 == 0 ? model::Pack::strict : model::Pack::enriched;
            expected[{kind, id}] = entity.pack;
            table.put(std::move(entity));
        }
    }
    REQUIRE(table.size() == expected.size());
    CHECK(std::equal(table.begin(), table.end(), expected.begin(),
                     [&](const model::Entity& entity, const auto& each) {
                         return entity.kind == kinds[each.first.first] &&
                                entity.id == each.first.second && entity.pack == each.second;
                     }));
}

} // TEST_SUITE

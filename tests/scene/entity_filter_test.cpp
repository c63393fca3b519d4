#include "scene/entity_filter.hpp"

#include "model/entities.hpp"
#include "scene/compose_support.hpp"
#include "scene/small_map.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace dostyk;
using scene::EntityFilter;
using scene::EntityFilters;

namespace {

std::shared_ptr<const EntityFilter> filter_of(std::string kind, std::unordered_set<std::string> ids)
{
    return std::make_shared<const EntityFilter>(EntityFilter{std::move(kind), std::move(ids)});
}

} // namespace

TEST_SUITE("scene/entity_filter") {

TEST_CASE("a filter of a kind chooses among that kind, several have to agree")
{
    const model::Entity hall = test::entity("venue", "hall");
    const model::Entity palace = test::entity("venue", "palace");
    const model::Entity talks = test::entity("session", "talks");
    const EntityFilters halls{filter_of("venue", {"hall"})};
    CHECK(scene::passes({}, hall));
    CHECK(passes(halls, hall));
    CHECK_FALSE(passes(halls, palace));
    CHECK(passes(halls, talks));
    const EntityFilters both{halls.front(), filter_of("", {"palace", "hall"})};
    CHECK(passes(both, hall));
    CHECK_FALSE(passes(both, palace));
    CHECK_FALSE(passes(both, talks));
}

TEST_CASE("the map shows what passes and what is selected, and all of it again afterwards")
{
    scene::Composer composer(std::make_shared<scene::MapScene>(test::small_map()),
                             test::style("hall"), test::fonts());
    composer.set_project(test::small_project());
    scene::ViewState view = test::project_view(scene::MapMode::projects);
    const auto shown = [&] {
        std::set<std::string> ids;
        for (const scene::DrawSymbol& symbol : composer.compose(view, {1280, 720}).symbols) {
            if (test::small_project()->find(symbol.entity) != nullptr) { // no dot of a town
                ids.insert(symbol.entity);
            }
        }
        return ids;
    };
    const std::set<std::string> all = shown();
    REQUIRE(all.size() > 1);
    const std::string one = *all.begin();
    const std::string other = *std::next(all.begin());

    view.filters = {filter_of("", {one})};
    CHECK(shown() == std::set<std::string>{one});
    view.selected = other;
    CHECK(shown() == std::set<std::string>{one, other});
    view.selected.clear();
    view.filters = {filter_of("", {other})};
    CHECK(shown() == std::set<std::string>{other});
    view.filters.clear();
    CHECK(shown() == all);
}

} // TEST_SUITE

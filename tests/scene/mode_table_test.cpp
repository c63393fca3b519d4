#include "scene/mode_table.hpp"

#include "core/message.hpp"
#include "model/schema.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;
using scene::MapMode;

TEST_SUITE("scene/mode_table") {

TEST_CASE("every mode has a name that reads back, and a message")
{
    for (int i = 0; i < scene::map_mode_count; ++i) {
        const auto mode = static_cast<MapMode>(i);
        CHECK(scene::parse_map_mode(name_of(mode)) == mode);
        CHECK(has_message("mode." + std::string(name_of(mode))));
    }
    CHECK_FALSE(scene::parse_map_mode("nothing"));
}

TEST_CASE("every row names a kind, a field and words of the schema")
{
    for (const scene::ModeRow& row : scene::mode_rows()) {
        CAPTURE(row.kind);
        const model::KindRule* kind = model::find_kind(row.kind);
        REQUIRE(kind != nullptr);
        if (row.field.empty()) {
            continue;
        }
        const model::FieldRule* field = model::find_field(*kind, row.field);
        REQUIRE(field != nullptr);
        for (const std::string_view word : row.words) {
            CAPTURE(word);
            CHECK(std::find(field->words.begin(), field->words.end(), word) != field->words.end());
        }
    }
}

TEST_CASE("the plain map shows no entity, all others show some kind")
{
    bool has_rows[scene::map_mode_count] = {};
    for (const scene::ModeRow& row : scene::mode_rows()) {
        has_rows[static_cast<int>(row.mode)] = true;
    }
    for (int i = 0; i < scene::map_mode_count; ++i) {
        CHECK(has_rows[i] == (static_cast<MapMode>(i) != MapMode::plain));
    }
}

TEST_CASE("a power plant is part of water and energy, a factory is not")
{
    model::Entity plant;
    plant.kind = "project";
    model::Claim sector;
    sector.value = model::Word{"energy"};
    plant.fields["sector"] = {sector};
    CHECK(is_in_mode(plant, MapMode::water_energy, model::Pack::strict));
    plant.fields["sector"][0].value = model::Word{"metallurgy"};
    CHECK_FALSE(is_in_mode(plant, MapMode::water_energy, model::Pack::strict));
    CHECK(is_in_mode(plant, MapMode::projects, model::Pack::strict));
}

} // TEST_SUITE

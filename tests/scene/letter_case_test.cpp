#include "scene/letter_case.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("scene/letter_case") {

TEST_CASE("capitals of all four languages")
{
    CHECK(scene::to_capitals("Batken Region") == "BATKEN REGION");
    CHECK(scene::to_capitals("Алматинская область, съёмка") == "АЛМАТИНСКАЯ ОБЛАСТЬ, СЪЁМКА");
    CHECK(scene::to_capitals("әғқңөұүһі") == "ӘҒҚҢӨҰҮҺІ");
    CHECK(scene::to_capitals("ңөү") == "ҢӨҮ");
    CHECK(scene::to_capitals("Türkiye") == "TÜRKIYE");
}

TEST_CASE("capitals, figures and signs stay as they are")
{
    CHECK(scene::to_capitals("ҰЛЫТАУ 42° № –") == "ҰЛЫТАУ 42° № –");
}

} // TEST_SUITE

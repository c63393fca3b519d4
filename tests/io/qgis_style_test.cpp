#include "io/qgis_style.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("io/qgis_style") {

TEST_CASE("colours are channels, and labels are there when a column is named")
{
    const auto plain = io::qgis_style("#1E90FF", "#000000", "");
    CHECK(plain.find("v=\"30,144,255,255\"") != std::string::npos);
    CHECK(plain.find("labelsEnabled=\"0\"") != std::string::npos);
    CHECK(plain.find("<labeling") == std::string::npos);

    const auto labelled = io::qgis_style("#1E90FF", "#000000", "name_kk");
    CHECK(labelled.find("fieldName=\"name_kk\"") != std::string::npos);
}

} // TEST_SUITE

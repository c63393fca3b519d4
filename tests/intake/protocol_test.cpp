#include "intake/protocol.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <limits>

using namespace dostyk;

namespace {

intake::Table sample()
{
    intake::Table table;
    table.layer.name = "Саммит";
    table.layer.fields = {"name", "capacity", "share"};
    const geo::Ring ring{{70, 40}, {71, 40}, {71, 41}, {70, 40}};
    table.layer.features = {
        {geo::LonLat{71.4, 51.1}, {std::string("Зал"), std::int64_t{400}, 0.5}},
        {geo::MultiPolygon{{ring, {ring}}}, {std::monostate{}, std::monostate{}, -1.0}},
        {geo::MultiLineString{{{1, 2}, {3, 4}}}, {std::string(""), std::int64_t{-1}, 1e300}},
        {std::monostate{}, {std::string("x"), std::int64_t{0}, 0.0}}};
    table.row_numbers = {2, 3, 5, 8};
    table.is_crs_missing = true;
    return table;
}

std::string answer_bytes()
{
    return intake::to_bytes(intake::WorkerAnswer{{true, false, true}, std::vector{sample()}});
}

} // namespace

TEST_SUITE("intake/protocol") {

TEST_CASE("an answer comes out as it went in")
{
    const auto read = intake::read_answer(answer_bytes());

    REQUIRE(read);
    CHECK(read->confinement == intake::Confinement{true, false, true});
    REQUIRE(read->tables);
    REQUIRE(read->tables->size() == 1);
    const intake::Table& table = read->tables->front();
    CHECK(table.layer.name == "Саммит");
    CHECK(table.row_numbers == std::vector<std::int64_t>{2, 3, 5, 8});
    CHECK(table.is_crs_missing);
    CHECK(table.layer.features[0].attributes == sample().layer.features[0].attributes);
    CHECK(std::get<geo::LonLat>(table.layer.features[0].geometry) == geo::LonLat{71.4, 51.1});
    CHECK(std::get<geo::MultiPolygon>(table.layer.features[1].geometry)[0].holes.size() == 1);
    CHECK(std::get<geo::MultiLineString>(table.layer.features[2].geometry)[0].size() == 2);
}

TEST_CASE("a request comes out as it went in")
{
    const intake::WorkerRequest request{
        "/tmp/Список.csv", intake::Format::ods, "EPSG:32642", {10, 20, 30}};
    const auto read = intake::read_request(intake::to_bytes(request));
    REQUIRE(read);
    CHECK(read->file == request.file);
    CHECK(read->format == request.format);
    CHECK(read->crs == request.crs);
    CHECK(read->limits.vertices == 30);
    CHECK_FALSE(intake::read_request("nonsense"));
}

TEST_CASE("a reason comes out as it went in, and only with words that we have")
{
    const Error reason{ErrorCode::unsupported, {"import.no_text", {{"file", "a.csv"}}}, "a.csv"};
    const auto read = intake::read_answer(
        intake::to_bytes(intake::WorkerAnswer{{}, Result<std::vector<intake::Table>>(reason)}));
    REQUIRE(read);
    REQUIRE_FALSE(read->tables);
    CHECK(read->tables.error() == reason);

    const Error foreign{ErrorCode::invalid, {"no such words", {}}, {}};
    CHECK_FALSE(intake::read_answer(
        intake::to_bytes(intake::WorkerAnswer{{}, Result<std::vector<intake::Table>>(foreign)})));
}

TEST_CASE("an answer that is cut, longer, or has a position that is none is refused")
{
    const std::string bytes = answer_bytes();
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        CHECK_FALSE(intake::read_answer(std::string_view(bytes).substr(0, size)));
    }
    CHECK_FALSE(intake::read_answer(bytes + "x"));

    intake::Table nowhere = sample();
    nowhere.layer.features[0].geometry = geo::LonLat{std::numeric_limits<double>::infinity(), 0};
    CHECK_FALSE(
        intake::read_answer(intake::to_bytes(intake::WorkerAnswer{{}, std::vector{nowhere}})));
}

TEST_CASE("a number that is none is an empty cell")
{
    intake::Table table = sample();
    table.layer.features[0].attributes[2] = std::numeric_limits<double>::quiet_NaN();
    const auto read =
        intake::read_answer(intake::to_bytes(intake::WorkerAnswer{{}, std::vector{table}}));
    REQUIRE(read);
    CHECK(std::holds_alternative<std::monostate>(
        read->tables->front().layer.features[0].attributes[2]));
}

TEST_CASE("a picture comes out as it went in, and only whole and in a place that is one")
{
    const auto bytes_of = [](const geo::Raster& picture) {
        return intake::to_bytes(intake::WorkerAnswer{{}, std::vector<intake::Table>{}, picture});
    };
    geo::Raster picture;
    picture.width = 3;
    picture.height = 2;
    picture.bands = 4;
    picture.bounds.add(geo::WorldPoint{0.5, 0.25});
    picture.bounds.add(geo::WorldPoint{0.75, 0.5});
    picture.pixels.assign(24, 7);
    const auto read = intake::read_answer(bytes_of(picture));
    REQUIRE(read);
    CHECK(read->picture.width == 3);
    CHECK(read->picture.bounds.max.x == 0.75);
    CHECK(read->picture.pixels == picture.pixels);

    geo::Raster broken = picture;
    broken.pixels.pop_back();
    CHECK_FALSE(intake::read_answer(bytes_of(broken)));
    broken = picture;
    broken.width = 1'000'000;
    CHECK_FALSE(intake::read_answer(bytes_of(broken)));
    broken = picture;
    broken.bounds.max.x = 40;
    CHECK_FALSE(intake::read_answer(bytes_of(broken)));
    broken.bounds.max.x = std::numeric_limits<double>::quiet_NaN();
    CHECK_FALSE(intake::read_answer(bytes_of(broken)));
}

TEST_CASE("a layer that says where it is has no place that is not on the earth")
{
    intake::Table table = sample();
    table.layer.features[0].geometry = geo::LonLat{1e9, 12};
    CHECK(intake::read_answer(intake::to_bytes(intake::WorkerAnswer{{}, std::vector{table}})));
    table.is_crs_missing = false;
    CHECK_FALSE(
        intake::read_answer(intake::to_bytes(intake::WorkerAnswer{{}, std::vector{table}})));
}

TEST_CASE("one changed byte never harms the reader")
{
    const std::string good = answer_bytes();
    CHECK(rc::check("read or refused", [&] {
        std::string bytes = good;
        const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
        bytes[at] = *rc::gen::arbitrary<char>();
        const auto read = intake::read_answer(bytes);
        if (read && read->tables) {
            for (const intake::Table& table : *read->tables) {
                RC_ASSERT(table.row_numbers.size() == table.layer.features.size());
            }
        }
    }));
}

} // TEST_SUITE

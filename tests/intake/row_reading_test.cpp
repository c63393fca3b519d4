#include "intake/row_reading.hpp"

#include "support/foreign_rows.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

namespace {

intake::ReadRow read(const char* kind, const std::vector<std::string>& targets,
                     const std::vector<std::string>& cells, geo::Geometry geometry = {})
{
    static const model::Project project = test::small_project();
    static const intake::NameIndex names(project, test::unit_names());
    intake::Table table = test::table_of(targets, {cells});
    table.layer.features[0].geometry = std::move(geometry);
    intake::ColumnMapping mapping{kind, {}};
    for (const std::string& target : targets) {
        mapping.targets.push_back(intake::parse_target(target));
    }
    return intake::read_row(table, 0, mapping, {&names, intake::DateOrder::ask, true});
}

std::string fault(const intake::ReadRow& row)
{
    return row.notes.empty() ? "" : row.notes.front().note.message.key;
}

const model::Place* place_of(const intake::ReadRow& row)
{
    const auto place = row.values.find("place");
    return place != row.values.end() ? std::get_if<model::Place>(&place->second) : nullptr;
}

} // namespace

TEST_SUITE("intake/row_reading") {

TEST_CASE("columns of one field make one value")
{
    const auto row = read("venue", {"name.kk", "name.ru", "place.lat", "place.lon", "capacity"},
                          {"Зал", "Зал", "42,87", "74,59", ""});
    CHECK_FALSE(row.has_errors());
    const auto& name = std::get<Text4>(row.values.at("name"));
    CHECK(name[Language::kk] == "Зал");
    CHECK(name[Language::en].empty());
    REQUIRE(place_of(row) != nullptr);
    CHECK(place_of(row)->at == geo::LonLat{74.59, 42.87});
    CHECK(place_of(row)->precision == model::Precision::approximate);
    CHECK_FALSE(row.values.contains("capacity"));
}

TEST_CASE("places that cannot be are told as what they are")
{
    CHECK(fault(read("venue", {"place.lat", "place.lon"}, {"74.59", "42.87"})) ==
          "import.cell.place_exchanged");
    CHECK(fault(read("venue", {"place.lat", "place.lon"}, {"10", "10"})) ==
          "import.cell.outside_map");
    CHECK(fault(read("venue", {"place.lat", "place.lon"}, {"42.87", ""})) ==
          "import.cell.half_place");
    CHECK(fault(read("venue", {"place"}, {"Atlantis"})) == "import.cell.unknown_unit");
    CHECK(place_of(read("venue", {"place"}, {"KZ; Жамбылская область"}))->units ==
          std::vector<std::string>{"KZ", "KZ-31"});
}

TEST_CASE("a point of a map is the place, an outline is told to be left out")
{
    CHECK(place_of(read("venue", {"name.ru"}, {"A"}, geo::LonLat{74.6, 42.9}))->precision ==
          model::Precision::exact);
    const auto row = read("venue", {"name.ru"}, {"A"}, geo::MultiPolygon{});
    CHECK_FALSE(row.has_errors());
    CHECK(fault(row) == "import.row.outline_dropped");
}

TEST_CASE("an amount keeps its qualifier, and an unknown one is refused")
{
    const auto row =
        read("project", {"cost", "cost.unit", "cost.qualifier"}, {"7", "KZT", "up_to"});
    CHECK(std::get<model::Amount>(row.values.at("cost")) == model::Amount{7, "KZT", "up_to"});
    const auto refused =
        read("project", {"cost", "cost.unit", "cost.qualifier"}, {"7", "KZT", "perhaps"});
    CHECK(fault(refused) == "import.cell.unknown_word");
    CHECK_FALSE(refused.values.contains("cost"));
}

TEST_CASE("amounts have their unit beside or behind")
{
    const auto amount = [](const intake::ReadRow& row) {
        return std::get<model::Amount>(row.values.at("cost"));
    };
    CHECK(amount(read("project", {"cost"}, {"1 500,5 USD"})) == model::Amount{1500.5, "USD", {}});
    CHECK(amount(read("project", {"cost", "cost.unit"}, {"7", "KZT"})) ==
          model::Amount{7, "KZT", {}});
    CHECK(fault(read("project", {"cost"}, {"7"})) == "import.cell.unknown_measure");
    CHECK(fault(read("project", {"cost"}, {"7 doubloons"})) == "import.cell.unknown_measure");
    CHECK(fault(read("project", {"cost"}, {"lots USD"})) == "import.cell.no_number");
}

TEST_CASE("a session's time is one of its venue's clock")
{
    const auto row =
        read("session", {"name.ru", "date", "venue"}, {"A", "2026-11-24 09:00", "Большой зал"});
    CHECK(std::get<model::DateText>(row.values.at("date")).iso == "2026-11-24T09:00+06:00");
}

TEST_CASE("an arrival is by its point's clock, a stay lasts from day to day")
{
    const auto row = read("arrival", {"name.ru", "date", "date.time", "point"},
                          {"A", "24.11.2026", "09:00", "Большой зал"});
    CHECK(std::get<model::DateText>(row.values.at("date")).iso == "2026-11-24T09:00+06:00");
    const auto stay = read("accommodation", {"name.ru", "date", "date.end", "host_covered"},
                           {"A", "24.11.2026", "26.11.2026", "да"});
    CHECK_FALSE(stay.has_errors());
    CHECK(std::get<model::DateText>(stay.values.at("date")).iso == "2026-11-24/2026-11-26");
    CHECK(std::get<bool>(stay.values.at("host_covered")));
}

TEST_CASE("ids are taken as they are, or made of what stands there")
{
    CHECK(read("venue", {"id"}, {"hall-2"}).id == "hall-2");
    CHECK(read("venue", {"id"}, {"UID 7@x.org"}).id == "uid-7-x-org");
    CHECK(fault(read("venue", {"id"}, {"***"})) == "import.cell.no_id");
}

TEST_CASE("cells are text, whatever they were")
{
    CHECK(intake::cell_text(std::int64_t{12}) == "12");
    CHECK(intake::cell_text(0.1) == "0.1");
    CHECK(intake::cell_text(std::string("a")) == "a");
    CHECK(intake::cell_text({}).empty());
}

} // TEST_SUITE

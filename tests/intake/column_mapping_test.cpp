#include "intake/column_mapping.hpp"

#include "core/files.hpp"
#include "support/foreign_rows.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using Texts = std::vector<std::string>;

namespace {

Texts mapped(const Texts& columns, const char* kind, std::vector<Texts> rows = {})
{
    const intake::Table table = test::table_of(columns, std::move(rows));
    Texts targets;
    for (const auto& target : intake::guess_mapping(table, *model::find_kind(kind)).targets) {
        targets.push_back(intake::to_text(target));
    }
    return targets;
}

std::string kind_of(const Texts& columns, std::string_view file = "table")
{
    return intake::guess_kind(test::table_of(columns, {}), file).value_or("");
}

} // namespace

TEST_SUITE("intake/column_mapping") {

TEST_CASE("columns are guessed, and no field is filled twice")
{
    CHECK(mapped({"Название (рус)", "Название (каз)", "Страна", "Прочее"}, "delegation") ==
          Texts{"name.ru", "name.kk", "country", ""});
    CHECK(mapped({"name_en", "name_en"}, "venue") == Texts{"name.en", ""});
    CHECK(mapped({"start", "end", "zone"}, "session") == Texts{"date", "date.end", "date.zone"});
    CHECK(mapped({"Широта", "Долгота"}, "venue") == Texts{"place.lat", "place.lon"});
}

TEST_CASE("headings of tables that were made before the labels changed are still known")
{
    for (const char* heading : {"Сессия", "Мероприятие программы", "Іс-шарасы", "Иш-чарасы"}) {
        CAPTURE(heading);
        CHECK(mapped({"Название", heading}, "agenda_item") == Texts{"name.ru", "session"});
    }
    for (const char* heading : {"Өтетін орны", "Алаңы", "Алаң"}) {
        CAPTURE(heading);
        CHECK(mapped({"Атауы", heading}, "session") == Texts{"name.kk", "venue"});
    }
}

TEST_CASE("a text without a language goes to the one of its letters")
{
    CHECK(mapped({"name"}, "venue", {{"Үлкен зал, қала"}}) == Texts{"name.kk"});
    CHECK(mapped({"name"}, "venue", {{"Чоң зал, өлкө"}}) == Texts{"name.ky"});
    CHECK(mapped({"name"}, "venue", {{"Большой зал"}}) == Texts{"name.ru"});
    CHECK(mapped({"name"}, "venue", {{"Great hall"}}) == Texts{"name.en"});
}

TEST_CASE("the kind is guessed from the columns or from the file's name")
{
    CHECK(kind_of({"Название", "Глава делегации", "Члены делегации"}) == "delegation");
    CHECK(kind_of({"name", "date", "format", "venue"}) == "session");
    CHECK(kind_of({"name", "city", "capacity"}) == "venue");
    CHECK(kind_of({"name", "sector", "status", "cost"}) == "project");
    CHECK(kind_of({"name", "lat", "lon"}, "sites-2026") == "project");
    CHECK(kind_of({"Название", "Номер", "Докладчик", "Сессия"}) == "agenda_item");
    CHECK(kind_of({"Название", "Языковые пары", "Вид перевода"}) == "interpreter");
    CHECK(kind_of({"Название", "Делегация", "Гостиница", "Заезд", "Выезд"}) == "accommodation");
    CHECK(kind_of({"Название", "Делегация", "Дата прибытия", "Рейс", "Аэропорт"}) == "arrival");
    CHECK(kind_of({"Название", "Делегация", "Класс", "Госномер", "Водитель"}) == "vehicle");
    CHECK(kind_of({"Название"}, "Делегации") == "delegation");
    CHECK(kind_of({"Название"}).empty());
    CHECK(kind_of({"Qa", "Qb"}).empty());
}

TEST_CASE("targets are texts and back, and fit their kind or do not")
{
    const model::KindRule& venue = *model::find_kind("venue");
    for (const char* text : {"name.kk", "place.lat", "capacity", "id", ""}) {
        CHECK(intake::to_text(intake::parse_target(text)) == text);
        CHECK(intake::fits(intake::parse_target(text), venue));
    }
    for (const char* text : {"name", "name.xx", "head", "place.x", "capacity.kk", "id.kk"}) {
        CAPTURE(text);
        CHECK_FALSE(intake::fits(intake::parse_target(text), venue));
    }
}

TEST_CASE("what was accepted is remembered by the headings")
{
    const auto file = test::scratch_dir("mapping") / "memory.tsv";
    const intake::Table table = test::table_of({"Qa", "Qb"}, {});
    const intake::ColumnMapping mapping{"venue", {{"name", "ru"}, {"", ""}}};
    {
        intake::MappingMemory memory(file);
        CHECK_FALSE(memory.find(table, "venue"));
        REQUIRE(memory.keep(table, mapping));
    }
    const intake::MappingMemory memory(file);
    CHECK(memory.find(table, "venue") == mapping);
    CHECK(memory.find(test::table_of({"qa ", "QB"}, {}), "venue") == mapping);
    CHECK_FALSE(memory.find(table, "session"));
    CHECK_FALSE(memory.find(test::table_of({"Qa"}, {}), "venue"));
}

TEST_CASE("a memory that somebody has damaged is no harm")
{
    const auto file = test::scratch_dir("mapping") / "bad.tsv";
    REQUIRE(write_file_atomically(file, "venue\tqa|qb|\tnonsense.x|y\nrubbish\n\n"));
    const intake::MappingMemory memory(file);
    CHECK_FALSE(memory.find(test::table_of({"Qa", "Qb"}, {}), "venue"));
}

} // TEST_SUITE

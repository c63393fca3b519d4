#include "intake/header_words.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

namespace {

std::string meaning(const char* heading, const char* kind)
{
    const auto found = intake::meanings_of(heading, *model::find_kind(kind));
    if (found.empty()) {
        return "";
    }
    std::string text = found.front().field;
    text += found.front().part.empty() ? "" : "." + found.front().part;
    if (found.front().language) {
        text += ":" + std::string(code_of(*found.front().language));
    }
    return text;
}

} // namespace

TEST_SUITE("intake/header_words") {

TEST_CASE("headings of four languages mean fields")
{
    struct Case {
        const char* heading;
        const char* kind;
        const char* meaning;
    };
    for (const Case& each : {Case{"name", "venue", "name"},
                             Case{"name_kk", "venue", "name:kk"},
                             Case{"Название (рус.)", "delegation", "name:ru"},
                             Case{"Атауы (қаз)", "venue", "name:kk"},
                             Case{"Аталышы", "venue", "name:ky"},
                             Case{"Название", "venue", "name:ru"},
                             Case{"Name, English", "venue", "name:en"},
                             Case{"kz_name", "crossing", "kz_name"},
                             Case{"ФИО", "person", "name:ru"},
                             Case{"Вместимость", "venue", "capacity"},
                             Case{"Сыйымдылығы", "venue", "capacity"},
                             Case{"Широта", "venue", "place.lat"},
                             Case{"lon", "project", "place.lon"},
                             Case{"Дата проведения", "session", "date"},
                             Case{"Время", "session", "date.time"},
                             Case{"time zone", "session", "date.zone"},
                             Case{"zone", "venue", "zone"},
                             Case{"Глава делегации", "delegation", "head"},
                             Case{"Дата прибытия", "arrival", "date"},
                             Case{"Время прилёта", "arrival", "date.time"},
                             Case{"Рейс", "arrival", "service"},
                             Case{"Аэропорт", "arrival", "point"},
                             Case{"check-out", "accommodation", "date.end"},
                             Case{"Гостиница", "accommodation", "venue"},
                             Case{"Мейманкана", "accommodation", "venue"},
                             Case{"Номер в гостинице", "accommodation", "room"},
                             Case{"Госномер", "vehicle", "plate"},
                             Case{"Число мест", "vehicle", "capacity"},
                             Case{"Тип автомобиля", "vehicle", "class"},
                             Case{"Номер", "agenda_item", "number"},
                             Case{"Баяндамашы", "agenda_item", "speaker"},
                             Case{"Языки", "interpreter", "language_pairs"},
                             Case{"Бейджи", "delegation", "badges"},
                             Case{"Рейс", "venue", ""},
                             Case{"ID *", "venue", "id"},
                             Case{"place precision", "venue", "place.precision"},
                             Case{"cost unit", "project", "cost.unit"},
                             Case{"Стоимость", "project", "cost"},
                             Case{"Colour", "venue", ""},
                             Case{"", "venue", ""},
                             Case{"cost", "venue", ""}}) {
        CAPTURE(std::string(each.heading));
        CAPTURE(std::string(each.kind));
        CHECK(meaning(each.heading, each.kind) == each.meaning);
    }
}

TEST_CASE("every field of every kind is known by its own name and by each of its labels")
{
    for (const model::KindRule& kind : model::kinds()) {
        for (const model::FieldRule& rule : kind.fields) {
            CAPTURE(kind.name);
            CAPTURE(rule.name);
            const auto found = intake::meanings_of(rule.name, kind);
            REQUIRE_FALSE(found.empty());
            CHECK(found.front().field == rule.name);
        }
    }
}

TEST_CASE("a title is no heading")
{
    CHECK(intake::is_known_heading("Страна"));
    CHECK_FALSE(intake::is_known_heading("Список делегаций на форум 2026 года"));
}

TEST_CASE("a cell that is longer than any heading is none, whatever it begins with")
{
    CHECK(intake::is_known_heading("name" + std::string(100, ' ')));
    CHECK_FALSE(intake::is_known_heading("name" + std::string(400, ' ')));
}

} // TEST_SUITE

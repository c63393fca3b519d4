#include "intake/month_names.hpp"

#include "core/fold.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace dostyk;

TEST_SUITE("intake/month_names") {

TEST_CASE("the twelve months are known in each language")
{
    using Year = std::array<const char*, 12>;
    const std::array<Year, 5> years{
        Year{"қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек",
             "қазан", "қараша", "желтоқсан"},
        Year{"январы", "февралы", "марты", "апрели", "майы", "июну", "июлу", "августу", "сентябры",
             "октябры", "ноябры", "декабры"},
        Year{"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
             "октября", "ноября", "декабря"},
        Year{"January", "February", "March", "April", "May", "June", "July", "August", "September",
             "October", "November", "December"},
        Year{"янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"}};
    for (const Year& year : years) {
        for (unsigned i = 0; i < year.size(); ++i) {
            CAPTURE(year[i]);
            CHECK(intake::month_of(fold(year[i])) == i + 1);
        }
    }
}

TEST_CASE("other words are no month")
{
    for (const char* word : {"", "день", "марафонец", "майоран в саду", "зал", "2024"}) {
        CAPTURE(word);
        CHECK(intake::month_of(fold(word)) == 0);
    }
    CHECK(intake::is_date_filler(fold("жылғы")));
    CHECK_FALSE(intake::is_date_filler(fold("наурыз")));
}

} // TEST_SUITE

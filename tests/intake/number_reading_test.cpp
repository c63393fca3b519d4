#include "intake/number_reading.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

using namespace dostyk;
using Numbers = std::vector<double>;

TEST_SUITE("intake/number_reading") {

TEST_CASE("numbers are read as they are written in the region and elsewhere")
{
    struct Case {
        const char* text;
        double number;
    };
    for (const Case& each :
         {Case{"400", 400}, Case{"-5", -5}, Case{"1 200", 1200}, Case{"1\u00a0200,5", 1200.5},
          Case{"1,5", 1.5}, Case{"1.5", 1.5}, Case{"1,25", 1.25}, Case{"1,200.5", 1200.5},
          Case{"1.200,5", 1200.5}, Case{"1,200,000", 1200000}, Case{"1.200.000", 1200000},
          Case{"0,125", 0.125}, Case{"12'500", 12500}, Case{"7 %", 7}, Case{"\u22123", -3},
          Case{"1e3", 1000}, Case{"1234,567", 1234.567}}) {
        CAPTURE(each.text);
        CHECK(intake::read_number(each.text) == Numbers{each.number});
    }
}

TEST_CASE("a comma that may part thousands or decimals has two readings")
{
    CHECK(intake::read_number("1,200") == Numbers{1200, 1.2});
    CHECK(intake::read_number("-12,500") == Numbers{-12500, -12.5});
}

TEST_CASE("what is no number is none")
{
    for (const char* text : {"", "-", "abc", "1,2,3", "12 people", "1.2.3", "inf", "nan", "1e999",
                             "0x10", "--1", ",", ".", "1,20,000"}) {
        CAPTURE(text);
        CHECK(intake::read_number(text).empty());
    }
}

TEST_CASE("whole numbers come back")
{
    CHECK(rc::check("to text and back", [](int number) {
        RC_ASSERT(intake::read_number(std::to_string(number)) ==
                  Numbers{static_cast<double>(number)});
    }));
}

} // TEST_SUITE

/// \file
/// Whatever a cell says, what is read of it is a date or a number, and never more than two of them.

#include "fuzz/expect.hpp"
#include "intake/date_reading.hpp"
#include "intake/number_reading.hpp"
#include "model/date_text.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

using namespace dostyk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto reading = intake::read_date(text);
    test::expect(reading.readings.size() <= 2, "two readings at most");
    for (const std::string& iso : reading.readings) {
        test::expect(model::is_date_text(iso), "a reading is a date");
        if (iso.find('/') == std::string::npos) {
            const auto again = intake::read_date(iso);
            test::expect(again.readings == std::vector{iso}, "and reads as itself");
        }
    }
    for (const auto order : {intake::DateOrder::day_first, intake::DateOrder::month_first}) {
        test::expect(intake::read_date(text, order).readings.size() <= 1 ||
                         reading.readings.size() > 1,
                     "who has been asked has one");
    }
    const auto numbers = intake::read_number(text);
    test::expect(numbers.size() <= 2, "two numbers at most");
    for (const double number : numbers) {
        test::expect(std::isfinite(number), "a number is finite");
    }
    return 0;
}

/// \file
/// What the canonical writer writes reads back as the same value, whatever the value.

#include "fuzz/expect.hpp"
#include "json/document.hpp"

#include <fuzzer/FuzzedDataProvider.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>

using namespace dostyk;
using Json = nlohmann::json;

namespace {

/// A text of code points, so that it is UTF-8: NUL and the last planes among them.
std::string text_of_points(FuzzedDataProvider& bytes)
{
    std::string text;
    for (std::size_t left = bytes.ConsumeIntegralInRange<std::size_t>(0, 8); left > 0; --left) {
        auto point = bytes.ConsumeIntegralInRange<std::uint32_t>(0, 0x10FFFF);
        if (point >= 0xD800 && point < 0xE000) {
            point = 0xFFFD;
        }
        const auto tail = [&](unsigned shift) {
            text += static_cast<char>(0x80U | ((point >> shift) & 0x3FU));
        };
        if (point < 0x80) {
            text += static_cast<char>(point);
        } else if (point < 0x800) {
            text += static_cast<char>(0xC0U | (point >> 6U));
            tail(0);
        } else if (point < 0x10000) {
            text += static_cast<char>(0xE0U | (point >> 12U));
            tail(6);
            tail(0);
        } else {
            text += static_cast<char>(0xF0U | (point >> 18U));
            tail(12);
            tail(6);
            tail(0);
        }
    }
    return text;
}

Json any_value(FuzzedDataProvider& bytes, int depth)
{
    switch (bytes.ConsumeIntegralInRange(0, depth > 0 ? 7 : 5)) {
    case 0:
        return nullptr;
    case 1:
        return bytes.ConsumeBool();
    case 2:
        return bytes.ConsumeIntegral<std::int64_t>();
    case 3:
        return bytes.ConsumeIntegral<std::uint64_t>();
    case 4: {
        // The reader refuses what is too small for a normal number: the writer gets none from it.
        const auto number = bytes.ConsumeFloatingPoint<double>();
        return std::isnormal(number) ? number : 0.0;
    }
    case 5:
        return text_of_points(bytes);
    case 6: {
        Json array = Json::array();
        for (int left = bytes.ConsumeIntegralInRange(0, 4); left > 0; --left) {
            array.push_back(any_value(bytes, depth - 1));
        }
        return array;
    }
    default: {
        Json object = Json::object();
        for (int left = bytes.ConsumeIntegralInRange(0, 4); left > 0; --left) {
            object[text_of_points(bytes)] = any_value(bytes, depth - 1);
        }
        return object;
    }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    FuzzedDataProvider bytes(data, size);
    const Json value = any_value(bytes, 6);
    const std::string text = json::to_canonical_text(value);
    Diagnostics diagnostics;
    const auto read = json::parse(text, "f.json", diagnostics);
    test::expect(read.has_value(), "canonical text is read");
    test::expect(read->root() == value, "as the value that was written");
    test::expect(json::to_canonical_text(read->root()) == text, "and written alike again");
    return 0;
}

#pragma once

#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <cstdint>
#include <string>

namespace dostyk::test {

/// Text of any characters of the first plane but surrogates, NUL included.
inline rc::Gen<std::string> any_utf8()
{
    const auto letter = rc::gen::map(rc::gen::inRange<std::uint32_t>(0, 0xD800), [](auto code) {
        std::string utf8;
        if (code < 0x80) {
            utf8 += static_cast<char>(code);
        } else if (code < 0x800) {
            utf8 += static_cast<char>(0xC0U | (code >> 6U));
            utf8 += static_cast<char>(0x80U | (code & 0x3FU));
        } else {
            utf8 += static_cast<char>(0xE0U | (code >> 12U));
            utf8 += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
            utf8 += static_cast<char>(0x80U | (code & 0x3FU));
        }
        return utf8;
    });
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(letter), [](auto letters) {
        std::string text;
        for (const std::string& each : letters) {
            text += each;
        }
        return text;
    });
}

/// Any finite number that the format allows.
inline rc::Gen<nlohmann::json> any_json_number()
{
    // Numbers below the smallest normal one may be refused as lost; data has none.
    const auto is_sane = [](double number) {
        return std::isfinite(number) && (number == 0 || std::abs(number) > 1e-300);
    };
    return rc::gen::oneOf(
        rc::gen::map(rc::gen::arbitrary<std::int64_t>(), [](auto n) { return nlohmann::json(n); }),
        rc::gen::map(rc::gen::suchThat(rc::gen::arbitrary<double>(), is_sane),
                     [](double n) { return nlohmann::json(n); }));
}

inline rc::Gen<nlohmann::json> any_json(int depth = 3)
{
    using Json = nlohmann::json;
    const auto text = rc::gen::map(any_utf8(), [](auto value) { return Json(value); });
    const auto flag = rc::gen::map(rc::gen::arbitrary<bool>(), [](bool b) { return Json(b); });
    const auto nothing = rc::gen::just(Json(nullptr));
    if (depth == 0) {
        return rc::gen::oneOf(text, flag, nothing, any_json_number());
    }
    const auto array = rc::gen::map(
        rc::gen::container<std::vector<Json>>(rc::gen::lazy([=] { return any_json(depth - 1); })),
        [](auto elements) { return Json(elements); });
    const auto object =
        rc::gen::map(rc::gen::container<std::map<std::string, Json>>(
                         any_utf8(), rc::gen::lazy([=] { return any_json(depth - 1); })),
                     [](auto members) { return Json(members); });
    return rc::gen::oneOf(text, flag, nothing, any_json_number(), array, object);
}

} // namespace dostyk::test

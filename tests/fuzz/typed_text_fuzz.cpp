/// \file
/// Whatever is typed into a field is a value, whose text is read as itself, or one sentence;
/// positions lie on the globe.

#include "core/time.hpp"
#include "editor/actions.hpp"
#include "editor/cell_value.hpp"
#include "editor/field_edit.hpp"
#include "editor/tools/coordinates_text.hpp"
#include "editor/typed_amount.hpp"
#include "fuzz/expect.hpp"
#include "model/schema.hpp"
#include "scene/color.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

using namespace dostyk;

namespace {

void check_places(std::string_view text)
{
    if (const auto at = editor::parse_coordinates(text)) {
        test::expect(std::abs(at->lat) <= 90 && std::abs(at->lon) <= 180, "it is on the globe");
    }
    if (const auto number = editor::parse_number(text)) {
        test::expect(std::isfinite(*number), "a number is finite");
    }
}

void check_words(std::string_view text)
{
    if (const auto chord = editor::parse_chord(text)) {
        test::expect(editor::parse_chord(editor::text_of(*chord)) == chord, "a chord is itself");
    }
    if (const auto color = scene::parse_color(text)) {
        test::expect(scene::parse_color(scene::to_hex(*color)) == color, "a colour is itself");
    }
    if (const auto instant = parse_iso(std::string(text))) {
        test::expect(parse_iso(to_iso(*instant)) == instant, "an instant is itself");
    }
}

const std::vector<const model::FieldRule*>& rules()
{
    static const auto all = [] {
        std::vector<const model::FieldRule*> found;
        for (const model::KindRule& kind : model::kinds()) {
            for (const model::FieldRule& rule : kind.fields) {
                found.push_back(&rule);
            }
        }
        return found;
    }();
    return all;
}

void check_value(std::string_view text, const model::FieldRule& rule)
{
    const auto value = editor::parse_value(text, rule);
    if (!value) {
        test::expect(!text_of(value.error(), Language::ky).empty(), "there is a sentence");
        return;
    }
    const auto again = editor::parse_value(editor::typed_text(*value, Language::ru), rule);
    test::expect(again && *again == *value, "what is shown for a value is that value");
}

void check_cell(std::string_view text, const model::FieldRule& rule)
{
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        return;
    }
    const auto value = editor::parse_cell(text, rule, Language::ru, editor::empty_value(rule));
    if (value) {
        (void)editor::cell_text(*value, rule, Language::ru);
    } else {
        test::expect(!text_of(value.error(), Language::en).empty(), "there is a sentence");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 1) {
        return 0;
    }
    const model::FieldRule& rule = *rules()[data[0] % rules().size()];
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    check_places(text);
    check_words(text);
    check_value(text, rule);
    check_cell(text, rule);
    return 0;
}

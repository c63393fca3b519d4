/// \file
/// Whatever a cell says is a value of its field or has a reason; a heading means a field or none.

#include "core/message.hpp"
#include "fuzz/expect.hpp"
#include "intake/cell_reading.hpp"
#include "intake/header_words.hpp"
#include "model/schema.hpp"
#include "support/foreign_rows.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace dostyk;

namespace {

void check_heading(std::string_view text, const model::KindRule& kind)
{
    const auto meanings = intake::meanings_of(text, kind);
    for (const intake::HeaderMeaning& each : meanings) {
        test::expect(each.field == "id" || model::find_field(kind, each.field) != nullptr,
                     "a heading means a field of its kind");
    }
    test::expect(meanings.empty() || intake::is_known_heading(text), "and is then known");
}

void check_cell(std::string_view text, const model::FieldRule& rule)
{
    static const model::Project project = test::small_project();
    static const intake::NameIndex names(project, test::unit_names());
    const auto reading = intake::read_cell(text, rule, {.names = &names});
    const bool has_error =
        std::any_of(reading.notes.begin(), reading.notes.end(),
                    [](const auto& note) { return note.severity == Severity::error; });
    test::expect(reading.value.has_value() != has_error, "a value or an error");
    for (const intake::CellNote& note : reading.notes) {
        test::expect(!tr(Language::ru, note.message).empty(), "there is a sentence");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 2) {
        return 0;
    }
    const model::KindRule& kind = model::kinds()[data[0] % model::kinds().size()];
    const std::string_view text(reinterpret_cast<const char*>(data) + 2, size - 2);
    check_heading(text, kind);
    if (!kind.fields.empty()) {
        check_cell(text, kind.fields[data[1] % kind.fields.size()]);
    }
    return 0;
}

/// \file
/// Any line is a command or one error; a command makes sound rows or one error, and nothing else.

#include "editor/command.hpp"
#include "fuzz/expect.hpp"
#include "io/documents.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace dostyk;

namespace {

constexpr std::string_view goal =
    R"({"fields":{"name":[{"sources":["s"],"value":{"en":"N","kk":"N",)"
    R"("ky":"N","ru":"N"}}]},"format":"dostyk-entity","id":"g",)"
    R"("kind":"goal","pack":"strict","version":1})";

/// One goal, "g".
class OneGoal final : public store::Rows {
public:
    Result<store::Row> find(std::string_view kind, std::string_view id) override
    {
        const bool is_it = kind == "goal" && id == "g";
        return store::Row{std::string(kind), std::string(id), std::string(is_it ? goal : ""), 1};
    }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto command = editor::parse_command({reinterpret_cast<const char*>(data), size});
    if (!command) {
        test::expect(!text_of(command.error(), Language::ru).empty(), "there is a sentence");
        return 0;
    }
    OneGoal rows;
    const auto edit = editor::edit_of(*command, rows);
    if (!edit) {
        test::expect(!text_of(edit.error(), Language::ky).empty(), "there is a sentence");
        return 0;
    }
    for (const store::Row& row : edit->rows) {
        Diagnostics diagnostics;
        const auto canonical =
            row.doc.empty() ? row.doc
                            : io::canonical_document({row.kind, row.id, row.doc}, diagnostics);
        test::expect(canonical.has_value() && *canonical == row.doc, "a row is canonical");
    }
    return 0;
}

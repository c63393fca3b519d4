/// \file
/// Whatever the clipboard holds is rows of cells, which are an edit or one error with its place.

#include "editor/pasted_text.hpp"
#include "editor/table_edit.hpp"
#include "editor/tsv.hpp"
#include "fuzz/expect.hpp"
#include "model/schema.hpp"
#include "support/foreign_rows.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace dostyk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 1) {
        return 0;
    }
    static const model::Project project = test::small_project();
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    (void)editor::has_rows(text);
    const auto rows = editor::parse_tsv(text);
    for (const editor::TextRow& row : rows) {
        test::expect(!row.empty(), "a row has a cell");
    }
    test::expect(editor::parse_tsv(editor::to_tsv(rows)) == rows, "rows are read as written");

    const model::KindRule& kind = model::kinds()[data[0] % model::kinds().size()];
    const auto pasted = editor::paste_rows(project, kind, text, {});
    if (pasted) {
        test::expect(pasted->changed + pasted->inserted <= rows.size(), "no more than there are");
        test::expect(pasted->edit.parts.empty() == (pasted->changed + pasted->inserted == 0),
                     "an edit does something");
    } else {
        test::expect(!text_of(pasted.error(), Language::ru).empty(), "there is a sentence");
    }
    return 0;
}

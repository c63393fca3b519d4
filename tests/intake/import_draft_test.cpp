#include "intake/import_draft.hpp"

#include "core/files.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
namespace fs = std::filesystem;

namespace {

fs::path written(const char* name, std::string_view content)
{
    static const fs::path folder = test::scratch_dir("import_draft");
    REQUIRE(write_file_atomically(folder / name, content));
    return folder / name;
}

Result<intake::ImportDraft> open(const fs::path& file, intake::DraftOptions options = {})
{
    options.reading.worker = DOSTYK_IMPORT_WORKER;
    return intake::open_draft(file, options, intake::MappingMemory(file.parent_path() / "memory"));
}

} // namespace

TEST_SUITE("intake/import_draft") {

TEST_CASE("a file becomes a table with a kind and columns")
{
    const auto draft = open(written("halls.csv", "name;city;capacity\nA;B;1\n"));
    REQUIRE(draft);
    CHECK(draft->is_kind_guessed);
    CHECK(draft->mapping.kind == "venue");
    CHECK(draft->table().row_numbers == std::vector<std::int64_t>{2});
}

TEST_CASE("a kind that is given is taken, and may be changed")
{
    intake::DraftOptions options;
    options.kind = "person";
    auto draft = open(written("people.csv", "name;position\nA;B\n"), options);
    REQUIRE(draft);
    CHECK_FALSE(draft->is_kind_guessed);
    CHECK(draft->mapping.kind == "person");
    intake::set_kind(*draft, "venue", intake::MappingMemory("none"));
    CHECK(draft->mapping.kind == "venue");
    intake::set_kind(*draft, "nonsense", intake::MappingMemory("none"));
    CHECK(draft->mapping.kind.empty());
}

TEST_CASE("no rows and no such table are told")
{
    const auto empty = open(written("empty.csv", "name;city\n"));
    REQUIRE_FALSE(empty);
    CHECK(empty.error().message.key == "import.no_rows");
    intake::DraftOptions options;
    options.table = "Лист2";
    const auto none = open(written("one.csv", "name;city\nA;B\n"), options);
    REQUIRE_FALSE(none);
    CHECK(none.error().message.key == "import.no_table");
}

TEST_CASE("the memory is a file of the user's state")
{
    CHECK(intake::mapping_memory_file().filename() == "import-columns.tsv");
}

} // TEST_SUITE

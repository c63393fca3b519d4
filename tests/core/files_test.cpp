#include "core/files.hpp"

#include "support/golden.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
namespace fs = std::filesystem;

TEST_SUITE("core/files") {

TEST_CASE("what is written is read back, NUL bytes and all")
{
    const fs::path file = test::scratch_dir("files-roundtrip") / "below" / "a.bin";
    const std::string content("a\0b\n", 4);

    REQUIRE(write_file_atomically(file, content));

    const auto back = read_file(file);
    REQUIRE(back);
    CHECK(*back == content);
}

TEST_CASE("a replaced file leaves nothing beside it")
{
    const fs::path folder = test::scratch_dir("files-replace");
    REQUIRE(write_file_atomically(folder / "a", "old"));
    REQUIRE(write_file_atomically(folder / "a", "new"));

    CHECK(read_file(folder / "a").value() == "new");
    CHECK(std::distance(fs::directory_iterator(folder), fs::directory_iterator()) == 1);
}

TEST_CASE("a failed write keeps the old content and says the file")
{
    const fs::path folder = test::scratch_dir("files-fail");
    // A folder stands where the file should go: the rename cannot succeed.
    fs::create_directories(folder / "a" / "b");

    const Status status = write_file_atomically(folder / "a", "new");

    REQUIRE_FALSE(status);
    CHECK(status.error().code == ErrorCode::write_failed);
    CHECK(text_of(status.error(), Language::en).find((folder / "a").string()) != std::string::npos);
    CHECK(fs::is_directory(folder / "a" / "b"));
    CHECK_FALSE(fs::exists(folder / "a.new"));
}

TEST_CASE("a missing file and a folder are told apart")
{
    const fs::path folder = test::scratch_dir("files-missing");

    CHECK(read_file(folder / "none").error().code == ErrorCode::not_found);
    CHECK(read_file(folder).error().code == ErrorCode::unreadable);
}

} // TEST_SUITE

#include "core/files.hpp"

#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>

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

TEST_CASE("folders are made with all above them, and what is in the way stays")
{
    const fs::path folder = test::scratch_dir("make_folders");
    REQUIRE(make_folders(folder / "a" / "b" / "c"));
    CHECK(fs::is_directory(folder / "a" / "b" / "c"));
    CHECK(make_folders(folder / "a")); // there already
    REQUIRE(write_file_atomically(folder / "file", "kept"));
    CHECK(make_folders(folder / "file" / "under")); // shows when it is used
    CHECK(*read_file(folder / "file") == "kept");
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
    CHECK(std::distance(fs::directory_iterator(folder), fs::directory_iterator()) == 1);
}

TEST_CASE("a missing file and a folder are told apart")
{
    const fs::path folder = test::scratch_dir("files-missing");

    CHECK(read_file(folder / "none").error().code == ErrorCode::not_found);
    CHECK(read_file(folder).error().code == ErrorCode::unreadable);
}

TEST_CASE("what is no file is neither read nor replaced")
{
    // A pipe stands for every device: to read one waits for ever, a rename would take its place.
    const fs::path pipe = test::scratch_dir("files-pipe") / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);

    CHECK(read_file(pipe).error().code == ErrorCode::unreadable);
    const Status status = write_file_atomically(pipe, "new");

    REQUIRE_FALSE(status);
    CHECK(status.error().code == ErrorCode::write_failed);
    CHECK(fs::is_fifo(pipe));
}

TEST_CASE("a link stays a link, and its file keeps its permissions")
{
    const fs::path folder = test::scratch_dir("files-link");
    REQUIRE(write_file_atomically(folder / "a", "old"));
    fs::permissions(folder / "a", fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink("a", folder / "link");

    REQUIRE(write_file_atomically(folder / "link", "new"));

    CHECK(fs::is_symlink(folder / "link"));
    CHECK(read_file(folder / "a").value() == "new");
    CHECK(fs::status(folder / "a").permissions() ==
          (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("what lies beside a file is not touched when it is written")
{
    const fs::path folder = test::scratch_dir("files-beside");
    REQUIRE(write_file_atomically(folder / "a.new", "mine"));

    REQUIRE(write_file_atomically(folder / "a", "content"));

    CHECK(read_file(folder / "a.new").value() == "mine");
}

TEST_CASE("a file that was made beside takes the place of the old one, or goes")
{
    const fs::path folder = test::scratch_dir("files-place");
    REQUIRE(write_file_atomically(folder / "a", "old"));
    REQUIRE(write_file_atomically(folder / "made", "new"));

    REQUIRE(put_in_place(folder / "made", folder / "a"));

    CHECK(read_file(folder / "a").value() == "new");
    CHECK_FALSE(fs::exists(folder / "made"));

    REQUIRE(write_file_atomically(folder / "made", "newer"));
    fs::create_directories(folder / "b" / "c"); // in the way
    const Status status = put_in_place(folder / "made", folder / "b");
    REQUIRE_FALSE(status);
    CHECK(text_of(status.error(), Language::en).find((folder / "b").string()) != std::string::npos);
    CHECK_FALSE(fs::exists(folder / "made"));
    CHECK(fs::is_directory(folder / "b" / "c"));
    CHECK_FALSE(put_in_place(folder / "none", folder / "a"));
    CHECK(read_file(folder / "a").value() == "new");
}

TEST_CASE("a removed file is gone, one that is not there is none, and a folder is refused")
{
    const fs::path folder = test::scratch_dir("files-remove");
    REQUIRE(write_file_atomically(folder / "a", "x"));

    CHECK(remove_file(folder / "a"));

    CHECK_FALSE(fs::exists(folder / "a"));
    CHECK(remove_file(folder / "a"));
    CHECK(remove_file(folder / "none" / "a"));
    const Status status = remove_file(folder);
    REQUIRE_FALSE(status);
    CHECK(status.error().code == ErrorCode::write_failed);
    CHECK(fs::is_directory(folder));
}

TEST_CASE("a free name is the wanted one, or it is counted up")
{
    const fs::path folder = test::scratch_dir("files-free");
    CHECK(first_free(folder / "a.png") == folder / "a.png");
    REQUIRE(write_file_atomically(folder / "a.png", "x"));
    CHECK(first_free(folder / "a.png") == folder / "a-2.png");
    REQUIRE(write_file_atomically(folder / "a-2.png", "x"));
    CHECK(first_free(folder / "a.png") == folder / "a-3.png");
    CHECK(first_free(folder) == folder.string() + "-2");
}

} // TEST_SUITE

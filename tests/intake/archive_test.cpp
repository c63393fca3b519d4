#include "intake/archive.hpp"

#include "core/files.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <zlib.h>

#include <cstdint>
#include <vector>

using namespace dostyk;

namespace {

void put16(std::string& bytes, std::uint64_t number)
{
    bytes += static_cast<char>(number & 0xff);
    bytes += static_cast<char>((number >> 8) & 0xff);
}

void put32(std::string& bytes, std::uint64_t number)
{
    put16(bytes, number & 0xffff);
    put16(bytes, (number >> 16) & 0xffff);
}

std::string deflated(const std::string& text)
{
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string out(deflateBound(&stream, text.size()), '\0');
    std::string in = text;
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

struct File {
    std::string name;
    std::string text;
    std::uint64_t said = 0; ///< Size that the directory tells; 0 = the true one.
    std::uint16_t flags = 0;
    bool shares_first = false; ///< Its bytes are those of the first file.
};

std::string zip(const std::vector<File>& files)
{
    std::string bytes;
    std::string directory;
    std::size_t first_packed = 0;
    for (const File& file : files) {
        const std::string packed = deflated(file.text);
        const std::size_t at = file.shares_first ? 0 : bytes.size();
        const std::size_t size = file.shares_first ? first_packed : packed.size();
        if (!file.shares_first) {
            first_packed = first_packed == 0 ? packed.size() : first_packed;
            put32(bytes, 0x04034b50);
            bytes.append(22, '\0');
            put16(bytes, file.name.size());
            put16(bytes, 0);
            bytes += file.name + packed;
        }
        put32(directory, 0x02014b50);
        put16(directory, 20);
        put16(directory, 20);
        put16(directory, file.flags);
        put16(directory, 8);
        directory.append(8, '\0');
        put32(directory, size);
        put32(directory, file.said != 0 ? file.said : file.text.size());
        put16(directory, file.name.size());
        directory.append(12, '\0');
        put32(directory, at);
        directory += file.name;
    }
    const std::size_t start = bytes.size();
    bytes += directory;
    put32(bytes, 0x06054b50);
    put32(bytes, 0);
    put16(bytes, files.size());
    put16(bytes, files.size());
    put32(bytes, directory.size());
    put32(bytes, start);
    put16(bytes, 0);
    return bytes;
}

/// The key of the reason, or "" for an archive that passes.
std::string verdict(const std::string& bytes, std::size_t most_rows = 100)
{
    const auto file = test::scratch_dir("archive") / "a.xlsx";
    REQUIRE(write_file_atomically(file, bytes));
    const Status status = intake::judge_archive(file, most_rows);
    return status ? "" : status.error().message.key;
}

std::string rows(std::size_t count)
{
    std::string text = "<sheetData>";
    for (std::size_t i = 0; i < count; ++i) {
        text += "<row r=\"" + std::to_string(i) + "\"></row>";
    }
    return text + "</sheetData>";
}

} // namespace

TEST_SUITE("intake/archive") {

TEST_CASE("an ordinary archive passes, and its directory is read")
{
    const std::string bytes = zip({{"[Content_Types].xml", "<a/>"}, {"xl/s.xml", rows(5)}});
    const auto entries = intake::read_directory(bytes);
    REQUIRE(entries);
    REQUIRE(entries->size() == 2);
    CHECK((*entries)[1].name == "xl/s.xml");
    CHECK((*entries)[1].unpacked == rows(5).size());
    CHECK(verdict(bytes).empty());
}

TEST_CASE("what is no archive, or a cut one, is refused")
{
    CHECK(verdict("name,city\n") == "import.no_archive");
    const std::string bytes = zip({{"a.xml", "<a/>"}});
    CHECK(verdict(bytes.substr(0, bytes.size() - 10)) == "import.no_archive");
    std::string wrong = bytes;
    wrong[0] = 'X';
    CHECK(verdict(wrong) == "import.archive_damaged");
}

TEST_CASE("bombs are refused by the directory alone")
{
    SUBCASE("packed beyond measure")
    {
        CHECK(verdict(zip({{"a.xml", std::string(20 << 20, ' ')}})) == "import.archive_bomb");
    }
    SUBCASE("more than may be unpacked")
    {
        CHECK(verdict(zip({{"a.bin", "x", 300ULL << 20}})) == "import.archive_bomb");
    }
    SUBCASE("bytes that two entries share")
    {
        CHECK(verdict(zip({{"a.xml", "<a/>"}, {"b.xml", "<a/>", 0, 0, true}})) ==
              "import.archive_bomb");
    }
    SUBCASE("too many entries")
    {
        std::vector<File> many;
        for (int i = 0; i < 5000; ++i) {
            many.push_back({std::to_string(i), ""});
        }
        CHECK(verdict(zip(many)) == "import.archive_bomb");
    }
}

TEST_CASE("an entry that is longer than it says is refused when it is unpacked")
{
    CHECK(verdict(zip({{"a.xml", std::string(100'000, 'a'), 50}})) == "import.archive_lies");
}

TEST_CASE("names that leave the archive or come twice are refused")
{
    for (const char* name : {"../a.xml", "/etc/passwd", "a/../../b", "a\\b", "x/.."}) {
        CAPTURE(name);
        CHECK(verdict(zip({{name, "<a/>"}})) == "import.archive_names");
    }
    CHECK(verdict(zip({{"a", "1"}, {"a", "2"}})) == "import.archive_names");
}

TEST_CASE("a password and a declaration are told as what they are")
{
    CHECK(verdict(zip({{"a.xml", "<a/>", 0, 1}})) == "import.archive_encrypted");
    CHECK(verdict(zip({{"a.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"}})) ==
          "import.xml_declaration");
}

TEST_CASE("rows are counted: as many as may be, and headings, and not one more")
{
    CHECK(verdict(zip({{"s.xml", rows(101)}})).empty());
    CHECK(verdict(zip({{"s.xml", rows(102)}})) == "error.foreign_rows");
}

TEST_CASE("one changed byte never harms the judge")
{
    const std::string good = zip({{"a.xml", rows(3)}, {"b.xml", "<b/>"}});
    CHECK(rc::check("passes or is refused", [&] {
        std::string bytes = good;
        const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
        bytes[at] = *rc::gen::arbitrary<char>();
        const auto entries = intake::read_directory(bytes);
        if (entries) {
            (void)intake::judge_directory(*entries, bytes.size());
        }
    }));
}

} // TEST_SUITE

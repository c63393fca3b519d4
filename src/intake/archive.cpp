#include "intake/archive.hpp"

#include "intake/mapped_file.hpp"
#include "intake/xml_judge.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <memory>
#include <optional>
#include <set>

namespace dostyk::intake {

namespace {

// APPNOTE.TXT of PKWARE, 4.3.7 to 4.3.16.
constexpr std::uint32_t end_signature = 0x06054b50;
constexpr std::uint32_t end64_signature = 0x06064b50;
constexpr std::uint32_t locator_signature = 0x07064b50;
constexpr std::uint32_t entry_signature = 0x02014b50;
constexpr std::uint32_t local_signature = 0x04034b50;
constexpr std::size_t end_size = 22;
constexpr std::size_t locator_size = 20;
constexpr std::size_t end64_size = 56;
constexpr std::size_t entry_size = 46;
constexpr std::size_t local_size = 30;
constexpr std::size_t longest_comment = 65535;
constexpr std::uint32_t in_extra = 0xffffffff;
constexpr std::uint16_t zip64_extra = 1;

constexpr std::uint16_t stored = 0;
constexpr std::uint16_t deflated = 8;
constexpr std::uint16_t encrypted_flag = 1;

constexpr std::size_t most_entries = 4096;
constexpr std::uint64_t small_entry = std::uint64_t{8} << 20;
/// A sheet with little in it packs to a hundredth; deflate's limit, a bomb's, is 1032.
constexpr std::uint64_t tightest_packing = 250;

Error because(const char* key)
{
    return Error{ErrorCode::unsupported, {key, {}}, {}};
}

/// A little-endian number; 0 where the bytes end before it.
template <typename Number>
Number number_at(std::string_view bytes, std::uint64_t at)
{
    Number number{};
    if (at <= bytes.size() && bytes.size() - at >= sizeof number) {
        std::memcpy(&number, bytes.data() + at, sizeof number);
    }
    return number;
}

bool has(std::string_view bytes, std::uint64_t at, std::uint64_t size)
{
    return at <= bytes.size() && size <= bytes.size() - at;
}

struct Directory {
    std::uint64_t at = 0;
    std::uint64_t size = 0;
    std::uint64_t entries = 0;
};

std::optional<Directory> find_directory(std::string_view archive)
{
    if (archive.size() < end_size) {
        return std::nullopt;
    }
    const std::size_t last = archive.size() - end_size;
    for (std::size_t at = last + 1; at-- > 0 && last - at <= longest_comment;) {
        if (number_at<std::uint32_t>(archive, at) != end_signature) {
            continue;
        }
        Directory found{number_at<std::uint32_t>(archive, at + 16),
                        number_at<std::uint32_t>(archive, at + 12),
                        number_at<std::uint16_t>(archive, at + 10)};
        const bool has_locator =
            at >= locator_size &&
            number_at<std::uint32_t>(archive, at - locator_size) == locator_signature;
        if (has_locator) {
            const auto end64 = number_at<std::uint64_t>(archive, at - locator_size + 8);
            if (!has(archive, end64, end64_size) ||
                number_at<std::uint32_t>(archive, end64) != end64_signature) {
                return std::nullopt;
            }
            found = {number_at<std::uint64_t>(archive, end64 + 48),
                     number_at<std::uint64_t>(archive, end64 + 40),
                     number_at<std::uint64_t>(archive, end64 + 32)};
        }
        return found;
    }
    return std::nullopt;
}

/// Sizes and offset that did not fit in 32 bits stand in an extra field, in this order.
void read_zip64(std::string_view extra, ArchiveEntry& entry)
{
    while (extra.size() >= 4) {
        const auto id = number_at<std::uint16_t>(extra, 0);
        const std::size_t size =
            std::min<std::size_t>(number_at<std::uint16_t>(extra, 2), extra.size() - 4);
        if (id == zip64_extra) {
            const std::string_view numbers = extra.substr(4, size);
            std::uint64_t at = 0;
            for (std::uint64_t* value : {&entry.unpacked, &entry.packed, &entry.offset}) {
                if (*value == in_extra) {
                    *value = number_at<std::uint64_t>(numbers, at);
                    at += sizeof(std::uint64_t);
                }
            }
        }
        extra.remove_prefix(4 + size);
    }
}

bool is_inside(std::string_view name)
{
    return !name.empty() && name.front() != '/' && name.find('\\') == std::string_view::npos &&
           name.find('\0') == std::string_view::npos && name != ".." && !name.starts_with("../") &&
           name.find("/../") == std::string_view::npos && !name.ends_with("/..");
}

bool is_xml(std::string_view name)
{
    return name.ends_with(".xml") || name.ends_with(".rels");
}

/// Ends an inflation with its scope.
class Inflation {
public:
    Inflation() { m_is_open = ::inflateInit2(&m_stream, -MAX_WBITS) == Z_OK; }
    ~Inflation()
    {
        if (m_is_open) {
            ::inflateEnd(&m_stream);
        }
    }
    Inflation(const Inflation&) = delete;
    Inflation& operator=(const Inflation&) = delete;

    [[nodiscard]] bool is_open() const noexcept { return m_is_open; }
    z_stream& stream() noexcept { return m_stream; }

private:
    z_stream m_stream{};
    bool m_is_open = false;
};

/// Looks through one entry's XML as it is unpacked.
class EntryJudge {
public:
    EntryJudge(const ArchiveEntry& entry, std::size_t most_rows)
    : m_entry(entry), m_most_rows(most_rows)
    {}

    Status judge(std::string_view archive)
    {
        if (!has(archive, m_entry.offset, local_size) ||
            number_at<std::uint32_t>(archive, m_entry.offset) != local_signature) {
            return because("import.archive_damaged");
        }
        const std::uint64_t data = m_entry.offset + local_size +
                                   number_at<std::uint16_t>(archive, m_entry.offset + 26) +
                                   number_at<std::uint16_t>(archive, m_entry.offset + 28);
        if (!has(archive, data, m_entry.packed)) {
            return because("import.archive_damaged");
        }
        const std::string_view packed = archive.substr(data, m_entry.packed);
        return m_entry.method == stored ? look_at(packed) : unpack(packed);
    }

private:
    Status look_at(std::string_view piece)
    {
        m_size += piece.size();
        if (m_size > m_entry.unpacked) {
            return because("import.archive_lies");
        }
        m_scanner.feed(piece);
        if (m_scanner.has_declaration()) {
            return because("import.xml_declaration");
        }
        // One more for the headings.
        return m_scanner.rows() > m_most_rows + 1 ? Status(because("error.foreign_rows")) : ok();
    }

    Status unpack(std::string_view packed)
    {
        Inflation inflation;
        if (!inflation.is_open() || packed.size() > std::numeric_limits<uInt>::max()) {
            return because("import.archive_damaged");
        }
        z_stream& stream = inflation.stream();
        std::array<Bytef, 1 << 16> piece{};
        std::string input(packed); // zlib's interface is not const
        stream.next_in = reinterpret_cast<Bytef*>(input.data());
        stream.avail_in = static_cast<uInt>(input.size());
        int result = Z_OK;
        while (result == Z_OK) {
            stream.next_out = piece.data();
            stream.avail_out = static_cast<uInt>(piece.size());
            result = ::inflate(&stream, Z_NO_FLUSH);
            const std::size_t size = piece.size() - stream.avail_out;
            if (const Status status = look_at({reinterpret_cast<const char*>(piece.data()), size});
                !status) {
                return status;
            }
        }
        return result == Z_STREAM_END ? ok() : because("import.archive_damaged");
    }

    const ArchiveEntry& m_entry;
    std::size_t m_most_rows;
    std::uint64_t m_size = 0;
    XmlScanner m_scanner;
};

/// Bytes that belong to two entries are how a small archive unpacks to much.
bool is_overlapping(std::vector<ArchiveEntry> entries)
{
    std::sort(entries.begin(), entries.end(),
              [](const ArchiveEntry& a, const ArchiveEntry& b) { return a.offset < b.offset; });
    for (std::size_t i = 1; i < entries.size(); ++i) {
        const ArchiveEntry& before = entries[i - 1];
        if (before.packed > entries[i].offset ||
            before.offset + local_size + before.packed > entries[i].offset) {
            return true;
        }
    }
    return false;
}

Error named(Error error, const std::filesystem::path& file, std::size_t most_rows)
{
    const bool is_about_rows = error.message.key == "error.foreign_rows";
    error.message.values = {
        {"file", file.filename().string()},
        {"most", std::to_string(is_about_rows ? most_rows : most_unpacked >> 20)}};
    return error;
}

Status judge_bytes(std::string_view archive, std::size_t most_rows)
{
    const auto entries = read_directory(archive);
    if (!entries) {
        return entries.error();
    }
    if (Status status = judge_directory(*entries, archive.size()); !status) {
        return status;
    }
    for (const ArchiveEntry& entry : *entries) {
        if (!is_xml(entry.name)) {
            continue;
        }
        if (Status status = EntryJudge(entry, most_rows).judge(archive); !status) {
            return status;
        }
    }
    return ok();
}

} // namespace

Result<std::vector<ArchiveEntry>> read_directory(std::string_view archive)
{
    const auto directory = find_directory(archive);
    if (!directory || !has(archive, directory->at, directory->size)) {
        return because("import.no_archive");
    }
    if (directory->entries > most_entries) {
        return because("import.archive_bomb");
    }
    std::vector<ArchiveEntry> entries;
    std::string_view left = archive.substr(directory->at, directory->size);
    while (entries.size() < directory->entries) {
        const std::size_t name_size = number_at<std::uint16_t>(left, 28);
        const std::size_t extra_size = number_at<std::uint16_t>(left, 30);
        const std::size_t whole =
            entry_size + name_size + extra_size + number_at<std::uint16_t>(left, 32);
        if (number_at<std::uint32_t>(left, 0) != entry_signature || left.size() < whole) {
            return because("import.archive_damaged");
        }
        ArchiveEntry entry{std::string(left.substr(entry_size, name_size)),
                           number_at<std::uint16_t>(left, 10),
                           number_at<std::uint16_t>(left, 8),
                           number_at<std::uint32_t>(left, 20),
                           number_at<std::uint32_t>(left, 24),
                           number_at<std::uint32_t>(left, 42)};
        read_zip64(left.substr(entry_size + name_size, extra_size), entry);
        entries.push_back(std::move(entry));
        left.remove_prefix(whole);
    }
    return entries;
}

Status judge_directory(const std::vector<ArchiveEntry>& entries, std::uint64_t archive_size)
{
    std::uint64_t all = 0;
    std::set<std::string> names;
    for (const ArchiveEntry& entry : entries) {
        if ((entry.flags & encrypted_flag) != 0) {
            return because("import.archive_encrypted");
        }
        if (!is_inside(entry.name) || !names.insert(entry.name).second) {
            return because("import.archive_names");
        }
        const bool is_known = entry.method == stored || entry.method == deflated;
        if (!is_known || entry.packed > archive_size || entry.offset > archive_size) {
            return because("import.archive_damaged");
        }
        const bool is_tight =
            entry.unpacked > small_entry && entry.unpacked / tightest_packing > entry.packed;
        if (entry.unpacked > most_unpacked || is_tight) {
            return because("import.archive_bomb");
        }
        all += entry.unpacked;
    }
    if (all > most_unpacked || is_overlapping(entries)) {
        return because("import.archive_bomb");
    }
    return ok();
}

Status judge_archive(const std::filesystem::path& file, std::size_t most_rows)
{
    const auto mapped = MappedFile::open(file);
    if (!mapped) {
        return mapped.error();
    }
    if (const Status status = judge_bytes(mapped->bytes(), most_rows); !status) {
        return named(status.error(), file, most_rows);
    }
    return ok();
}

} // namespace dostyk::intake

#include "intake/dialect.hpp"

#include "intake/wire.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>

namespace dostyk::intake {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16le_mark = "\xFF\xFE";
constexpr std::string_view utf16be_mark = "\xFE\xFF";

void append_utf8(std::string& text, std::uint32_t point)
{
    const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0 | (point >> 6));
        put(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        put(0xE0 | (point >> 12));
        put(0x80 | ((point >> 6) & 0x3F));
        put(0x80 | (point & 0x3F));
    } else {
        put(0xF0 | (point >> 18));
        put(0x80 | ((point >> 12) & 0x3F));
        put(0x80 | ((point >> 6) & 0x3F));
        put(0x80 | (point & 0x3F));
    }
}

/// Nothing where halves of pairs do not fit or a byte is left over.
std::optional<std::string> from_utf16(std::string_view bytes, bool is_big_endian)
{
    if (bytes.size() % 2 != 0) {
        return std::nullopt;
    }
    const auto unit_at = [&](std::size_t i) {
        const auto first = static_cast<unsigned char>(bytes[i]);
        const auto second = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<std::uint32_t>(is_big_endian ? first << 8 | second
                                                        : second << 8 | first);
    };
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        const std::uint32_t unit = unit_at(i);
        if (unit >= 0xDC00 && unit < 0xE000) {
            return std::nullopt;
        }
        if (unit < 0xD800 || unit >= 0xE000) {
            append_utf8(text, unit);
            continue;
        }
        const std::uint32_t low = i + 3 < bytes.size() ? unit_at(i + 2) : 0;
        if (low < 0xDC00 || low >= 0xE000) {
            return std::nullopt;
        }
        append_utf8(text, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
        i += 2;
    }
    return text;
}

/// Code points of the bytes 0x80 to 0xBF (Unicode's CP1251.TXT); 0xC0 to 0xFF are А to я. 0x98 is
/// no letter.
constexpr std::array<std::uint16_t, 64> upper_1251{
    0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409,
    0x2039, 0x040A, 0x040C, 0x040B, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0,      0x2122, 0x0459, 0x203A, 0x045A, 0x045C, 0x045B, 0x045F, 0x00A0,
    0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6, 0x00A7, 0x0401, 0x00A9, 0x0404, 0x00AB,
    0x00AC, 0x00AD, 0x00AE, 0x0407, 0x00B0, 0x00B1, 0x0406, 0x0456, 0x0491, 0x00B5, 0x00B6,
    0x00B7, 0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457};

/// Nothing where most of the letters beyond ASCII are no Cyrillic ones: it is another code page.
std::optional<std::string> from_windows1251(std::string_view bytes)
{
    std::string text;
    std::size_t beyond = 0;
    std::size_t letters = 0;
    for (const char each : bytes) {
        const auto byte = static_cast<unsigned char>(each);
        if (byte < 0x80) {
            text += each;
            continue;
        }
        const std::uint32_t point =
            byte >= 0xC0 ? 0x0410U + (byte - 0xC0U) : upper_1251[byte - 0x80U];
        if (point == 0) {
            return std::nullopt;
        }
        ++beyond;
        letters += byte >= 0xC0 || byte == 0xA8 || byte == 0xB8 ? 1U : 0U;
        append_utf8(text, point);
    }
    return letters * 2 >= beyond ? std::optional(text) : std::nullopt;
}

/// UTF-16 of our languages has a zero or 0x04 as the high byte of nearly every letter.
std::optional<Encoding> guess_utf16(std::string_view bytes)
{
    std::array<std::size_t, 2> zeros{};
    const std::size_t looked_at = std::min<std::size_t>(bytes.size(), 4096);
    for (std::size_t i = 0; i < looked_at; ++i) {
        zeros[i % 2] += bytes[i] == '\0' ? 1U : 0U;
    }
    if (zeros[0] == 0 && zeros[1] == 0) {
        return std::nullopt;
    }
    return zeros[1] > zeros[0] ? Encoding::utf16le : Encoding::utf16be;
}

/// A text with a zero letter is a program's file.
std::optional<DecodedText> if_text(std::optional<std::string> text, Encoding encoding)
{
    if (!text || text->find('\0') != std::string::npos) {
        return std::nullopt;
    }
    return DecodedText{*std::move(text), encoding};
}

constexpr std::array delimiters{',', ';', '\t', '|'};
constexpr std::size_t records_to_try = 50;

/// How many of the first records have the most frequent number of cells, and that number.
struct Fit {
    std::size_t rows = 0;
    std::size_t cells = 1;
};

Fit fit_of(std::string_view text, char delimiter)
{
    std::map<std::size_t, std::size_t> counts;
    for (std::size_t i = 0; i < records_to_try && !text.empty(); ++i) {
        const Record record = read_record(text, delimiter);
        ++counts[record.cells.size()];
        text.remove_prefix(record.size);
    }
    Fit best;
    for (const auto& [cells, rows] : counts) {
        if (cells > 1 && rows >= best.rows) {
            best = {rows, cells};
        }
    }
    return best;
}

} // namespace

std::optional<DecodedText> decode(std::string_view bytes)
{
    if (bytes.starts_with(utf8_mark)) {
        bytes.remove_prefix(utf8_mark.size());
        return is_utf8(bytes) ? if_text(std::string(bytes), Encoding::utf8) : std::nullopt;
    }
    if (bytes.starts_with(utf16le_mark)) {
        return if_text(from_utf16(bytes.substr(2), false), Encoding::utf16le);
    }
    if (bytes.starts_with(utf16be_mark)) {
        return if_text(from_utf16(bytes.substr(2), true), Encoding::utf16be);
    }
    if (const auto encoding = guess_utf16(bytes)) {
        return if_text(from_utf16(bytes, *encoding == Encoding::utf16be), *encoding);
    }
    if (is_utf8(bytes)) {
        return if_text(std::string(bytes), Encoding::utf8);
    }
    return if_text(from_windows1251(bytes), Encoding::windows1251);
}

char find_delimiter(std::string_view text)
{
    if (text.starts_with("sep=") && text.size() > 4) {
        // A part of a letter, a quote or a line end parts nothing.
        const char said = text[4];
        const bool is_good =
            static_cast<unsigned char>(said) < 0x80 && said != '"' && said != '\n' && said != '\r';
        if (is_good) {
            return said;
        }
    }
    char best = ',';
    Fit best_fit;
    for (const char delimiter : delimiters) {
        const Fit fit = fit_of(text, delimiter);
        const bool is_better =
            fit.rows > best_fit.rows || (fit.rows == best_fit.rows && fit.cells > best_fit.cells);
        if (fit.cells > 1 && is_better) {
            best = delimiter;
            best_fit = fit;
        }
    }
    return best;
}

Record read_record(std::string_view text, char delimiter)
{
    Record record;
    record.cells.emplace_back();
    bool is_quoted = false;
    bool is_fresh = true; // nothing of the cell was read yet
    std::size_t i = 0;
    for (; i < text.size(); ++i) {
        const char letter = text[i];
        if (is_quoted) {
            if (letter != '"') {
                record.cells.back() += letter;
            } else if (i + 1 < text.size() && text[i + 1] == '"') {
                record.cells.back() += '"';
                ++i;
            } else {
                is_quoted = false;
            }
        } else if (letter == '"' && is_fresh) {
            is_quoted = true;
            is_fresh = false;
        } else if (letter == delimiter) {
            record.cells.emplace_back();
            is_fresh = true;
        } else if (letter == '\n' || letter == '\r') {
            const bool is_pair = letter == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
            record.size = i + (is_pair ? 2 : 1);
            return record;
        } else {
            record.cells.back() += letter;
            is_fresh = false;
        }
    }
    record.size = text.size();
    return record;
}

} // namespace dostyk::intake

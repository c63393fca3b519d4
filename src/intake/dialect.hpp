/// \file
/// How a text file of a table is written: its character set and what stands between cells.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::intake {

enum class Encoding { utf8, utf16le, utf16be, windows1251 };

struct DecodedText {
    std::string text; ///< UTF-8 without a byte order mark
    Encoding encoding = Encoding::utf8;
};

/// Find the encoding by a byte order mark, by being well-formed, by where the zero bytes are, and
/// by Cyrillic words of windows-1251. Nothing for what is no text in any of them.
[[nodiscard]] std::optional<DecodedText> decode(std::string_view bytes);

/// Comma, semicolon, tab or bar: the one that gives the most rows the same number of cells. A first
/// line "sep=;" says it.
[[nodiscard]] char find_delimiter(std::string_view text);

/// A record of a text and how many bytes it took: cells as RFC 4180 writes them; a quote within an
/// unquoted cell is a letter. Any line end counts.
struct Record {
    std::vector<std::string> cells;
    std::size_t size = 0;
};

/// The record that begins here. \pre !text.empty()
[[nodiscard]] Record read_record(std::string_view text, char delimiter);

} // namespace dostyk::intake

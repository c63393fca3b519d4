#include "editor/tsv.hpp"

#include <algorithm>
#include <cassert>

namespace dostyk::editor {

namespace {

std::string quoted(const std::string& cell)
{
    std::string text = "\"";
    for (const char character : cell) {
        text += character;
        if (character == '"') {
            text += '"';
        }
    }
    return text + '"';
}

/// Read a quoted cell from its opening mark; `at` ends behind the closing one.
std::string read_quoted(std::string_view text, std::size_t& at)
{
    std::string cell;
    for (++at; at < text.size(); ++at) {
        if (text[at] != '"') {
            cell += text[at];
        } else if (text.substr(at + 1).starts_with('"')) {
            cell += '"';
            ++at;
        } else {
            ++at;
            break;
        }
    }
    return cell;
}

constexpr std::string_view cell_ends = "\t\r\n";

} // namespace

std::string to_tsv(const std::vector<TextRow>& rows)
{
    std::string text;
    for (const TextRow& row : rows) {
        assert(!row.empty() && "a row without cells cannot be told from none");
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool is_plain = row[i].find_first_of("\t\r\n\"") == std::string::npos;
            text += i == 0 ? "" : "\t";
            text += is_plain ? row[i] : quoted(row[i]);
        }
        text += '\n';
    }
    return text;
}

std::vector<TextRow> parse_tsv(std::string_view text)
{
    std::vector<TextRow> rows;
    TextRow row;
    std::size_t at = 0;
    while (at < text.size()) {
        std::string cell = text[at] == '"' ? read_quoted(text, at) : std::string();
        // What stands behind a closing quotation mark belongs to the cell all the same.
        const std::size_t end = std::min(text.find_first_of(cell_ends, at), text.size());
        cell += text.substr(at, end - at);
        row.push_back(std::move(cell));
        at = end;
        if (at < text.size() && text[at] == '\t') {
            ++at;
            if (at < text.size()) {
                continue;
            }
            row.emplace_back(); // the last cell of all is empty
        }
        at += text.substr(at).starts_with("\r\n") ? 2U : at < text.size() ? 1U : 0U;
        rows.push_back(std::move(row));
        row.clear();
    }
    return rows;
}

} // namespace dostyk::editor

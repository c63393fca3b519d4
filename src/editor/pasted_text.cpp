#include "editor/pasted_text.hpp"

#include "editor/file_list.hpp"
#include "editor/tsv.hpp"

#include <algorithm>
#include <string>

namespace dostyk::editor {

namespace {

namespace fs = std::filesystem;

/// File managers of GNOME's family say beside the files what they are copied for.
bool is_remark(std::string_view line)
{
    return line.empty() || line.starts_with('#') || line == "copy" || line == "cut" ||
           line == "x-special/nautilus-clipboard";
}

bool is_path(std::string_view line)
{
    if (line.size() > 1 && (line.front() == '"' || line.front() == '\'')) {
        line.remove_prefix(1);
    }
    return line.starts_with('/') || line.starts_with("~/") || line.starts_with("file://");
}

} // namespace

std::vector<fs::path> pasted_files(std::string_view text)
{
    constexpr std::size_t longest = 1U << 20U; // no list of files is longer
    if (text.size() > longest) {
        return {};
    }
    std::vector<fs::path> files;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) {
            line.remove_suffix(1);
        }
        if (is_remark(line)) {
            continue;
        }
        fs::path path = is_path(line) ? typed_path(line, {}) : fs::path();
        if (path.empty() || kind_of(path) == FileKind::missing) {
            return {};
        }
        files.push_back(std::move(path));
    }
    return files;
}

bool has_rows(std::string_view text)
{
    if (text.find('\t') == std::string_view::npos) {
        return false;
    }
    const auto rows = parse_tsv(text);
    return rows.size() > 1 && std::all_of(rows.begin(), rows.begin() + 2,
                                          [](const TextRow& row) { return row.size() > 1; });
}

} // namespace dostyk::editor

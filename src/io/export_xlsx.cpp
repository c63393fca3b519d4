#include "io/export_xlsx.hpp"

#include "core/files.hpp"

#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

namespace dostyk::io {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_cell = 32767; // letters, as Excel counts them
constexpr double column_width = 18, wide_column_width = 40;

Error failure(std::string reason)
{
    return Error{ErrorCode::write_failed,
                 {"error.write_failed", {{"file", "XLSX"}, {"reason", std::move(reason)}}},
                 {}};
}

/// A file that the library writes and that is read back at once; readable for its owner alone.
class ScratchFile {
public:
    ScratchFile()
    {
        std::error_code error;
        std::string name = (fs::temp_directory_path(error) / "dostyk-XXXXXX").string();
        const int fd = ::mkstemp(name.data());
        if (fd >= 0) {
            ::close(fd);
            m_path = name;
        }
    }
    ~ScratchFile()
    {
        std::error_code error;
        fs::remove(m_path, error);
    }
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;

    [[nodiscard]] const fs::path& path() const noexcept { return m_path; }

private:
    fs::path m_path;
};

bool is_hex(char letter) noexcept
{
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f') ||
           (letter >= 'A' && letter <= 'F');
}

/// True where a reader would take "_x0041_" for "A".
bool is_escape_like(std::string_view text) noexcept
{
    constexpr std::size_t length = 7;
    return text.size() >= length && text[0] == '_' && text[1] == 'x' && text[length - 1] == '_' &&
           std::all_of(text.begin() + 2, text.begin() + length - 1, is_hex);
}

/// Control characters are not for XML; the format's own escapes are escaped.
std::string cell_text(std::string_view text, ExportNotes& notes)
{
    std::string out;
    std::size_t letters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool is_non_character =
            text.substr(i, 3) == "\xEF\xBF\xBE" || text.substr(i, 3) == "\xEF\xBF\xBF";
        if ((byte & 0xC0U) != 0x80U) {
            letters += byte >= 0xF0 ? 2U : 1U; // UTF-16, as Excel counts
        }
        if (letters > longest_cell) {
            ++notes.cut;
            break;
        }
        if ((byte < 0x20 && text[i] != '\n' && text[i] != '\t') || is_non_character) {
            out += "\xEF\xBF\xBD";
            ++notes.replaced;
            i += is_non_character ? 2 : 0;
        } else if (is_escape_like(text.substr(i))) {
            out += "_x005F_";
        } else {
            out += text[i];
        }
    }
    return out;
}

/// Kept open until its file is whole.
class Workbook {
public:
    explicit Workbook(const fs::path& file) : m_book(workbook_new(file.c_str()))
    {
        m_heading = workbook_add_format(m_book);
        format_set_bold(m_heading);
    }

    /// False when the library refuses.
    bool add(const geo::Layer& layer, ExportNotes& notes)
    {
        lxw_worksheet* sheet = workbook_add_worksheet(m_book, layer.name.c_str());
        if (sheet == nullptr) {
            return false;
        }
        bool is_good = true;
        for (std::size_t i = 0; i < layer.fields.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            is_good &= worksheet_write_string(sheet, 0, column, layer.fields[i].c_str(),
                                              m_heading) == LXW_NO_ERROR;
            const bool is_wide =
                layer.fields[i].starts_with("name") || layer.fields[i].starts_with("description");
            worksheet_set_column(sheet, column, column, is_wide ? wide_column_width : column_width,
                                 nullptr);
        }
        lxw_row_t row = 0;
        for (const geo::Feature& feature : layer.features) {
            ++row;
            for (std::size_t i = 0; i < feature.attributes.size(); ++i) {
                is_good &=
                    write(sheet, row, static_cast<lxw_col_t>(i), feature.attributes[i], notes);
            }
        }
        worksheet_freeze_panes(sheet, 1, 0);
        if (!layer.fields.empty()) {
            worksheet_autofilter(sheet, 0, 0, row, static_cast<lxw_col_t>(layer.fields.size() - 1));
        }
        return is_good;
    }

    [[nodiscard]] lxw_error close() { return workbook_close(m_book); }

private:
    static bool write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column,
                      const geo::Value& value, ExportNotes& notes)
    {
        if (const auto* number = std::get_if<double>(&value)) {
            return worksheet_write_number(sheet, row, column, *number, nullptr) == LXW_NO_ERROR;
        }
        if (const auto* whole = std::get_if<std::int64_t>(&value)) {
            return worksheet_write_number(sheet, row, column, static_cast<double>(*whole),
                                          nullptr) == LXW_NO_ERROR;
        }
        if (const auto* text = std::get_if<std::string>(&value)) {
            return worksheet_write_string(sheet, row, column, cell_text(*text, notes).c_str(),
                                          nullptr) == LXW_NO_ERROR;
        }
        return true;
    }

    lxw_workbook* m_book;
    lxw_format* m_heading = nullptr;
};

} // namespace

Result<std::string> to_xlsx(std::span<const geo::Layer> layers, ExportNotes& notes)
{
    const ScratchFile scratch;
    if (scratch.path().empty()) {
        return failure("no temporary file");
    }
    Workbook book(scratch.path());
    bool is_good = true;
    for (const geo::Layer& layer : layers) {
        is_good &= book.add(layer, notes);
    }
    const lxw_error closed = book.close();
    if (closed != LXW_NO_ERROR) {
        return failure(lxw_strerror(closed));
    }
    if (!is_good) {
        return failure("a cell or a sheet that the format does not take");
    }
    return read_file(scratch.path());
}

} // namespace dostyk::io

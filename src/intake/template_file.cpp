#include "intake/template_file.hpp"

#include "core/files.hpp"
#include "core/message.hpp"

#include <xlsxwriter.h>

#include <ctime>
#include <system_error>

namespace dostyk::intake {

namespace {

constexpr lxw_row_t last_row = 1000; ///< That is checked while it is typed.
constexpr double narrow = 12;        // [characters]
constexpr double wide = 26;
constexpr std::size_t longest_list = 255; // Excel's limit for a list within a rule
constexpr std::time_t no_time = 1;        // a date of the file would make every copy another one

class Writer {
public:
    Writer(lxw_workbook& book, std::string_view kind)
    : m_book(book), m_kind(kind), m_columns(template_columns(kind))
    {
        m_heading = ::workbook_add_format(&book);
        ::format_set_bold(m_heading);
        ::format_set_font_color(m_heading, 0xFFFFFF);
        ::format_set_bg_color(m_heading, 0x1F4E79);
        m_text = ::workbook_add_format(&book);
        ::format_set_num_format(m_text, "@");
        m_wrapped = ::workbook_add_format(&book);
        ::format_set_text_wrap(m_wrapped);
        ::format_set_align(m_wrapped, LXW_ALIGN_VERTICAL_TOP);
    }

    void write()
    {
        lxw_doc_properties properties{};
        properties.created = no_time;
        ::workbook_set_properties(&m_book, &properties);
        write_rows();
        write_help();
    }

private:
    void write_rows()
    {
        lxw_worksheet* sheet = ::workbook_add_worksheet(&m_book, template_name(m_kind).c_str());
        ::worksheet_freeze_panes(sheet, 1, 0);
        lxw_col_t number = 0;
        for (const TemplateColumn& column : m_columns) {
            const bool is_text = column.target.part.size() == 2; // a language
            // Text cells: a spreadsheet program that guesses turns dates into other dates.
            ::worksheet_set_column(sheet, number, number, is_text ? wide : narrow, m_text);
            ::worksheet_write_string(sheet, 0, number, column.heading.c_str(), m_heading);
            add_choice(*sheet, number, column.words);
            ++number;
        }
    }

    static void add_choice(lxw_worksheet& sheet, lxw_col_t column, std::vector<std::string> words)
    {
        std::size_t length = 0;
        std::vector<char*> list; // the library's interface is not const
        for (std::string& word : words) {
            length += word.size() + 1;
            list.push_back(word.data());
        }
        if (words.empty() || length > longest_list) {
            return;
        }
        list.push_back(nullptr);
        lxw_data_validation rule{};
        rule.validate = LXW_VALIDATION_TYPE_LIST;
        rule.value_list = list.data();
        rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING; // another language's word is good too
        ::worksheet_data_validation_range(&sheet, 1, column, last_row, column, &rule);
    }

    void write_help()
    {
        lxw_worksheet* sheet = ::workbook_add_worksheet(&m_book, std::string(help_sheet).c_str());
        ::worksheet_set_column(sheet, 0, 0, wide, nullptr);
        ::worksheet_set_column(sheet, 1, 5, wide, m_wrapped);
        ::worksheet_freeze_panes(sheet, 1, 1);
        lxw_col_t number = 0;
        for (const char* heading : {"", "Қазақша", "Кыргызча", "Русский", "English", ""}) {
            ::worksheet_write_string(sheet, 0, number++, heading, m_heading);
        }
        lxw_row_t row = 1;
        for (const TemplateColumn& column : m_columns) {
            write_help_row(*sheet, row++, column);
        }
    }

    void write_help_row(lxw_worksheet& sheet, lxw_row_t row, const TemplateColumn& column)
    {
        ::worksheet_write_string(&sheet, row, 0, column.heading.c_str(), nullptr);
        lxw_col_t number = 1;
        for (const Language language : all_languages) {
            ::worksheet_write_string(&sheet, row, number++,
                                     explanation_of(column, language).c_str(), m_wrapped);
        }
        std::string words;
        for (const std::string& word : column.words) {
            words += (words.empty() ? "" : ", ") + word;
        }
        ::worksheet_write_string(&sheet, row, number, words.c_str(), m_wrapped);
    }

    static std::string explanation_of(const TemplateColumn& column, Language language)
    {
        const std::string& part = column.target.part;
        std::string key = "import.template." + (part.empty() ? column.target.field : part);
        if (const auto of_language = parse_language(part); of_language && part.size() == 2) {
            return std::string(tr(language, "field." + column.target.field)) + ": " +
                   std::string(own_name_of(*of_language));
        }
        if (has_message(key)) {
            return std::string(tr(language, key));
        }
        key = "field." + column.target.field;
        return std::string(tr(language, key));
    }

    lxw_workbook& m_book;
    std::string m_kind;
    std::vector<TemplateColumn> m_columns;
    lxw_format* m_heading = nullptr;
    lxw_format* m_text = nullptr;
    lxw_format* m_wrapped = nullptr;
};

} // namespace

Status write_xlsx_template(std::string_view kind, const std::filesystem::path& file)
{
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    // Written beside and renamed: a failure leaves what was there.
    const std::filesystem::path beside = file.parent_path() / (file.stem().string() + ".new.xlsx");
    lxw_workbook* book = ::workbook_new(beside.c_str());
    if (book != nullptr) {
        Writer(*book, kind).write();
        if (::workbook_close(book) == LXW_NO_ERROR) {
            return put_in_place(beside, file);
        }
    }
    std::filesystem::remove(beside, error);
    return Error{ErrorCode::write_failed,
                 {"error.write_failed", {{"file", file.string()}, {"reason", "io"}}},
                 {}};
}

} // namespace dostyk::intake

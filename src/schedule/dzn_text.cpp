#include "schedule/dzn_text.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>
#include <utility>

namespace dostyk::schedule {

namespace {

bool is_word(char letter)
{
    return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_';
}

/// Goes through the text once; the first thing that does not fit ends it.
class Reader {
public:
    Reader(std::string_view text, const std::string& file) : m_rest(text), m_file(file) {}

    Result<DznText> read()
    {
        DznText text;
        while (skip_blanks(), !m_rest.empty()) {
            const int line = m_line;
            m_name = std::string(word());
            auto value = read_assignment();
            if (!value) {
                return value.error();
            }
            value->line = line;
            if (!text.values.emplace(m_name, *std::move(value)).second) {
                return wrong("error.instance.twice", line);
            }
        }
        text.lines = std::max(m_line, 1);
        return text;
    }

private:
    /// "= value ;" behind a name.
    Result<DznValue> read_assignment()
    {
        if (m_name.empty() || !take("=")) {
            return unexpected("=");
        }
        auto value = read_value(true);
        if (value && !take(";")) {
            return unexpected(";");
        }
        return value;
    }

    Result<DznValue> read_value(bool may_nest)
    {
        skip_blanks();
        if (may_nest && take("[|")) {
            return read_rows();
        }
        if (may_nest && take("[")) {
            return read_list("]", true);
        }
        if (take("{")) {
            return read_list("}", false);
        }
        return read_number();
    }

    Result<DznValue> read_number()
    {
        DznValue value{.line = m_line};
        const char* const end = m_rest.data() + m_rest.size();
        const auto [next, error] = std::from_chars(m_rest.data(), end, value.number);
        if (error != std::errc{}) {
            return unexpected({});
        }
        m_rest.remove_prefix(static_cast<std::size_t>(next - m_rest.data()));
        return value;
    }

    /// Values with commas between them; one may stand behind the last of them, too.
    Result<DznValue> read_list(std::string_view end, bool may_nest)
    {
        DznValue list{.line = m_line, .is_list = true};
        while (!take(end)) {
            if (!list.items.empty() && !take(",")) {
                return unexpected(end);
            }
            if (take(end)) {
                break;
            }
            auto item = may_nest && is_next('{') ? read_value(false) : read_number_here();
            if (!item) {
                return item;
            }
            list.items.push_back(*std::move(item));
        }
        return list;
    }

    /// Rows with bars between them, behind "[|".
    Result<DznValue> read_rows()
    {
        DznValue rows{.line = m_line, .is_list = true};
        while (true) {
            skip_blanks();
            DznValue row{.line = m_line, .is_list = true};
            while (!is_next('|')) {
                auto number = read_number_here();
                if (!number) {
                    return number;
                }
                row.items.push_back(*std::move(number));
                if (!take(",") && !is_next('|')) {
                    return unexpected("|");
                }
            }
            if (!row.items.empty()) {
                rows.items.push_back(std::move(row));
            }
            if (take("|]")) {
                return rows;
            }
            take("|");
        }
    }

    Result<DznValue> read_number_here()
    {
        skip_blanks();
        return read_number();
    }

    /// Blanks, line ends and comments.
    void skip_blanks()
    {
        while (!m_rest.empty()) {
            if (m_rest.front() == '%') {
                m_rest.remove_prefix(std::min(m_rest.find('\n'), m_rest.size()));
            } else if (std::isspace(static_cast<unsigned char>(m_rest.front())) != 0) {
                m_line += m_rest.front() == '\n' ? 1 : 0;
                m_rest.remove_prefix(1);
            } else {
                return;
            }
        }
    }

    std::string_view word()
    {
        const auto end = std::find_if_not(m_rest.begin(), m_rest.end(), is_word);
        const auto size = static_cast<std::size_t>(end - m_rest.begin());
        return std::exchange(m_rest, m_rest.substr(size)).substr(0, size);
    }

    bool is_next(char letter)
    {
        skip_blanks();
        return !m_rest.empty() && m_rest.front() == letter;
    }

    bool take(std::string_view sign)
    {
        skip_blanks();
        if (!m_rest.starts_with(sign)) {
            return false;
        }
        m_rest.remove_prefix(sign.size());
        return true;
    }

    [[nodiscard]] Error wrong(const char* key, int line) const
    {
        return {ErrorCode::parse, {key, {{"name", m_name}}}, m_file + ":" + std::to_string(line)};
    }

    /// What stands here is not `expected`; empty: not a number.
    [[nodiscard]] Error unexpected(std::string_view expected) const
    {
        if (m_rest.empty()) {
            return wrong("error.instance.cut_off", m_line);
        }
        constexpr std::ptrdiff_t most = 20;
        const auto end = std::find_if_not(m_rest.begin(), m_rest.end(), is_word);
        const auto size = std::clamp<std::ptrdiff_t>(end - m_rest.begin(), 1, most);
        const std::string found(m_rest.substr(0, static_cast<std::size_t>(size)));
        Error error = wrong("error.instance.not_a_number", m_line);
        error.message.values = {{"found", found}};
        if (!expected.empty()) {
            error.message = {"error.instance.unexpected",
                             {{"found", found}, {"expected", std::string(expected)}}};
        }
        return error;
    }

    std::string_view m_rest;
    const std::string& m_file;
    std::string m_name; ///< Of the assignment that is read.
    int m_line = 1;
};

} // namespace

Result<DznText> read_dzn(std::string_view text, const std::string& name)
{
    return Reader(text, name).read();
}

} // namespace dostyk::schedule

#include "json/tree_builder.hpp"

#include "json/document.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::json {

namespace {

/// nlohmann's number for "number overflow parsing '1e999'".
constexpr int overflow_exception = 406;

bool is_only_zeros(std::string_view number) noexcept
{
    const std::string_view mantissa = number.substr(0, number.find_first_of("eE"));
    return mantissa.find_first_of("123456789") == std::string_view::npos;
}

/// End of the number that begins at an offset. The parser has taken one character more.
std::size_t number_end(std::string_view text, std::size_t offset) noexcept
{
    const std::size_t digits = offset + (text.substr(offset).starts_with('-') ? 1 : 0);
    const std::string_view rest = text.substr(digits);
    if (rest.size() > 1 && rest[0] == '0' && rest[1] >= '0' && rest[1] <= '9') {
        return digits + 1; // A leading zero is a number of its own: what follows is the mistake.
    }
    return std::min(text.find_first_not_of("+-.0123456789Ee", digits), text.size());
}

} // namespace

std::string escape_pointer_token(std::string_view token)
{
    std::string escaped;
    for (const char letter : token) {
        if (letter == '~') {
            escaped += "~0";
        } else if (letter == '/') {
            escaped += "~1";
        } else {
            escaped += letter;
        }
    }
    return escaped;
}

bool TreeBuilder::number_float(nlohmann::json::number_float_t value, const std::string& raw)
{
    // An integer of more than 64 bits arrives here, rounded; a tiny number arrives as zero. Both
    // would silently be another number.
    const bool is_huge_integer = raw.find_first_of(".eE") == std::string::npos;
    const bool is_lost = value == 0.0 && !is_only_zeros(raw);
    if (is_huge_integer || is_lost) {
        return refuse("json.number_out_of_range", next_token_offset(), raw);
    }
    return take(value);
}

bool TreeBuilder::key(std::string& key)
{
    Container& object = m_open.back();
    const std::size_t offset = next_token_offset();
    object.key = std::move(key);
    object.has_key = true;
    if (object.value->contains(object.key)) {
        return refuse("json.duplicate_key", offset, object.key);
    }
    m_last_end = *m_consumed;
    return true;
}

bool TreeBuilder::take(nlohmann::json value)
{
    const bool is_number = value.is_number();
    place(std::move(value));
    m_last_end = is_number ? number_end(m_text, m_places.back().offset) : *m_consumed;
    return true;
}

bool TreeBuilder::open(nlohmann::json value)
{
    if (m_open.size() >= static_cast<std::size_t>(max_depth)) {
        return refuse("json.too_deep", next_token_offset(), {});
    }
    nlohmann::json* placed = place(std::move(value));
    m_open.push_back({placed, m_places.size() - 1, {}, false});
    m_last_end = *m_consumed;
    return true;
}

bool TreeBuilder::close()
{
    m_places[m_open.back().place].end = m_places.size();
    m_open.pop_back();
    m_last_end = *m_consumed;
    return true;
}

bool TreeBuilder::parse_error(std::size_t position, const std::string& last_token,
                              const nlohmann::json::exception& exception)
{
    if (exception.id == overflow_exception) {
        return refuse("json.number_out_of_range", next_token_offset(), last_token);
    }
    // The lexer counts the end of the text as a character: beyond the size means that it wanted
    // more.
    if (position > m_text.size()) {
        return refuse("json.truncated", m_text.size(), {});
    }
    // The parser's own token may hold good ones before it: what it stumbled over begins at the
    // next token, and no later than the last character that it took.
    const std::size_t offset =
        std::min(next_token_offset(), std::max<std::size_t>(position, 1) - 1);
    return refuse("json.syntax", offset, std::string(m_text.substr(offset, position - offset)));
}

bool TreeBuilder::refuse(std::string code, std::size_t offset, std::string token)
{
    m_refusal = Refusal{std::move(code), offset, pointer(), std::move(token)};
    return false;
}

nlohmann::json* TreeBuilder::place(nlohmann::json value)
{
    m_places.push_back({next_key(), next_token_offset(), m_places.size() + 1});
    if (m_open.empty()) {
        m_root = std::move(value);
        return &m_root;
    }
    Container& container = m_open.back();
    if (container.value->is_array()) {
        container.value->push_back(std::move(value));
        return &container.value->back();
    }
    nlohmann::json& member = (*container.value)[container.key];
    member = std::move(value);
    return &member;
}

std::size_t TreeBuilder::next_token_offset() const noexcept
{
    // Between two tokens of valid JSON there are only blanks, commas and colons.
    const std::size_t offset = m_text.find_first_not_of(" \t\r\n,:", m_last_end);
    return offset == std::string_view::npos ? m_text.size() : offset;
}

std::string TreeBuilder::next_key() const
{
    if (m_open.empty()) {
        return {};
    }
    const Container& container = m_open.back();
    return container.value->is_array() ? std::to_string(container.value->size()) : container.key;
}

std::string TreeBuilder::pointer() const
{
    std::string text;
    for (std::size_t i = 1; i < m_open.size(); ++i) {
        text += "/" + escape_pointer_token(m_places[m_open[i].place].key);
    }
    if (!m_open.empty() && (m_open.back().value->is_array() || m_open.back().has_key)) {
        text += "/" + escape_pointer_token(next_key());
    }
    return text;
}

} // namespace dostyk::json

/// \file
/// SAX events to values, with the place of each.

#pragma once

#include "core/diagnostics.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::json {

/// One value of the text, in the order of the text: a container is followed by what it holds.
struct PlacedValue {
    std::string key;        ///< Its name in an object, its number in an array.
    std::size_t offset = 0; ///< Of its first byte.
    std::size_t end = 0;    ///< Index behind the last value that it holds.
};

/// What is wrong, and where: the file's name and the line come from who knows the text.
struct Refusal {
    std::string code;
    std::size_t offset = 0;
    std::string pointer;
    std::string token; ///< What was read there; empty when that says nothing.
};

/// Token of an RFC 6901 pointer: "~" and "/" escaped.
[[nodiscard]] std::string escape_pointer_token(std::string_view token);

/// Receives nlohmann's SAX events of one text. Iterative: deep nesting costs no stack.
class TreeBuilder {
public:
    /// \param consumed  Bytes that the parser has taken so far; the input iterator counts them.
    TreeBuilder(std::string_view text, const std::size_t& consumed)
    : m_text(text), m_consumed(&consumed)
    {}

    bool null() { return take(nullptr); }
    bool boolean(bool value) { return take(value); }
    bool number_integer(nlohmann::json::number_integer_t value) { return take(value); }
    bool number_unsigned(nlohmann::json::number_unsigned_t value) { return take(value); }
    bool number_float(nlohmann::json::number_float_t value, const std::string& raw);
    bool string(std::string& value) { return take(std::move(value)); }
    bool binary(nlohmann::json::binary_t& /*value*/) { return false; }
    bool start_object(std::size_t /*size*/) { return open(nlohmann::json::object()); }
    bool key(std::string& key);
    bool end_object() { return close(); }
    bool start_array(std::size_t /*size*/) { return open(nlohmann::json::array()); }
    bool end_array() { return close(); }
    bool parse_error(std::size_t position, const std::string& last_token,
                     const nlohmann::json::exception& exception);

    [[nodiscard]] nlohmann::json& root() noexcept { return m_root; }
    [[nodiscard]] std::vector<PlacedValue>& places() noexcept { return m_places; }
    [[nodiscard]] const std::optional<Refusal>& refusal() const noexcept { return m_refusal; }

private:
    struct Container {
        nlohmann::json* value = nullptr;
        std::size_t place = 0; ///< Index in m_places.
        std::string key;       ///< Of the member that comes next, in an object.
        bool has_key = false;  ///< A key was read: the empty string is one too.
    };

    bool take(nlohmann::json value);
    bool open(nlohmann::json value);
    bool close();
    bool refuse(std::string code, std::size_t offset, std::string token);
    nlohmann::json* place(nlohmann::json value);
    [[nodiscard]] std::size_t next_token_offset() const noexcept;
    [[nodiscard]] std::string next_key() const;
    [[nodiscard]] std::string pointer() const;

    std::string_view m_text;
    const std::size_t* m_consumed;
    std::size_t m_last_end = 0; ///< Offset behind the last token.
    nlohmann::json m_root;
    std::vector<PlacedValue> m_places;
    std::vector<Container> m_open;
    std::optional<Refusal> m_refusal;
};

} // namespace dostyk::json

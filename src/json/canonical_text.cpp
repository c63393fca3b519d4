#include "json/document.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace dostyk::json {

namespace {

using Json = nlohmann::json;

constexpr int indent_step = 2;

void write_string(std::string_view text, std::string& out)
{
    out += '"';
    for (const char letter : text) {
        switch (letter) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(letter) < 0x20) {
                out += fmt::format("\\u{:04x}", static_cast<unsigned>(letter));
            } else {
                out += letter;
            }
        }
    }
    out += '"';
}

void write_scalar(const Json& value, std::string& out)
{
    if (value.is_string()) {
        write_string(value.get_ref<const std::string&>(), out);
    } else if (value.is_number_float()) {
        const double number = value.get<double>();
        // Shortest digits that read back as the same number; whole ones without ".0". JSON has no
        // infinity, and minus zero is zero.
        out += std::isfinite(number) ? fmt::format("{}", number == 0.0 ? 0.0 : number) : "null";
    } else if (value.is_number_unsigned()) {
        out += fmt::format("{}", value.get<std::uint64_t>());
    } else if (value.is_number_integer()) {
        out += fmt::format("{}", value.get<std::int64_t>());
    } else if (value.is_boolean()) {
        out += value.get<bool>() ? "true" : "false";
    } else {
        out += "null";
    }
}

void write_value(const Json& value, int indent, std::string& out);

void break_line(int indent, std::string& out)
{
    out += '\n';
    out.append(static_cast<std::size_t>(indent), ' ');
}

void write_array(const Json& array, int indent, std::string& out)
{
    const bool is_on_one_line = std::none_of(
        array.begin(), array.end(), [](const Json& element) { return element.is_structured(); });
    out += '[';
    const char* separator = "";
    for (const Json& element : array) {
        out += separator;
        separator = is_on_one_line ? ", " : ",";
        if (!is_on_one_line) {
            break_line(indent + indent_step, out);
        }
        write_value(element, indent + indent_step, out);
    }
    if (!is_on_one_line) {
        break_line(indent, out);
    }
    out += ']';
}

void write_object(const Json& object, int indent, std::string& out)
{
    if (object.empty()) {
        out += "{}";
        return;
    }
    out += '{';
    const char* separator = "";
    for (const auto& [key, member] : object.items()) {
        out += separator;
        separator = ",";
        break_line(indent + indent_step, out);
        write_string(key, out);
        out += ": ";
        write_value(member, indent + indent_step, out);
    }
    break_line(indent, out);
    out += '}';
}

void write_value(const Json& value, int indent, std::string& out)
{
    if (value.is_object()) {
        write_object(value, indent, out);
    } else if (value.is_array()) {
        write_array(value, indent, out);
    } else {
        write_scalar(value, out);
    }
}

} // namespace

std::string to_canonical_text(const nlohmann::json& value)
{
    std::string out;
    write_value(value, 0, out);
    out += '\n';
    return out;
}

} // namespace dostyk::json

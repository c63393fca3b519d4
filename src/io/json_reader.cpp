#include "io/json_reader.hpp"

#include "json/tree_builder.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace dostyk::io {

namespace {

/// Not for a whole number that a double would silently make another one of.
bool is_exact(const nlohmann::json& number)
{
    constexpr std::uint64_t all_exact = std::uint64_t{1} << 53U;
    if (number.is_number_unsigned()) {
        return number.get<std::uint64_t>() <= all_exact;
    }
    if (number.is_number_integer()) {
        return number.get<std::int64_t>() >= -static_cast<std::int64_t>(all_exact);
    }
    return true;
}

} // namespace

std::string below(const std::string& pointer, std::string_view key)
{
    return pointer + "/" + json::escape_pointer_token(key);
}

std::optional<Node> JsonReader::find(const Node& object, std::string_view key) const
{
    const auto member = object.value.find(key);
    if (member == object.value.end()) {
        return std::nullopt;
    }
    return Node{*member, below(object.pointer, key)};
}

std::optional<Node> JsonReader::need(const Node& object, std::string_view key)
{
    auto member = find(object, key);
    if (!member) {
        report("missing_key", object.pointer, {{"key", std::string(key)}});
    }
    return member;
}

Node JsonReader::at(const Node& array, std::size_t index)
{
    return Node{array.value[index], array.pointer + "/" + std::to_string(index)};
}

bool JsonReader::is_object(const Node& node, std::string_view expected)
{
    if (!node.value.is_object()) {
        report_type(node, expected);
    }
    return node.value.is_object();
}

bool JsonReader::is_array(const Node& node, std::string_view expected)
{
    if (!node.value.is_array()) {
        report_type(node, expected);
    }
    return node.value.is_array();
}

std::optional<std::string> JsonReader::string_of(const Node& node)
{
    if (!node.value.is_string()) {
        report_type(node, "string");
        return std::nullopt;
    }
    return node.value.get<std::string>();
}

std::optional<double> JsonReader::number_of(const Node& node)
{
    if (!node.value.is_number()) {
        report_type(node, "number");
        return std::nullopt;
    }
    if (!is_exact(node.value)) {
        report("inexact_number", node.pointer, {{"number", node.value.dump()}});
        return std::nullopt;
    }
    return node.value.get<double>();
}

std::optional<bool> JsonReader::flag_of(const Node& node)
{
    if (!node.value.is_boolean()) {
        report_type(node, "boolean");
        return std::nullopt;
    }
    return node.value.get<bool>();
}

std::optional<std::vector<std::string>> JsonReader::strings_of(const Node& node)
{
    if (!is_array(node, "array_of_texts")) {
        return std::nullopt;
    }
    std::vector<std::string> strings;
    for (std::size_t i = 0; i < node.value.size(); ++i) {
        auto text = string_of(at(node, i));
        if (!text) {
            return std::nullopt;
        }
        strings.push_back(std::move(*text));
    }
    return strings;
}

std::optional<Text4> JsonReader::text4_of(const Node& node)
{
    if (!is_object(node, "object {kk, ky, ru, en}")) {
        return std::nullopt;
    }
    check_keys(node, {"kk", "ky", "ru", "en"});
    Text4 text;
    for (const Language language : all_languages) {
        const auto member = find(node, code_of(language));
        if (!member) {
            continue;
        }
        auto translation = string_of(*member);
        if (!translation) {
            return std::nullopt;
        }
        text[language] = std::move(*translation);
    }
    return text;
}

void JsonReader::check_keys(const Node& object, std::initializer_list<std::string_view> known)
{
    for (const auto& [key, member] : object.value.items()) {
        if (std::find(known.begin(), known.end(), key) == known.end()) {
            report("unknown_key", below(object.pointer, key), {{"key", key}});
        }
    }
}

void JsonReader::report(std::string_view code, const std::string& pointer,
                        std::vector<std::pair<std::string, std::string>> values)
{
    const std::string key = "project." + std::string(code);
    const json::Position position = m_document->position_of(pointer);
    m_diagnostics->add(Finding{.code = key,
                               .severity = Severity::error,
                               .file = m_file,
                               .line = position.line,
                               .column = position.column,
                               .pointer = pointer,
                               .message = {key, std::move(values)},
                               .hint = {key + ".hint", {}},
                               .subject = {}});
}

void JsonReader::report_type(const Node& node, std::string_view expected)
{
    // "object {a, b}": the type has a name in each language, what it holds is the file's own.
    const std::size_t shape = std::min(expected.find(" {"), expected.size());
    report("wrong_type", node.pointer,
           {{"expected", std::string(expected.substr(0, shape))},
            {"shape", std::string(expected.substr(shape))},
            {"found", node.value.type_name()}});
}

} // namespace dostyk::io

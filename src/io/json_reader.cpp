#include "io/json_reader.hpp"

#include "json/tree_builder.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::io {

namespace {

/// Not for a whole number that a double would silently make another one of.
bool is_exact(Node number)
{
    constexpr double all_exact = 9007199254740992; // 2^53
    const double nearest = number.number();
    return !number.is_whole() || (nearest > -all_exact && nearest < all_exact) ||
           number.digits() == (nearest < 0 ? "-9007199254740992" : "9007199254740992");
}

} // namespace

std::optional<Node> JsonReader::find(Node object, std::string_view key)
{
    return object.find(key);
}

std::optional<Node> JsonReader::need(Node object, std::string_view key)
{
    auto member = find(object, key);
    if (!member) {
        report("missing_key", object, {{"key", std::string(key)}});
    }
    return member;
}

bool JsonReader::is_object(Node node, std::string_view expected)
{
    if (!node.is_object()) {
        report_type(node, expected);
    }
    return node.is_object();
}

bool JsonReader::is_array(Node node, std::string_view expected)
{
    if (!node.is_array()) {
        report_type(node, expected);
    }
    return node.is_array();
}

std::optional<std::string> JsonReader::string_of(Node node)
{
    if (!node.is_string()) {
        report_type(node, "string");
        return std::nullopt;
    }
    return std::string(node.text());
}

std::optional<double> JsonReader::number_of(Node node)
{
    if (!node.is_number()) {
        report_type(node, "number");
        return std::nullopt;
    }
    if (!is_exact(node)) {
        report("inexact_number", node, {{"number", node.digits()}});
        return std::nullopt;
    }
    return node.number();
}

std::optional<bool> JsonReader::flag_of(Node node)
{
    if (!node.is_boolean()) {
        report_type(node, "boolean");
        return std::nullopt;
    }
    return node.flag();
}

std::optional<std::vector<std::string>> JsonReader::strings_of(Node node)
{
    if (!is_array(node, "array_of_texts")) {
        return std::nullopt;
    }
    std::vector<std::string> strings;
    for (const Node element : node.elements()) {
        auto text = string_of(element);
        if (!text) {
            return std::nullopt;
        }
        strings.push_back(std::move(*text));
    }
    return strings;
}

std::optional<Text4> JsonReader::text4_of(Node node)
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

void JsonReader::check_keys(Node object, std::initializer_list<std::string_view> known)
{
    for (const auto& [key, member] : object.members()) {
        if (std::find(known.begin(), known.end(), key) == known.end()) {
            report("unknown_key", member, {{"key", std::string(key)}});
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

void JsonReader::report_member(std::string_view code, Node object, std::string_view key,
                               std::vector<std::pair<std::string, std::string>> values)
{
    report(code, m_document->pointer_of(object) + "/" + json::escape_pointer_token(key),
           std::move(values));
}

void JsonReader::report_type(Node node, std::string_view expected)
{
    // "object {a, b}": the type has a name in each language, what it holds is the file's own.
    const std::size_t shape = std::min(expected.find(" {"), expected.size());
    report("wrong_type", node,
           {{"expected", std::string(expected.substr(0, shape))},
            {"shape", std::string(expected.substr(shape))},
            {"found", std::string(node.type_name())}});
}

} // namespace dostyk::io

#include "scene/style_reader.hpp"

#include "core/diagnostics.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace dostyk::scene {

namespace {

using Json = nlohmann::json;

const Json* find_member(const StyleNode& object, std::string_view key)
{
    if (object.value == nullptr || !object.value->is_object()) {
        return nullptr;
    }
    const auto found = object.value->find(std::string(key));
    return found != object.value->end() ? &*found : nullptr;
}

/// "file:line:column", and the pointer where it says more than that.
std::string place_text(std::string_view file, json::Position position, std::string_view pointer)
{
    return fmt::format("{}:{}:{}{}{}", file, position.line, position.column,
                       pointer.empty() ? "" : ": ", pointer);
}

} // namespace

StyleReader::StyleReader(json::Document document, std::string file)
: m_document(std::move(document)), m_file(std::move(file))
{}

Result<StyleReader> StyleReader::parse(std::string_view text, std::string file)
{
    Diagnostics diagnostics;
    auto document = json::parse(text, file, diagnostics);
    if (!document) {
        const Finding& finding = diagnostics.findings.front();
        return Error{ErrorCode::parse, finding.message,
                     place_text(file, {finding.line, finding.column}, finding.pointer)};
    }
    return StyleReader(std::move(*document), std::move(file));
}

StyleNode StyleReader::root() const
{
    return {&m_document.root(), ""};
}

void StyleReader::fail(const StyleNode& at, std::string_view reason, std::string_view word)
{
    if (m_error) {
        return;
    }
    const json::Position position = m_document.position_of(at.pointer);
    m_error = Error{
        ErrorCode::invalid,
        {"error.style_invalid", {{"reason", std::string(reason)}, {"word", std::string(word)}}},
        place_text(m_file, position, at.pointer)};
}

void StyleReader::allow(const StyleNode& object, std::initializer_list<std::string_view> known)
{
    for (const std::string& key : keys(object)) {
        if (std::find(known.begin(), known.end(), key) == known.end()) {
            fail(child(object, key), "unknown_key", key);
        }
    }
}

std::vector<std::string> StyleReader::keys(const StyleNode& object)
{
    std::vector<std::string> names;
    if (object.value == nullptr) {
        return names;
    }
    if (!object.value->is_object()) {
        fail(object, "object");
        return names;
    }
    for (const auto& item : object.value->items()) {
        names.push_back(item.key());
    }
    return names;
}

StyleNode StyleReader::child(const StyleNode& object, std::string_view key)
{
    const Json* value = find_member(object, key);
    if (value == nullptr) {
        fail(object, "missing_key", key);
        return {nullptr, object.pointer};
    }
    return {value, fmt::format("{}/{}", object.pointer, key)};
}

StyleNode StyleReader::object(const StyleNode& parent, std::string_view key)
{
    StyleNode node = child(parent, key);
    if (node.value != nullptr && !node.value->is_object()) {
        fail(node, "object");
        node.value = nullptr;
    }
    return node;
}

StyleNode StyleReader::object(const StyleNode& parent, std::string_view key,
                              std::initializer_list<std::string_view> known)
{
    StyleNode node = object(parent, key);
    allow(node, known);
    return node;
}

Color StyleReader::color(const StyleNode& object, std::string_view key)
{
    const StyleNode node = child(object, key);
    if (node.value == nullptr) {
        return {};
    }
    const auto color = node.value->is_string()
                           ? parse_color(node.value->get_ref<const std::string&>())
                           : std::nullopt;
    if (!color) {
        fail(node, "color");
        return {};
    }
    return *color;
}

std::string StyleReader::text(const StyleNode& object, std::string_view key)
{
    const StyleNode node = child(object, key);
    if (node.value == nullptr) {
        return {};
    }
    if (!node.value->is_string()) {
        fail(node, "text");
        return {};
    }
    return node.value->get<std::string>();
}

float StyleReader::number(const StyleNode& object, std::string_view key, float otherwise)
{
    const Json* value = find_member(object, key);
    if (value == nullptr) {
        return otherwise;
    }
    if (!value->is_number() || value->get<double>() < 0 || value->get<double>() > 1000) {
        fail(child(object, key), "number");
        return otherwise;
    }
    return value->get<float>();
}

} // namespace dostyk::scene

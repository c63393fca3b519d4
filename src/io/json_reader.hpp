/// \file
/// One document being taken apart: what is not as expected becomes a finding with its place.

#pragma once

#include "core/diagnostics.hpp"
#include "core/text4.hpp"
#include "json/document.hpp"

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::io {

/// A value and its JSON pointer.
struct Node {
    const nlohmann::json& value;
    std::string pointer;
};

class JsonReader {
public:
    /// Keeps references to all three.
    JsonReader(const json::Document& document, std::string file, Diagnostics& diagnostics)
    : m_document(&document), m_file(std::move(file)), m_diagnostics(&diagnostics)
    {}

    [[nodiscard]] Node root() const { return {m_document->root(), ""}; }

    /// Member of an object; nothing when it is not there.
    [[nodiscard]] std::optional<Node> find(const Node& object, std::string_view key) const;
    /// The same, and a finding when it is not there.
    [[nodiscard]] std::optional<Node> need(const Node& object, std::string_view key);
    [[nodiscard]] static Node at(const Node& array, std::size_t index);

    /// Each with a finding when the value is of another type.
    [[nodiscard]] bool is_object(const Node& node, std::string_view expected = "object");
    [[nodiscard]] bool is_array(const Node& node, std::string_view expected = "array");
    [[nodiscard]] std::optional<std::string> string_of(const Node& node);
    [[nodiscard]] std::optional<double> number_of(const Node& node);
    [[nodiscard]] std::optional<bool> flag_of(const Node& node);
    [[nodiscard]] std::optional<std::vector<std::string>> strings_of(const Node& node);
    /// A language that is missing stays empty: the model's rules tell it.
    [[nodiscard]] std::optional<Text4> text4_of(const Node& node);

    /// A finding for each key that is not among the known ones.
    void check_keys(const Node& object, std::initializer_list<std::string_view> known);

    /// Finding "project.<code>" with a place and the sentence's values.
    void report(std::string_view code, const std::string& pointer,
                std::vector<std::pair<std::string, std::string>> values = {});

    [[nodiscard]] const std::string& file() const noexcept { return m_file; }

private:
    void report_type(const Node& node, std::string_view expected);

    const json::Document* m_document;
    std::string m_file;
    Diagnostics* m_diagnostics;
};

/// Pointer of a member.
[[nodiscard]] std::string below(const std::string& pointer, std::string_view key);

} // namespace dostyk::io

/// \file
/// One document being taken apart: what is not as expected becomes a finding with its place.

#pragma once

#include "core/diagnostics.hpp"
#include "core/text4.hpp"
#include "json/document.hpp"

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dostyk::io {

/// A value of the document.
using Node = json::Value;

class JsonReader {
public:
    /// Keeps references to all three.
    JsonReader(const json::Document& document, std::string file, Diagnostics& diagnostics)
    : m_document(&document), m_file(std::move(file)), m_diagnostics(&diagnostics)
    {}

    [[nodiscard]] Node root() const { return m_document->value(); }

    /// Member of an object; nothing when it is not there.
    [[nodiscard]] static std::optional<Node> find(Node object, std::string_view key);
    /// The same, and a finding when it is not there.
    [[nodiscard]] std::optional<Node> need(Node object, std::string_view key);

    /// Each with a finding when the value is of another type.
    [[nodiscard]] bool is_object(Node node, std::string_view expected = "object");
    [[nodiscard]] bool is_array(Node node, std::string_view expected = "array");
    [[nodiscard]] std::optional<std::string> string_of(Node node);
    [[nodiscard]] std::optional<double> number_of(Node node);
    [[nodiscard]] std::optional<bool> flag_of(Node node);
    [[nodiscard]] std::optional<std::vector<std::string>> strings_of(Node node);
    /// A language that is missing stays empty: the model's rules tell it.
    [[nodiscard]] std::optional<Text4> text4_of(Node node);

    /// A finding for each key that is not among the known ones.
    void check_keys(Node object, std::initializer_list<std::string_view> known);

    /// Finding "project.<code>" with a place and the sentence's values.
    void report(std::string_view code, const std::string& pointer,
                std::vector<std::pair<std::string, std::string>> values = {});
    /// The same about a value.
    void report(std::string_view code, Node node,
                std::vector<std::pair<std::string, std::string>> values = {})
    {
        report(code, m_document->pointer_of(node), std::move(values));
    }
    /// The same about a member of an object, whether it is there or not.
    void report_member(std::string_view code, Node object, std::string_view key,
                       std::vector<std::pair<std::string, std::string>> values = {});

    [[nodiscard]] const std::string& file() const noexcept { return m_file; }

private:
    void report_type(Node node, std::string_view expected);

    const json::Document* m_document;
    std::string m_file;
    Diagnostics* m_diagnostics;
};

} // namespace dostyk::io

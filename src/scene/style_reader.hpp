/// \file
/// Takes the JSON of a style apart, strictly; hides the parser from style.cpp.

#pragma once

#include "core/result.hpp"
#include "scene/color.hpp"
#include "json/document.hpp"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dostyk::scene {

/// A value of the file and where it stands.
struct StyleNode {
    const nlohmann::json* value = nullptr; ///< Null = it was missing, which is already reported.
    std::string pointer;
};

/// Keeps the first defect with its place; what is read after it is a default.
class StyleReader {
public:
    [[nodiscard]] static Result<StyleReader> parse(std::string_view text, std::string file);

    [[nodiscard]] StyleNode root() const;
    [[nodiscard]] const std::optional<Error>& error() const noexcept { return m_error; }

    /// \param reason  Its sentence is the message "style_reason.<reason>".
    /// \param word    What the sentence names: a key, a word of the file.
    void fail(const StyleNode& at, std::string_view reason, std::string_view word = {});

    /// Report every key that is not in the list.
    void allow(const StyleNode& object, std::initializer_list<std::string_view> keys);
    [[nodiscard]] std::vector<std::string> keys(const StyleNode& object);
    [[nodiscard]] StyleNode child(const StyleNode& object, std::string_view key);
    [[nodiscard]] StyleNode object(const StyleNode& parent, std::string_view key);
    [[nodiscard]] StyleNode object(const StyleNode& parent, std::string_view key,
                                   std::initializer_list<std::string_view> keys);

    [[nodiscard]] Color color(const StyleNode& object, std::string_view key);
    [[nodiscard]] std::string text(const StyleNode& object, std::string_view key);
    [[nodiscard]] float number(const StyleNode& object, std::string_view key, float otherwise);

    template <typename Value, std::size_t Count>
    [[nodiscard]] Value word(const StyleNode& object, std::string_view key,
                             const std::array<std::pair<std::string_view, Value>, Count>& words)
    {
        const std::string name = text(object, key);
        for (const auto& [word, value] : words) {
            if (word == name) {
                return value;
            }
        }
        fail(child(object, key), "unknown_word", name);
        return words[0].second;
    }

private:
    StyleReader(json::Document document, std::string file);

    json::Document m_document;
    std::string m_file;
    std::optional<Error> m_error;
};

} // namespace dostyk::scene

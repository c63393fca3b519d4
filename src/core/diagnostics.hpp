/// \file
/// Findings about data: many, each with its place, shown in a panel and printed by `validate`.

#pragma once

#include "core/message.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk {

enum class Severity { error, warning, info };

[[nodiscard]] std::string_view name_of(Severity severity) noexcept;

struct Finding {
    std::string code; ///< Stable and dotted: "json.duplicate_key", "model.dangling_reference".
    Severity severity = Severity::error;
    std::string file;     ///< Empty when it is about no file.
    std::size_t line = 0; ///< From 1; 0 = not known.
    std::size_t column = 0;
    std::string pointer; ///< JSON pointer (RFC 6901) into the file.
    Message message;
    Message hint;        ///< What to do; empty key = nothing to add.
    std::string subject; ///< Id of the entity that it is about, if any.
};

struct Diagnostics {
    std::vector<Finding> findings;

    void add(Finding finding) { findings.push_back(std::move(finding)); }
    [[nodiscard]] std::size_t count(Severity severity) const noexcept;
    [[nodiscard]] bool has_errors() const noexcept { return count(Severity::error) > 0; }
};

/// "file:line:col: /pointer: sentence hint" in a language.
[[nodiscard]] std::string text_of(const Finding& finding, Language language);

} // namespace dostyk

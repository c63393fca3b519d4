/// \file
/// JSON with the place of everything: what nlohmann's parser alone does not keep.

#pragma once

#include "core/diagnostics.hpp"
#include "json/value.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::json {

struct Position {
    std::size_t line = 1;   ///< from 1
    std::size_t column = 1; ///< from 1, in code points; of the value's first character
};

/// Nesting that is refused beyond: deeper files are no data of ours.
inline constexpr int max_depth = 64;

/// A parsed file: its values, and for each JSON pointer the place where its value begins.
///
/// The values are there at once; places and the values as nlohmann's are made when first asked for.
/// On one thread.
class Document {
public:
    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;
    ~Document();

    /// The outermost value.
    [[nodiscard]] Value value() const noexcept;
    /// The same as nlohmann's, for what is changed or kept longer than the document.
    [[nodiscard]] const nlohmann::json& root() const;

    /// Place of the value at a pointer ("" = the root).
    [[nodiscard]] Position position_of(std::string_view pointer) const;
    /// JSON pointer of a value of this document. Linear in the document's size: for messages.
    [[nodiscard]] std::string pointer_of(Value value) const;

private:
    friend std::optional<Document> parse(std::string_view, std::string_view, Diagnostics&);
    struct State;
    explicit Document(std::unique_ptr<State> state) noexcept;
    /// Of documents that are gone: what a parser has set up serves the next text.
    [[nodiscard]] static std::vector<std::unique_ptr<State>>& spare_states();
    std::unique_ptr<State> m_state;
};

/// Parse strictly: depth <= 64, no duplicate keys, no raw NUL, no number out of range, UTF-8 only.
///
/// What is refused becomes a finding whose code begins with "json." and that has line, column and
/// pointer; then there is no document.
///
/// \param text  The file's content.
/// \param file  Its name for the findings.
[[nodiscard]] std::optional<Document> parse(std::string_view text, std::string_view file,
                                            Diagnostics& diagnostics);

/// Canonical text (data/README.md): keys sorted, two spaces, arrays of scalars on one line,
/// shortest numbers, one newline at the end.
[[nodiscard]] std::string to_canonical_text(const nlohmann::json& value);

} // namespace dostyk::json

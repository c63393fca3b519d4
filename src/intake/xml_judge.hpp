/// \file
/// XML looked through before a parser sees it: declarations of entities, and rows counted.

#pragma once

#include "core/result.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace dostyk::intake {

/// Looks at tags as they stream by, a piece after the other; NUL bytes are passed over, so that
/// UTF-16 is seen too.
class XmlScanner {
public:
    void feed(std::string_view piece);

    /// Of <row> and <table:table-row>, whatever their prefix.
    [[nodiscard]] std::size_t rows() const noexcept { return m_rows; }
    /// A document type or an entity is declared: none of our formats needs one, and both are how a
    /// file asks for other files and for more than there is.
    [[nodiscard]] bool has_declaration() const noexcept { return m_has_declaration; }

private:
    void end_of_name();

    std::string m_name; ///< Of the tag that is being read, its head
    bool m_is_in_name = false;
    bool m_has_declaration = false;
    std::size_t m_rows = 0;
};

/// Refuse a KML or GPX file that declares a document type, or that is too large.
[[nodiscard]] Status judge_xml(const std::filesystem::path& file);

} // namespace dostyk::intake

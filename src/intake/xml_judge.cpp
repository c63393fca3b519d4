#include "intake/xml_judge.hpp"

#include <array>
#include <fstream>
#include <system_error>

namespace dostyk::intake {

namespace {

constexpr std::size_t longest_name = 32;
constexpr std::uintmax_t largest_xml = std::uintmax_t{128} << 20; // [bytes]

bool ends_name(char letter) noexcept
{
    return letter == ' ' || letter == '>' || letter == '/' || letter == '\t' || letter == '\n' ||
           letter == '\r';
}

Error refusal(const char* key, const std::filesystem::path& file)
{
    return Error{
        ErrorCode::unsupported,
        {key, {{"file", file.filename().string()}, {"most", std::to_string(largest_xml >> 20)}}},
        {}};
}

} // namespace

void XmlScanner::feed(std::string_view piece)
{
    for (const char letter : piece) {
        if (letter == '\0') {
            continue;
        }
        if (letter == '<') {
            m_name.clear();
            m_is_in_name = true;
        } else if (m_is_in_name && (ends_name(letter) || m_name.size() == longest_name)) {
            end_of_name();
        } else if (m_is_in_name) {
            m_name += letter;
        }
    }
}

void XmlScanner::end_of_name()
{
    m_is_in_name = false;
    const std::string_view name = m_name;
    const std::string_view local = name.substr(name.find(':') + 1);
    if (local == "row" || local == "table-row") {
        ++m_rows;
    }
    m_has_declaration =
        m_has_declaration || name.starts_with("!DOCTYPE") || name.starts_with("!ENTITY");
}

Status judge_xml(const std::filesystem::path& file)
{
    std::error_code error;
    if (std::filesystem::file_size(file, error) > largest_xml) {
        return refusal("import.too_large", file);
    }
    std::ifstream in(file, std::ios::binary);
    std::array<char, 1 << 16> piece{};
    XmlScanner scanner;
    while (in && !scanner.has_declaration()) {
        in.read(piece.data(), piece.size());
        scanner.feed({piece.data(), static_cast<std::size_t>(in.gcount())});
    }
    return scanner.has_declaration() ? Status(refusal("import.xml_declaration", file)) : ok();
}

} // namespace dostyk::intake

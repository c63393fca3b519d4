#include "io/export_text.hpp"

#include <fmt/format.h>

namespace dostyk::io {

namespace {

template <class... Visitors>
struct Overloaded : Visitors... {
    using Visitors::operator()...;
};
template <typename... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>; // clang 14 does not deduce it of an aggregate.

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

void write_cell(std::string_view cell, std::string& out)
{
    const bool is_quoted = cell.find_first_of("\",;\t\r\n") != std::string_view::npos ||
                           cell.starts_with(' ') || cell.ends_with(' ');
    if (!is_quoted) {
        out += cell;
        return;
    }
    out += '"';
    for (const char letter : cell) {
        out += letter;
        if (letter == '"') {
            out += '"';
        }
    }
    out += '"';
}

std::string cell_text(const geo::Value& value, CsvSafety safety, ExportNotes& notes)
{
    return std::visit(Overloaded{
                          [](std::monostate) { return std::string(); },
                          [](std::int64_t number) { return fmt::format("{}", number); },
                          [](double number) { return fmt::format("{}", number); },
                          [&](const std::string& text) {
                              if (safety == CsvSafety::raw || !is_formula_like(text)) {
                                  return text;
                              }
                              ++notes.escaped;
                              return "'" + text;
                          },
                      },
                      value);
}

} // namespace

bool is_formula_like(std::string_view cell) noexcept
{
    const std::size_t sign = cell.find_first_not_of('\'');
    if (sign == std::string_view::npos) {
        return false;
    }
    const std::string_view rest = cell.substr(sign);
    // Spreadsheets of East Asia take the wide forms of the signs as well.
    for (const std::string_view head : {"=", "+", "-", "@", "\t", "\r", "\n", "|", "\xEF\xBC\x9D",
                                        "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"}) {
        if (rest.starts_with(head)) {
            return true;
        }
    }
    return false;
}

std::string without_guard(std::string_view cell)
{
    const bool has_guard = cell.starts_with('\'') && is_formula_like(cell);
    return std::string(has_guard ? cell.substr(1) : cell);
}

std::string to_csv(const geo::Layer& layer, CsvSafety safety, ExportNotes& notes)
{
    std::string out(safety == CsvSafety::safe ? byte_order_mark : std::string_view());
    const char* separator = "";
    for (const std::string& field : layer.fields) {
        out += separator;
        separator = ",";
        write_cell(field, out);
    }
    out += "\r\n";
    for (const geo::Feature& feature : layer.features) {
        separator = "";
        for (const geo::Value& value : feature.attributes) {
            out += separator;
            separator = ",";
            write_cell(cell_text(value, safety, notes), out);
        }
        out += "\r\n";
    }
    return out;
}

} // namespace dostyk::io

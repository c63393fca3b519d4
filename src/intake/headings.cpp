#include "intake/headings.hpp"

#include "intake/header_words.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace dostyk::intake {

namespace {

constexpr std::size_t rows_to_try = 10;

const std::string* text_of(const geo::Value& value)
{
    return std::get_if<std::string>(&value);
}

bool is_empty(const geo::Value& value)
{
    const std::string* text = text_of(value);
    return std::holds_alternative<std::monostate>(value) ||
           (text != nullptr && text->find_first_not_of(" \t\r\n") == std::string::npos);
}

std::size_t width_of(const geo::Feature& row)
{
    return static_cast<std::size_t>(
        std::count_if(row.attributes.begin(), row.attributes.end(),
                      [](const geo::Value& value) { return !is_empty(value); }));
}

std::size_t known_in(const geo::Feature& row)
{
    return static_cast<std::size_t>(
        std::count_if(row.attributes.begin(), row.attributes.end(), [](const geo::Value& value) {
            const std::string* text = text_of(value);
            return text != nullptr && is_known_heading(*text);
        }));
}

/// A row that is empty is none; rows of a map have their place beside their cells.
bool has_content(const geo::Feature& row)
{
    return width_of(row) > 0 || !std::holds_alternative<std::monostate>(row.geometry);
}

std::size_t find_heading_row(const Table& table)
{
    const auto& rows = table.layer.features;
    std::size_t widest = 0;
    for (const geo::Feature& row : rows) {
        widest = std::max(widest, width_of(row));
    }
    std::size_t best = 0;
    std::size_t most_known = 0;
    const std::size_t tried = std::min(rows.size(), rows_to_try);
    for (std::size_t i = 0; i < tried; ++i) {
        if (const std::size_t known = known_in(rows[i]); known > most_known) {
            best = i;
            most_known = known;
        }
    }
    if (most_known > 0) {
        return best;
    }
    while (best + 1 < tried && width_of(rows[best]) * 10 < widest * 6) {
        ++best;
    }
    return best;
}

void drop_empty_columns(geo::Layer& layer)
{
    for (std::size_t column = layer.fields.size(); column-- > 0;) {
        const bool is_used =
            !layer.fields[column].empty() ||
            std::any_of(layer.features.begin(), layer.features.end(),
                        [&](const auto& row) { return !is_empty(row.attributes[column]); });
        if (!is_used) {
            const auto at = static_cast<std::ptrdiff_t>(column);
            layer.fields.erase(layer.fields.begin() + at);
            for (geo::Feature& row : layer.features) {
                row.attributes.erase(row.attributes.begin() + at);
            }
        }
    }
}

} // namespace

bool has_headings_in_rows(Format format) noexcept
{
    return format == Format::csv || format == Format::xlsx || format == Format::ods ||
           format == Format::ics;
}

Table with_headings(Table table)
{
    auto& rows = table.layer.features;
    if (rows.empty()) {
        return table;
    }
    const std::size_t heading = find_heading_row(table);
    for (std::size_t i = 0; i < table.layer.fields.size(); ++i) {
        const std::string* text = text_of(rows[heading].attributes[i]);
        table.layer.fields[i] = text != nullptr ? *text : "";
    }
    std::vector<geo::Feature> kept;
    std::vector<std::int64_t> numbers;
    for (std::size_t i = heading + 1; i < rows.size(); ++i) {
        if (has_content(rows[i])) {
            kept.push_back(std::move(rows[i]));
            numbers.push_back(table.row_numbers[i]);
        }
    }
    rows = std::move(kept);
    table.row_numbers = std::move(numbers);
    drop_empty_columns(table.layer);
    return table;
}

} // namespace dostyk::intake

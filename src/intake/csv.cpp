#include "intake/csv.hpp"

#include "intake/dialect.hpp"
#include "io/export_text.hpp"

#include <algorithm>
#include <string>

namespace dostyk::intake {

namespace {

Error refusal(const char* key, const std::filesystem::path& file, std::size_t most = 0)
{
    return Error{ErrorCode::unsupported,
                 {key, {{"file", file.filename().string()}, {"most", std::to_string(most)}}},
                 {}};
}

bool is_blank(const std::vector<std::string>& cells)
{
    return std::all_of(cells.begin(), cells.end(), [](const auto& cell) { return cell.empty(); });
}

void add_row(Table& table, const std::vector<std::string>& cells, std::int64_t number)
{
    geo::Feature row;
    for (const std::string& cell : cells) {
        row.attributes.push_back(cell.empty() ? geo::Value{} : geo::Value{io::without_guard(cell)});
    }
    table.layer.features.push_back(std::move(row));
    table.row_numbers.push_back(number);
}

/// Every row as wide as the widest.
void even_out(Table& table, std::size_t columns)
{
    for (std::size_t i = 0; i < columns; ++i) {
        table.layer.fields.push_back("Field" + std::to_string(i + 1));
    }
    for (geo::Feature& row : table.layer.features) {
        row.attributes.resize(columns);
    }
}

} // namespace

Result<std::vector<Table>> read_csv(std::string_view bytes, const std::filesystem::path& file,
                                    const gis::ForeignLimits& limits)
{
    const auto decoded = decode(bytes);
    if (!decoded) {
        return Error{
            ErrorCode::unreadable, {"import.no_text", {{"file", file.filename().string()}}}, {}};
    }
    std::string_view left = decoded->text;
    const char delimiter = find_delimiter(left);
    if (left.starts_with("sep=")) {
        left.remove_prefix(std::min(left.size(), left.find('\n') + 1));
    }
    Table table;
    table.layer.name = file.stem().string();
    std::size_t columns = 0;
    for (std::int64_t number = 1; !left.empty(); ++number) {
        const Record record = read_record(left, delimiter);
        left.remove_prefix(record.size);
        if (is_blank(record.cells)) {
            continue;
        }
        columns = std::max(columns, record.cells.size());
        if (columns > limits.columns) {
            return refusal("error.foreign_columns", file, limits.columns);
        }
        if (table.layer.features.size() > limits.rows) {
            return refusal("error.foreign_rows", file, limits.rows);
        }
        add_row(table, record.cells, number);
    }
    even_out(table, columns);
    std::vector<Table> tables;
    if (!table.layer.features.empty()) {
        tables.push_back(std::move(table));
    }
    return tables;
}

} // namespace dostyk::intake

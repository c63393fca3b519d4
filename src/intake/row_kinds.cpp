#include "intake/row_kinds.hpp"

#include <string_view>
#include <variant>

namespace dostyk::intake {

RowKinds::RowKinds(const Table& table, const ColumnMapping& mapping)
: m_table(table), m_mapping(mapping)
{
    const int column = table.layer.find_field("kind");
    const bool is_free = column >= 0 && static_cast<std::size_t>(column) < mapping.targets.size() &&
                         mapping.targets[static_cast<std::size_t>(column)].field.empty();
    if (is_free && table.layer.find_field("id") >= 0) {
        m_column = column;
    }
}

const ColumnMapping& RowKinds::mapping_of(std::size_t row)
{
    const std::string* said =
        m_column < 0
            ? nullptr
            : std::get_if<std::string>(
                  &m_table.layer.features[row].attributes[static_cast<std::size_t>(m_column)]);
    const model::KindRule* kind = said != nullptr ? model::find_kind(*said) : nullptr;
    if (kind == nullptr || *said == m_mapping.kind) {
        return m_mapping;
    }
    const auto known = m_others.find(*said);
    return known != m_others.end()
               ? known->second
               : m_others.emplace(*said, guess_mapping(m_table, *kind)).first->second;
}

} // namespace dostyk::intake

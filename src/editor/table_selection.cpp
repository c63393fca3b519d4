// Which rows of a table are selected; by id, so that sorting and filtering leave them selected.

#include "editor/table_view.hpp"

#include <algorithm>

namespace dostyk::editor {

std::optional<std::size_t> TableView::row_of(std::string_view id) const
{
    if (m_row_of.empty()) {
        for (std::size_t row = 0; row < size(); ++row) {
            m_row_of.emplace(entity(row).id, row);
        }
    }
    const auto found = m_row_of.find(id);
    return found != m_row_of.end() ? std::optional(found->second) : std::nullopt;
}

void TableView::choose(std::size_t row)
{
    m_chosen.clear();
    m_cursor = m_anchor = entity(row).id;
    m_chosen.insert(m_cursor);
}

void TableView::toggle(std::size_t row)
{
    m_cursor = m_anchor = entity(row).id;
    if (m_chosen.erase(m_cursor) == 0) {
        m_chosen.insert(m_cursor);
    }
}

void TableView::choose_through(std::size_t row)
{
    const std::size_t from = row_of(m_anchor).value_or(row);
    m_chosen.clear();
    for (std::size_t i = std::min(from, row); i <= std::max(from, row); ++i) {
        m_chosen.insert(entity(i).id);
    }
    m_cursor = entity(row).id;
}

void TableView::choose_all()
{
    for (std::size_t row = 0; row < size(); ++row) {
        m_chosen.insert(entity(row).id);
    }
}

void TableView::choose_ids(std::span<const std::string> ids)
{
    m_chosen = {ids.begin(), ids.end()};
    m_cursor = m_anchor = ids.empty() ? std::string() : ids.front();
}

bool TableView::is_chosen(std::string_view id) const
{
    return m_chosen.contains(std::string(id));
}

std::vector<const model::Entity*> TableView::chosen() const
{
    std::vector<const model::Entity*> entities;
    for (std::size_t row = 0; row < size(); ++row) {
        if (m_chosen.contains(entity(row).id)) {
            entities.push_back(&entity(row));
        }
    }
    return entities;
}

} // namespace dostyk::editor

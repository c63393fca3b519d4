/// \file
/// Rows as they would be after edits that are not written.

#pragma once

#include "store/store.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace dostyk::store {

class OverlayRows final : public Rows {
public:
    /// \param below  Outlives this.
    explicit OverlayRows(Rows& below) : m_below(below) {}

    Result<Row> find(std::string_view kind, std::string_view id) override
    {
        const auto made = m_made.find({std::string(kind), std::string(id)});
        return made == m_made.end() ? m_below.find(kind, id) : Result<Row>(made->second);
    }

    void put(Row row) { m_made.insert_or_assign({row.kind, row.id}, std::move(row)); }

    /// What was put, the last of each name.
    [[nodiscard]] std::vector<Row> made() const
    {
        std::vector<Row> rows;
        for (const auto& [name, row] : m_made) {
            rows.push_back(row);
        }
        return rows;
    }

private:
    Rows& m_below;
    std::map<std::pair<std::string, std::string>, Row> m_made;
};

} // namespace dostyk::store

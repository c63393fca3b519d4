/// \file
/// The rows of a table: which entities, in which order, and what their cells say.

#pragma once

#include "core/language.hpp"
#include "editor/row_order.hpp"
#include "model/precedence.hpp"
#include "model/schema.hpp"
#include "model/value_text.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace dostyk::editor {

/// What a table is made of. Another version = another project.
struct TableInput {
    std::shared_ptr<const model::Project> project;
    std::uint64_t version = 0;
    const model::UnitNames* unit_names = nullptr; ///< Outlives the table
    Language language = Language::en;
    model::Pack pack = model::Pack::enriched;
};

/// A column: a field, or "id" or "kind", which have no rule.
struct TableColumn {
    std::string name;
    const model::FieldRule* rule = nullptr;
};

/// Rows of one kind, or of some entities. Cells are made when they are asked for; what sorting and
/// filtering need is made in slices, so that a table of 100,000 rows does not hold up a frame.
class TableView {
public:
    /// Show a kind as a setup says.
    void show(model::TableSetup setup);
    /// Show entities of any kind, in this order.
    void show_entities(std::vector<std::string> ids);
    [[nodiscard]] const model::TableSetup& setup() const noexcept { return m_setup; }
    [[nodiscard]] bool has_entities() const noexcept { return m_ids.has_value(); }

    /// Sort by a column; where it is sorted by it already the other way round, then not at all.
    void sort_by(const std::string& column);
    /// \param column  Empty = every column
    void set_filter(std::string words, std::string column);
    /// Empty = those that have something in them.
    void set_columns(std::vector<std::string> columns);

    /// Bring the rows up to date, for at most about so long. \returns true when they are; until
    /// then the rows are as they were before.
    bool update(const TableInput& input, double budget_ms);

    [[nodiscard]] std::size_t size() const noexcept { return m_order.shown().size(); } ///< Filtered
    [[nodiscard]] std::size_t total() const noexcept { return m_rows.size(); }
    [[nodiscard]] const model::Entity& entity(std::size_t row) const
    {
        return *m_rows[m_order.shown()[row]];
    }
    [[nodiscard]] std::span<const TableColumn> columns() const noexcept { return m_columns; }
    /// Every column that the table may have.
    [[nodiscard]] std::vector<TableColumn> all_columns() const;
    /// What a cell says; empty where nothing is stated.
    [[nodiscard]] const std::string& cell(std::size_t row, std::size_t column);
    [[nodiscard]] std::optional<std::size_t> row_of(std::string_view id) const;

    /// The selection is kept by id: it stays while rows are sorted, filtered and edited.
    void choose(std::size_t row);         ///< This row alone
    void toggle(std::size_t row);         ///< It as well, or no more
    void choose_through(std::size_t row); ///< From where it began to here
    void choose_all();
    void choose_ids(std::span<const std::string> ids);
    [[nodiscard]] bool is_chosen(std::string_view id) const;
    /// Of the shown rows, in their order.
    [[nodiscard]] std::vector<const model::Entity*> chosen() const;
    /// The row that the keyboard is at; nothing when it is not shown.
    [[nodiscard]] std::optional<std::size_t> cursor() const { return row_of(m_cursor); }

private:
    void read_rows();
    void read_columns();
    [[nodiscard]] std::function<SortKey(std::size_t)> keys() const;
    [[nodiscard]] std::function<std::string(std::size_t)> folded() const;
    /// What is stated, or what follows from an order of precedence.
    [[nodiscard]] const model::Claim* shown_claim(const model::Entity& entity,
                                                  const TableColumn& column,
                                                  std::optional<model::Following>& following) const;
    [[nodiscard]] SortKey key_of(const model::Entity& entity, const TableColumn& column) const;
    [[nodiscard]] std::string text_of(const model::Entity& entity, const TableColumn& column) const;
    [[nodiscard]] std::string name_of_id(std::string_view id) const;
    [[nodiscard]] std::optional<TableColumn> column_of(const std::string& name) const;

    TableInput m_input;
    model::TableSetup m_setup;
    std::optional<std::vector<std::string>> m_ids;
    std::vector<const model::Entity*> m_rows;
    std::vector<TableColumn> m_columns;
    RowOrder m_order;
    bool m_is_read = false;
    std::unordered_map<std::uint64_t, std::string> m_cells; ///< By row and column
    /// Made when they are first needed.
    mutable std::unordered_map<std::string_view, const model::Entity*> m_by_id;
    mutable std::unordered_map<std::string, std::string> m_names;
    mutable std::unordered_map<std::string_view, std::size_t> m_row_of;
    std::unordered_set<std::string> m_chosen;
    std::string m_cursor, m_anchor;
};

} // namespace dostyk::editor

/// \file
/// The rows of a layer of the project's own: its features, with what their file says of them.

#pragma once

#include "core/language.hpp"
#include "editor/row_order.hpp"
#include "geo/layer.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace dostyk::scene {
class LayerContent;
} // namespace dostyk::scene

namespace dostyk::editor {

/// An attribute as a person reads it; empty for null.
[[nodiscard]] std::string text_of(const geo::Value& value, Language language);

/// Features in an order, by the place that they have in the layer's rows. They are of a file of
/// somebody's, so they are read and not written.
class LayerTable {
public:
    /// Show the features of a layer, or other ones where its file has been read anew.
    void show(const std::string& layer, std::shared_ptr<const scene::LayerContent> content);
    [[nodiscard]] const std::string& layer() const noexcept { return m_layer; }

    /// Sort by a field; where it is sorted by it already the other way round, then not at all.
    void sort_by(std::size_t field);
    [[nodiscard]] std::optional<std::size_t> sorted_by() const noexcept { return m_sort; }
    [[nodiscard]] bool is_descending() const noexcept { return m_is_descending; }
    /// In whatever script; empty = every row.
    void set_filter(std::string words);
    [[nodiscard]] const std::string& filter() const noexcept { return m_filter; }
    /// Bring the rows up to date, for at most about so long. \returns true when they are.
    bool update(Language language, double budget_ms);

    [[nodiscard]] std::span<const std::string> fields() const;
    [[nodiscard]] bool is_number(std::size_t field) const { return m_is_number[field]; }
    [[nodiscard]] std::size_t size() const noexcept { return m_order.shown().size(); } ///< Filtered
    [[nodiscard]] std::size_t total() const noexcept { return m_order.total(); }
    [[nodiscard]] std::uint32_t feature(std::size_t row) const { return m_order.shown()[row]; }
    [[nodiscard]] std::optional<std::size_t> row_of(std::uint32_t feature);
    [[nodiscard]] std::string cell(std::size_t row, std::size_t field) const;
    /// The shown rows with their headings for a spreadsheet: tabs between cells, a line a row.
    [[nodiscard]] std::string to_tsv() const;

private:
    [[nodiscard]] std::string text_at(std::size_t feature, std::size_t field) const;
    [[nodiscard]] SortKey key_at(std::size_t feature, std::size_t field) const;

    std::string m_layer;
    std::shared_ptr<const scene::LayerContent> m_content;
    std::vector<bool> m_is_number; ///< (fields) All that is stated is numbers
    RowOrder m_order;
    std::optional<std::size_t> m_sort;
    bool m_is_descending = false;
    std::string m_filter;
    Language m_language = Language::en;
    std::unordered_map<std::uint32_t, std::size_t> m_row_of; ///< Made when it is first needed
};

} // namespace dostyk::editor

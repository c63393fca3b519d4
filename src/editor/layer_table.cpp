#include "editor/layer_table.hpp"

#include "core/fold.hpp"
#include "core/format.hpp"
#include "editor/tsv.hpp"
#include "scene/layer_content.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::editor {

namespace {

/// Of an attribute's fraction: about a tenth of a metre in degrees.
constexpr int most_decimals = 6;

bool is_number(const geo::Value& value)
{
    return std::holds_alternative<std::int64_t>(value) || std::holds_alternative<double>(value);
}

/// Stated at least once, and never as words.
bool is_numeric(const geo::Layer& rows, std::size_t field)
{
    bool has_number = false;
    for (const geo::Feature& feature : rows.features) {
        if (field < feature.attributes.size()) {
            const geo::Value& value = feature.attributes[field];
            if (std::holds_alternative<std::string>(value)) {
                return false;
            }
            has_number = has_number || is_number(value);
        }
    }
    return has_number;
}

} // namespace

std::string text_of(const geo::Value& value, Language language)
{
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return format_number(static_cast<double>(*whole), language, 0);
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return format_number(*real, language, most_decimals);
    }
    const auto* words = std::get_if<std::string>(&value);
    return words != nullptr ? *words : std::string();
}

void LayerTable::show(const std::string& layer, std::shared_ptr<const scene::LayerContent> content)
{
    if (layer == m_layer && content == m_content) {
        return;
    }
    const auto before = std::vector(fields().begin(), fields().end());
    const bool is_same = layer == m_layer;
    m_layer = layer;
    m_content = std::move(content);
    // A file that was read anew keeps what was asked of its rows, unless its columns are others.
    if (!is_same || !std::ranges::equal(fields(), before)) {
        m_sort.reset();
        m_is_descending = false;
        m_order.clear();
    }
    m_filter = is_same ? m_filter : std::string();
    m_is_number.clear();
    for (std::size_t field = 0; field < fields().size(); ++field) {
        m_is_number.push_back(is_numeric(m_content->rows(), field));
    }
    m_row_of.clear();
    m_order.read(m_content != nullptr ? m_content->rows().features.size() : 0);
}

std::span<const std::string> LayerTable::fields() const
{
    return m_content != nullptr ? std::span<const std::string>(m_content->rows().fields)
                                : std::span<const std::string>();
}

void LayerTable::sort_by(std::size_t field)
{
    if (m_sort != field) {
        m_sort = field;
        m_is_descending = false;
        m_order.sort_anew();
    } else if (!m_is_descending) {
        m_is_descending = true;
        m_order.turn();
    } else {
        m_sort.reset();
        m_is_descending = false;
        m_order.sort_anew();
    }
}

void LayerTable::set_filter(std::string words)
{
    m_filter = std::move(words);
    m_order.filter_anew();
}

std::string LayerTable::text_at(std::size_t feature, std::size_t field) const
{
    const auto& attributes = m_content->rows().features[feature].attributes;
    return field < attributes.size() ? text_of(attributes[field], m_language) : std::string();
}

SortKey LayerTable::key_at(std::size_t feature, std::size_t field) const
{
    const auto& attributes = m_content->rows().features[feature].attributes;
    if (field >= attributes.size()) {
        return {};
    }
    const geo::Value& value = attributes[field];
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return {false, static_cast<double>(*whole), {}};
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return {false, *real, {}};
    }
    const auto* words = std::get_if<std::string>(&value);
    return words != nullptr && !words->empty() ? SortKey{false, 0, *words} : SortKey{};
}

bool LayerTable::update(Language language, double budget_ms)
{
    if (language != m_language) { // another alphabet, and other forms of numbers
        m_language = language;
        m_order.sort_anew();
        m_order.fold_anew();
    }
    if (m_order.is_done()) {
        return true;
    }
    m_row_of.clear();
    RowOrder::Wish wish{nullptr, m_is_descending, m_filter, nullptr};
    const Collator collator(language);
    if (m_sort) {
        wish.key = [&](std::size_t feature) {
            SortKey key = key_at(feature, *m_sort);
            key.text = collator.key(key.text);
            return key;
        };
    }
    wish.folded = [&](std::size_t feature) {
        std::string all;
        for (std::size_t field = 0; field < fields().size(); ++field) {
            all += fold(text_at(feature, field)) + "\n";
        }
        return all;
    };
    return m_order.update(wish, budget_ms);
}

std::optional<std::size_t> LayerTable::row_of(std::uint32_t feature)
{
    if (m_row_of.empty()) {
        for (std::size_t row = 0; row < size(); ++row) {
            m_row_of.emplace(this->feature(row), row);
        }
    }
    const auto found = m_row_of.find(feature);
    return found != m_row_of.end() ? std::optional(found->second) : std::nullopt;
}

std::string LayerTable::cell(std::size_t row, std::size_t field) const
{
    return text_at(feature(row), field);
}

std::string LayerTable::to_tsv() const
{
    std::vector<TextRow> rows{TextRow(fields().begin(), fields().end())};
    for (const std::uint32_t feature : m_order.shown()) {
        TextRow& row = rows.emplace_back();
        for (const std::string& field : fields()) {
            // As the file has them: a spreadsheet takes no numbers with spaces in them.
            row.push_back(
                geo::text_at(m_content->rows(), m_content->rows().features[feature], field));
        }
    }
    return editor::to_tsv(rows);
}

} // namespace dostyk::editor

/// \file
/// One cell to one value of a field, or the reason why not.

#pragma once

#include "core/diagnostics.hpp"
#include "core/message.hpp"
#include "intake/date_reading.hpp"
#include "intake/name_index.hpp"
#include "model/schema.hpp"
#include "model/value.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::intake {

/// Something to tell about a cell; an error refuses its row.
struct CellNote {
    Severity severity = Severity::error;
    Message message;
};

struct CellReading {
    std::optional<model::Value> value; ///< Nothing where an error is among the notes.
    std::vector<CellNote> notes;
    std::vector<std::string> new_persons; ///< Names that nobody has; their ids are in the value.
};

/// What cells are read against.
struct ReadingContext {
    const NameIndex* names = nullptr;
    DateOrder dates = DateOrder::ask;
    bool adds_persons = true; ///< A person whom nobody knows is added and not refused.
    const std::map<std::string, DateOrder, std::less<>>* date_orders = nullptr; ///< by field

    [[nodiscard]] DateOrder order_of(std::string_view field) const
    {
        const bool is_chosen = date_orders != nullptr && date_orders->contains(field);
        return is_chosen ? date_orders->find(field)->second : dates;
    }
};

/// Text of one column to a value of one field. Texts in four languages, dates, places and amounts
/// are of several columns: see row_reading.hpp.
[[nodiscard]] CellReading read_cell(std::string_view text, const model::FieldRule& rule,
                                    const ReadingContext& context);

/// Why a text is no date that is sure; nothing for one that is.
[[nodiscard]] std::optional<CellNote> fault_of(const DateReading& reading, std::string_view text);

/// A word of a list by itself or by what it is called in any language.
[[nodiscard]] std::optional<std::string> find_word(std::string_view text, std::string_view field,
                                                   std::span<const std::string_view> words);

/// "A; B" and lines to their parts, without blanks around.
[[nodiscard]] std::vector<std::string> split_list(std::string_view text);

/// The cell without blanks around.
[[nodiscard]] std::string_view trim(std::string_view text);

} // namespace dostyk::intake

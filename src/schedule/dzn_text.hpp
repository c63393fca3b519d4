/// \file
/// The part of MiniZinc's data files that instances of forums use.

#pragma once

#include "core/result.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::schedule {

/// A whole number, or a list of values: [1, 2], {1, 2} and the rows of [| 1, 2 | 3, 4 |].
struct DznValue {
    int line = 0; ///< Where it begins, from 1
    bool is_list = false;
    int number = 0;
    std::vector<DznValue> items;
};

struct DznText {
    std::map<std::string, DznValue, std::less<>> values; ///< By name
    int lines = 0;
};

/// Read all assignments of a file.
///
/// \param name  Of the file, for the places in errors.
/// \returns     Error parse with "name:line" as its place.
[[nodiscard]] Result<DznText> read_dzn(std::string_view text, const std::string& name);

} // namespace dostyk::schedule

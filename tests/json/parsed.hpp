/// \file
/// A text that must be read.

#pragma once

#include "json/document.hpp"

#include <doctest/doctest.h>

#include <string_view>
#include <utility>

namespace dostyk::test {

inline json::Document parsed(std::string_view text)
{
    Diagnostics diagnostics;
    auto document = json::parse(text, "good.json", diagnostics);
    REQUIRE(document.has_value());
    return std::move(*document);
}

} // namespace dostyk::test

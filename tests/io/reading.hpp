#pragma once

#include "io/json_reader.hpp"

#include <doctest/doctest.h>

#include <string>

namespace dostyk::test {

/// A parsed text, its reader and what it finds.
struct Reading {
    explicit Reading(const std::string& text)
    : document(*json::parse(text, "x.json", diagnostics)), reader(document, "x.json", diagnostics)
    {}

    /// "code pointer" of each finding, one a line.
    [[nodiscard]] std::string told() const
    {
        std::string text;
        for (const Finding& finding : diagnostics.findings) {
            text += finding.code + " " + finding.pointer + "\n";
        }
        return text;
    }

    Diagnostics diagnostics;
    json::Document document;
    io::JsonReader reader;
};

} // namespace dostyk::test

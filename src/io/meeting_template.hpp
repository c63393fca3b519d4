/// \file
/// Templates of meetings: data/templates/meetings, which people may add to.

#pragma once

#include "core/diagnostics.hpp"
#include "core/text4.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace dostyk::io {

inline constexpr std::string_view meeting_template_format = "dostyk-meeting-template";

struct TemplateSession {
    Text4 name;
    std::string format; ///< A word of the field "format"; empty = not said
    int day = 0;        ///< Counted from the first day of the meeting, which is 0
};

/// What a meeting of a kind usually consists of.
struct MeetingTemplate {
    std::string id;
    Text4 name;
    Text4 description;
    Text4 meeting_name;      ///< Of the meetings made of it, until somebody writes another one
    std::string institution; ///< Id; counts in projects that have it
    std::string visit_kind;  ///< A word; empty = not said
    std::vector<TemplateSession> sessions;
};

/// All templates of a folder, by file name; one that is not sound is left out, with its findings.
[[nodiscard]] std::vector<MeetingTemplate>
read_meeting_templates(const std::filesystem::path& folder, Diagnostics& diagnostics);

} // namespace dostyk::io

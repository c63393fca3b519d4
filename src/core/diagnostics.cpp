#include "core/diagnostics.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dostyk {

std::string_view name_of(Severity severity) noexcept
{
    switch (severity) {
    case Severity::error:
        return "error";
    case Severity::warning:
        return "warning";
    case Severity::info:
        return "info";
    }
    return "error";
}

std::size_t Diagnostics::count(Severity severity) const noexcept
{
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(),
                      [&](const Finding& finding) { return finding.severity == severity; }));
}

std::string text_of(const Finding& finding, Language language)
{
    std::string text = finding.file;
    if (finding.line > 0) {
        text += fmt::format(":{}:{}", finding.line, finding.column);
    }
    if (!text.empty()) {
        text += ": ";
    }
    if (!finding.pointer.empty()) {
        text += finding.pointer + ": ";
    }
    text += tr(language, finding.message);
    if (!finding.hint.key.empty()) {
        text += ' ' + tr(language, finding.hint);
    }
    return text;
}

} // namespace dostyk

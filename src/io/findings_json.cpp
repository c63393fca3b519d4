#include "io/project_folder.hpp"
#include "json/document.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace dostyk::io {

namespace {

/// The field of an entity, or of the project's settings, that a finding is about; empty where it
/// is about a whole file.
std::string field_of(const Finding& finding)
{
    constexpr std::string_view fields = "/fields";
    std::string_view below = finding.pointer;
    if (below.starts_with(fields)) {
        below.remove_prefix(fields.size());
    }
    if (below.size() > 1) {
        return std::string(below.substr(1, below.find('/', 1) - 1));
    }
    // A field that is missing has no place of its own.
    const auto& values = finding.message.values;
    const auto named = std::find_if(values.begin(), values.end(),
                                    [](const auto& value) { return value.first == "field"; });
    return named != values.end() ? named->second : std::string();
}

} // namespace

std::string to_json_text(const Diagnostics& diagnostics, Language language)
{
    nlohmann::json findings = nlohmann::json::array();
    for (const Finding& finding : diagnostics.findings) {
        findings.push_back({
            {"code", finding.code},
            {"severity", name_of(finding.severity)},
            {"file", finding.file},
            {"line", finding.line},
            {"column", finding.column},
            {"pointer", finding.pointer},
            {"field", field_of(finding)},
            {"message", tr(language, finding.message)},
            {"hint", finding.hint.key.empty() ? "" : tr(language, finding.hint)},
        });
    }
    return json::to_canonical_text({{"findings", std::move(findings)}});
}

} // namespace dostyk::io

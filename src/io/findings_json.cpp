#include "io/project_folder.hpp"
#include "json/document.hpp"

#include <nlohmann/json.hpp>

namespace dostyk::io {

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
            {"message", tr(language, finding.message)},
            {"hint", finding.hint.key.empty() ? "" : tr(language, finding.hint)},
        });
    }
    return json::to_canonical_text({{"findings", std::move(findings)}});
}

} // namespace dostyk::io

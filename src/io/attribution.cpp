#include "io/attribution.hpp"

#include "core/files.hpp"
#include "json/document.hpp"

#include <nlohmann/json.hpp>

namespace dostyk::io {

namespace {

std::string text_at(const nlohmann::json& row, const char* key)
{
    const auto found = row.find(key);
    return found != row.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// One sentence in four languages; a plain string, of an older file, is English.
Text4 text4_at(const nlohmann::json& row, const char* key)
{
    Text4 text;
    text[Language::en] = text_at(row, key);
    const auto found = row.find(key);
    if (found != row.end() && found->is_object()) {
        for (const Language language : all_languages) {
            text[language] = text_at(*found, std::string(code_of(language)).c_str());
        }
    }
    return text;
}

} // namespace

std::vector<AttributionSource> read_attributions(const std::filesystem::path& file,
                                                 Diagnostics& diagnostics)
{
    const auto text = read_file(file);
    if (!text) {
        diagnostics.add({.code = "attribution.missing",
                         .severity = Severity::warning,
                         .file = file.string(),
                         .message = text.error().message});
        return {};
    }
    const auto document = json::parse(*text, file.string(), diagnostics);
    if (!document || !document->root().is_object() || !document->root().contains("sources") ||
        !document->root()["sources"].is_array()) {
        return {};
    }
    std::vector<AttributionSource> sources;
    for (const auto& row : document->root()["sources"]) {
        if (row.is_object()) {
            sources.push_back({text_at(row, "name"), text_at(row, "licence"), text4_at(row, "text"),
                               text_at(row, "url")});
        }
    }
    return sources;
}

} // namespace dostyk::io

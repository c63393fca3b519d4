/// \file
/// Documents by their text, as a store keeps them: an entity, or the project's settings.

#pragma once

#include "core/diagnostics.hpp"
#include "model/project.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dostyk::io {

/// Kind of the one document that is no entity: project.json.
inline constexpr std::string_view settings_kind = "settings";
inline constexpr std::string_view settings_id = "project";

struct DocumentText {
    std::string_view kind;
    std::string_view id;
    std::string_view text;
};

/// The canonical text of a document that is sound in itself; nothing, and findings, when it is not.
///
/// Refused are what no reader of ours would take back (types, unknown fields and words) and values
/// that no field can hold (a place outside the map, a date that is none, a NUL). That something is
/// missing is no reason: it may come with the next edit, and `validate` tells it.
[[nodiscard]] std::optional<std::string> canonical_document(const DocumentText& document,
                                                            Diagnostics& diagnostics);

/// Makes a project of all its documents, one after the other, as io::read_project() makes it of a
/// folder. Without transport.
class ProjectBuilder {
public:
    /// \param diagnostics  What is wrong with single documents: those are left out.
    explicit ProjectBuilder(Diagnostics& diagnostics) : m_diagnostics(&diagnostics) {}

    void add(const DocumentText& document);
    [[nodiscard]] model::Project take();

private:
    Diagnostics* m_diagnostics;
    model::Project m_project;
};

/// The same of documents that are all at hand.
[[nodiscard]] model::Project project_of(std::span<const DocumentText> documents,
                                        Diagnostics& diagnostics);

/// Put documents into a project in place of those of the same name, or take out the ones whose text
/// is empty: what project_of() would make of them all, for the price of the few.
void apply_documents(std::span<const DocumentText> changed, model::Project& project,
                     Diagnostics& diagnostics);

/// Where a document lies in a project's folder: "goal/trade.json", "project.json".
[[nodiscard]] std::string path_of(std::string_view kind, std::string_view id);

} // namespace dostyk::io

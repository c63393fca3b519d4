#pragma once

#include "editor/command.hpp"
#include "io/documents.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace dostyk::test {

/// Documents in memory that commands change, and the project that they make.
class MemoryRows : public store::Rows {
public:
    /// \param fields  JSON of the document's fields.
    void put(const std::string& kind, const std::string& id, const std::string& fields)
    {
        apply(editor::Insert{kind, id, R"({"fields": )" + fields + "}"});
    }

    Result<store::Row> find(std::string_view kind, std::string_view id) override
    {
        const auto found = m_docs.find({std::string(kind), std::string(id)});
        return store::Row{std::string(kind), std::string(id),
                          found != m_docs.end() ? found->second : std::string(), 0};
    }

    void apply(const editor::Command& command)
    {
        const auto edit = editor::edit_of(command, *this);
        REQUIRE(edit);
        for (const store::Row& row : edit->rows) {
            if (row.doc.empty()) {
                m_docs.erase({row.kind, row.id});
            } else {
                m_docs[{row.kind, row.id}] = row.doc;
            }
        }
    }

    [[nodiscard]] model::Project project() const
    {
        std::vector<io::DocumentText> documents;
        for (const auto& [name, doc] : m_docs) {
            documents.push_back({name.first, name.second, doc});
        }
        Diagnostics findings;
        return io::project_of(documents, findings);
    }

private:
    std::map<std::pair<std::string, std::string>, std::string> m_docs;
};

} // namespace dostyk::test

#include "editor/table_edit.hpp"

#include "kept_project.hpp"

#include "io/project_folder.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using editor::CellView;
using model::Pack;

namespace {

/// A kept project as the table sees it: edits are committed, then it is read anew.
struct Edited {
    explicit Edited(const char* name) : kept(name, test::few_rows()) { read(); }

    void read()
    {
        std::vector<io::DocumentText> documents;
        rows = *kept.store->read_all();
        for (const store::Row& row : rows) {
            documents.push_back({row.kind, row.id, row.doc});
        }
        Diagnostics findings;
        project = io::project_of(documents, findings);
    }

    [[nodiscard]] std::string text(const char* id, const char* field, CellView view = {}) const
    {
        const model::Entity& entity = *project.find(id);
        return cell_text(entity, *find_field(*model::find_kind(entity.kind), field), view);
    }

    /// "done", "same", or the key of the reason why not.
    std::string write(const char* id, const char* field, std::string_view written,
                      CellView view = {})
    {
        const model::Entity& entity = *project.find(id);
        const auto edit =
            cell_edit(entity, *find_field(*model::find_kind(entity.kind), field), written, view);
        if (!edit || !*edit) {
            return edit ? "same" : edit.error().message.key;
        }
        const std::string told = kept.told(**edit);
        read();
        return told;
    }

    std::string paste(const char* kind, std::string_view tsv, CellView view = {})
    {
        auto pasted = paste_rows(project, *model::find_kind(kind), tsv, view);
        if (!pasted) {
            where = pasted.error().where;
            return pasted.error().message.key;
        }
        counts = {pasted->changed, pasted->inserted};
        const std::string told = kept.told(pasted->edit);
        read();
        return told;
    }

    test::KeptProject kept;
    std::vector<store::Row> rows;
    model::Project project;
    std::string where;
    std::pair<std::size_t, std::size_t> counts;
};

constexpr const char* crossing = "korday-ak-zhol";

} // namespace

TEST_SUITE("editor/table_edit") {

TEST_CASE("a cell's text becomes the value, in one language alone where there are four")
{
    Edited edited("table_edit_cell");
    const std::string russian = edited.text(crossing, "name", {Pack::enriched, Language::ru});
    CHECK(edited.write(crossing, "name", "Korday \"Ak Zhol\"") == "done");
    CHECK(edited.text(crossing, "name") == "Korday \"Ak Zhol\"");
    CHECK(edited.text(crossing, "name", {Pack::enriched, Language::ru}) == russian);
    CHECK(edited.write(crossing, "name", "Korday \"Ak Zhol\"") == "same");
    CHECK(edited.write(crossing, "status", "closed") == "done");
    CHECK(edited.text(crossing, "status") == tr(Language::en, "word.status.closed"));
    CHECK(edited.write(crossing, "status", "somewhat open") == "error.table.not_word");
    CHECK(edited.write(test::goal_id, "due", "soon") == "error.table.not_date");
    CHECK(edited.write(test::goal_id, "due", "2031") == "done");
    CHECK(edited.text(test::goal_id, "due") == "2031");
}

TEST_CASE("a cell without a claim gets one, and an emptied one loses it")
{
    Edited edited("table_edit_claim");
    REQUIRE(edited.text(test::goal_id, "tags").empty());
    CHECK(edited.write(test::goal_id, "tags", "trade; 007") == "done");
    CHECK(edited.text(test::goal_id, "tags") == "trade; 007");
    CHECK(edited.project.find(test::goal_id)->fields.at("tags").front().sources.empty());
    CHECK(edited.write(test::goal_id, "tags", " ") == "done");
    CHECK_FALSE(edited.project.find(test::goal_id)->fields.contains("tags"));
    CHECK(edited.write(test::goal_id, "tags", "") == "same");
}

TEST_CASE("copied rows pasted again change nothing, in any language")
{
    Edited edited("table_edit_same");
    for (const model::Entity& entity : edited.project.entities) {
        const model::KindRule& kind = *model::find_kind(entity.kind);
        std::vector<std::string> columns;
        for (const model::FieldRule& rule : kind.fields) {
            columns.emplace_back(rule.name);
        }
        for (const Language language : all_languages) {
            const CellView view{Pack::enriched, language};
            const model::Entity* one = &entity;
            const std::string tsv = rows_to_tsv({&one, 1}, kind, columns, view);
            CAPTURE(tsv);
            const auto pasted = paste_rows(edited.project, kind, tsv, view);
            REQUIRE(pasted);
            CHECK(pasted->edit.parts.empty());
            CHECK(pasted->changed + pasted->inserted == 0);
        }
    }
}

TEST_CASE("pasted rows change what is there and insert what is not, as one step")
{
    Edited edited("table_edit_paste");
    const std::string before = edited.kept.hash();
    const store::Revision rev = edited.kept.revision();
    CHECK(edited.paste("crossing",
                       "id\tName\tStatus\tPlace\n"
                       "korday-ak-zhol\tKorday\tclosed\t\n"
                       "new-gate\tNew \"\"Gate\t\t42.9, 74.5\n"
                       "\t\"Кен-Булун\n2\"\toperating\t\n\n",
                       {}) == "error.table.fixed"); // a place that is there is set on the map
    CHECK(edited.where.find("row 2") != std::string::npos);
    CHECK(edited.where.find("Place") != std::string::npos);
    CHECK(edited.kept.hash() == before);

    CHECK(edited.paste("crossing", "id\tName\tstatus\n"
                                   "korday-ak-zhol\tKorday\tclosed\n"
                                   "new-gate\tNew \"Gate\t\n"
                                   "\t\"Кен-Булун\n2\"\toperating\n\n") == "done");
    CHECK(edited.counts == std::pair<std::size_t, std::size_t>(1, 2));
    CHECK(edited.text(crossing, "name") == "Korday");
    CHECK(edited.text("new-gate", "name") == "New \"Gate");
    CHECK(edited.text("kenbulun-2", "name") == "Кен-Булун\n2");
    CHECK(edited.kept.revision() == rev + 1);
    REQUIRE(edited.kept.store->undo());
    CHECK(edited.kept.hash() == before);
}

TEST_CASE("a paste with a mistake names row and column and does nothing")
{
    Edited edited("table_edit_mistake");
    const std::string before = edited.kept.hash();
    CHECK(edited.paste("crossing", "id\tName\n") == "error.paste.empty");
    CHECK(edited.paste("crossing", "id\tName\na\t\xFF\n") == "error.paste.no_text");
    CHECK(edited.paste("crossing", "id\tName\tColour\na\tb\tc\n") == "error.paste.unknown_column");
    CHECK(edited.paste("crossing", "id\tName\t" + std::string(tr(Language::ru, "field.name")) +
                                       "\na\tb\tc\n") == "error.paste.column_twice");
    CHECK(edited.paste("crossing", "id\tName\na\tb\na\tc\n") == "error.paste.row_twice");
    CHECK(edited.where.find("row 3") != std::string::npos);
    CHECK(edited.paste("crossing", "id\tName\na\tb\tc\n") == "error.paste.too_many_cells");
    CHECK(edited.paste("crossing", "id\tName\nA b\tb\n") == "error.table.not_id");
    CHECK(edited.paste("crossing", "id\tName\nmutual-trade-2bn\tb\n") == "error.paste.other_kind");
    CHECK(edited.paste("crossing", "id\tName\tStatus\nkorday-ak-zhol\tOther\tbroken\n") ==
          "error.table.not_word");
    CHECK(edited.where.find("Status") != std::string::npos);
    CHECK(edited.kept.hash() == before);
}

TEST_CASE("a table is kept under its name among the settings, replaced and taken away")
{
    Edited edited("table_edit_views");
    const std::string before = edited.kept.hash();
    const model::TableSetup plants{"Plants", "project", {"name"}, "name", true, "bank", ""};
    model::TableSetup gates{"Gates", "crossing", {}, "", false, "", ""};
    CHECK(edited.kept.told(editor::save_view(edited.project, plants)) == "done");
    edited.read();
    CHECK(edited.kept.told(editor::save_view(edited.project, gates)) == "done");
    edited.read();
    gates.sort = "status";
    CHECK(edited.kept.told(editor::save_view(edited.project, gates)) == "done");
    edited.read();
    CHECK(edited.project.views == std::vector<model::TableSetup>{plants, gates});
    CHECK(edited.kept.told(editor::remove_view(edited.project, 0)) == "done");
    edited.read();
    CHECK(edited.project.views == std::vector<model::TableSetup>{gates});
    CHECK(edited.kept.told(editor::remove_view(edited.project, 0)) == "done");
    CHECK(edited.kept.hash() == before);
}

} // TEST_SUITE

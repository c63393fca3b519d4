#include "editor/kept_project.hpp"

using namespace dostyk;
using namespace dostyk::editor;
using test::KeptProject;

namespace {

const char* const small_doc = R"({"fields": {"name": [{"value": {"en": "A"}}]}})";

SetField set(const std::string& id, const std::string& pointer, const std::string& value)
{
    return {"goal", id, pointer, value};
}

} // namespace

// Of src/editor/command.cpp, what makes, removes and joins documents.
TEST_SUITE("editor/command_documents") {

TEST_CASE("insert fills in what every document has")
{
    KeptProject project("command_insert", test::few_rows());
    REQUIRE(project.told(Insert{"goal", "new-goal", small_doc}) == "done");
    CHECK(project.doc("goal", "new-goal") == R"({
  "fields": {
    "name": [
      {
        "value": {
          "en": "A",
          "kk": "",
          "ky": "",
          "ru": ""
        }
      }
    ]
  },
  "format": "dostyk-entity",
  "id": "new-goal",
  "kind": "goal",
  "pack": "enriched",
  "version": 1
}
)");
}

TEST_CASE("insert takes a document's own head where it agrees, and refuses another")
{
    KeptProject project("command_insert_head", test::few_rows());
    const auto told = [&](const char* doc) { return project.told(Insert{"goal", "a", doc}); };
    CHECK(told(R"({"id": "b", "fields": {}})") == "project.id_is_not_file");
    CHECK(told(R"({"kind": "source", "fields": {}})") == "project.kind_is_not_folder");
    CHECK(told(R"({"format": "other", "fields": {}})") == "project.wrong_format");
    CHECK(told(R"({"version": 7, "fields": {}})") == "project.wrong_version");
    CHECK(told("{}") == "project.missing_key");
    CHECK(told(R"({"id": "a", "pack": "strict", "fields": {}})") == "done");
    CHECK(project.doc("goal", "a").find("\"strict\"") != std::string::npos);
}

TEST_CASE("insert refuses what is no document")
{
    KeptProject project("command_insert_bad", test::few_rows());
    for (const std::string doc : {"", "[]", "null", "5", "\"{}\"", "{", "{}{}"}) {
        CAPTURE(doc);
        CHECK(project.told(Insert{"goal", "a", doc}) == "error.edit.no_object");
    }
    CHECK(project.told(Insert{"goal", "a", R"({"fields": {}, "fields": {}})"}) ==
          "json.duplicate_key");
    CHECK(project.told(Insert{"goal", "a", std::string(1'000'000, '[')}) == "json.too_deep");
    for (const std::string id : {"", "-", "A", "a b", "a--b", "../a", "a/b", "а"}) {
        CAPTURE(id);
        CHECK(project.told(Insert{"goal", id, small_doc}) == "project.bad_id");
    }
    CHECK(project.told(Insert{"goal", "\xff", small_doc}) == "json.invalid_utf8");
    CHECK(project.told(Insert{"thing", "a", small_doc}) == "project.unknown_kind");
    CHECK(project.told(Insert{"", "a", small_doc}) == "project.unknown_kind");
}

TEST_CASE("a second document of one name is refused until the first is gone")
{
    KeptProject project("command_twice", test::few_rows());
    CHECK(project.told(Insert{"goal", "a", small_doc}) == "done");
    CHECK(project.told(Insert{"goal", "a", small_doc}) == "error.edit.exists");
    CHECK(text_of(project.last_error, Language::en).starts_with("There is a document goal/a"));
    CHECK(project.told(Remove{"goal", "a"}) == "done");
    CHECK(project.told(Insert{"goal", "a", small_doc}) == "done");
}

TEST_CASE("there is one document of settings")
{
    const auto all = test::few_rows();
    const auto settings = std::find_if(all.begin(), all.end(), [](const store::Row& row) {
        return row.kind == io::settings_kind;
    });
    KeptProject project("command_insert_settings", test::few_rows());
    CHECK(project.told(Insert{"settings", "project", settings->doc}) == "error.edit.exists");
    CHECK(project.told(Insert{"settings", "other", settings->doc}) == "project.id_is_not_file");

    KeptProject empty("command_insert_settings_first", {});
    CHECK(empty.told(Insert{"settings", "project", settings->doc}) == "done");
    CHECK(empty.doc("settings", "project") == settings->doc);
}

TEST_CASE("what is not there is neither edited nor removed")
{
    KeptProject project("command_none", test::few_rows());
    const std::string none = "error.edit.no_document";
    CHECK(project.told(Remove{"goal", "none"}) == none);
    CHECK(project.told(Remove{"source", test::goal_id}) == none);
    CHECK(project.told(set("none", "/fields", "{}")) == none);
    CHECK(project.told(RemoveField{"goal", "none", "/fields"}) == none);
    CHECK(project.told(Remove{"settings", "other"}) == none);
    CHECK(project.told(Remove{"", ""}) == none);
    REQUIRE(project.told(Remove{"goal", test::goal_id}) == "done");
    CHECK(project.told(Remove{"goal", test::goal_id}) == none);
    CHECK(project.told(set(test::goal_id, "/pack", "\"enriched\"")) == none);
}

TEST_CASE("a group is one step, and its parts see what the earlier ones made")
{
    KeptProject project("command_group", test::few_rows());
    const std::string before = project.hash();
    const store::Revision rev = project.revision();
    const std::string target = "/fields/target/0/value/number";
    REQUIRE(project.told(
                Group{{set(test::goal_id, target, "1"), set(test::goal_id, target, "2"),
                       Insert{"goal", "a", small_doc}, set("a", "/fields/name/0/value/ru", "\"Б\""),
                       Group{{Remove{"crossing", "korday-ak-zhol"}}}}}) == "done");
    CHECK(project.revision() == rev + 1);
    CHECK(project.store->history(1)->front().command == "group");
    CHECK(project.store->history(1)->front().rows.size() == 3);
    CHECK(project.doc("goal", test::goal_id).find("\"number\": 2,") != std::string::npos);
    CHECK(project.doc("goal", "a").find("\"ru\": \"Б\"") != std::string::npos);
    CHECK(project.doc("crossing", "korday-ak-zhol").empty());
    REQUIRE(project.store->undo());
    CHECK(project.hash() == before);
}

TEST_CASE("a group whose last part fails changes nothing")
{
    KeptProject project("command_group_fails", test::few_rows());
    const store::Revision rev = project.revision();
    CHECK(project.told(Group{{Insert{"goal", "a", small_doc},
                              set(test::goal_id, "/fields/target/0/value/number", "1"),
                              Remove{"goal", "none"}}}) == "error.edit.no_document");
    CHECK(project.told(Group{{Insert{"goal", "a", small_doc},
                              Group{{Insert{"goal", "a", small_doc}}}}}) == "error.edit.exists");
    CHECK(project.told(
              Group{{Remove{"goal", test::goal_id}, set(test::goal_id, "/pack", "\"strict\"")}}) ==
          "error.edit.no_document");
    CHECK(project.revision() == rev);
}

TEST_CASE("a group that comes back to where it began is no step")
{
    KeptProject project("command_group_nothing", test::few_rows());
    const store::Revision rev = project.revision();
    const std::string doc = project.doc("goal", test::goal_id);
    CHECK(project.told(Group{{Insert{"goal", "a", small_doc}, Remove{"goal", "a"}}}) == "done");
    CHECK(project.told(Group{
              {Remove{"goal", test::goal_id}, Insert{"goal", test::goal_id, doc}}}) == "done");
    CHECK(project.revision() == rev);
}

} // TEST_SUITE

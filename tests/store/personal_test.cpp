#include "store/personal.hpp"

#include "store/gpkg_store.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

using namespace dostyk;
using store::PersonalTable;
namespace fs = std::filesystem;

namespace {

std::string person(const std::string& phone, const std::string& kind = "person")
{
    return "{\n  \"fields\": {\n    \"phone\": [\n      {\n        \"value\": \"" + phone +
           "\"\n      }\n    ]\n  },\n  \"kind\": \"" + kind + "\"\n}\n";
}

struct Kept {
    explicit Kept(const char* name) : folder(test::scratch_dir(name))
    {
        auto opened = store::Database::open(folder / "p.db", store::Database::Mode::create);
        REQUIRE(opened);
        database = std::make_unique<store::Database>(*std::move(opened));
    }

    fs::path folder;
    std::unique_ptr<store::Database> database;
};

void put(store::Store& store, const std::string& doc)
{
    REQUIRE(store.write([&](store::Rows&) -> Result<store::Edit> {
        return store::Edit{"set_field", {{"person", "p", doc, 0}}};
    }));
}

} // namespace

TEST_SUITE("store/personal") {

TEST_CASE("what is hidden is revealed to the byte, and equal claims have one key")
{
    const Kept kept("personal_hide");
    PersonalTable table(*kept.database);
    const std::string doc = person("+7 701 000 00 00");

    const auto stored = table.hide(doc);

    REQUIRE(stored);
    CHECK(stored->find("701") == std::string::npos);
    CHECK(*table.reveal(*stored) == doc);
    CHECK(*table.hide(doc) == *stored);
    CHECK(*table.hide(person("+7 701 000 00 01")) != *stored);
    CHECK(table.find_fault()->empty());
}

TEST_CASE("only personal fields of their kind are hidden, and a text that looks so is none")
{
    const Kept kept("personal_kinds");
    PersonalTable table(*kept.database);
    for (const std::string& doc :
         {person("1", "goal"), std::string("no JSON \"phone\""), std::string(),
          std::string(R"({"kind":"person","fields":{"name":"personal:00"}})")}) {
        CHECK(*table.hide(doc) == doc);
        CHECK(*table.reveal(doc) == doc);
        CHECK_FALSE(store::holds_personal(doc));
    }
    CHECK(store::holds_personal(person("1")));
}

TEST_CASE("without the table a document is read without the field; a changed value is a fault")
{
    const Kept kept("personal_gone");
    PersonalTable table(*kept.database);
    const std::string stored = *table.hide(person("1"));
    REQUIRE(kept.database->execute("UPDATE personal SET value = '[]' WHERE key <> 'secret'"));
    CHECK_FALSE(table.find_fault()->empty());
    REQUIRE(kept.database->execute("DROP TABLE personal"));
    CHECK(*table.reveal(stored) == "{\n  \"fields\": {},\n  \"kind\": \"person\"\n}\n");
    CHECK(table.find_fault()->empty());
}

TEST_CASE("a store reads, compares, takes back and hashes documents as if nothing were hidden")
{
    const fs::path file = test::scratch_dir("personal_store") / "s.gpkg";
    auto store = *store::open_store(file, {.may_create = true, .who = "t", .vfs = {}});
    put(*store, person("1"));
    const std::string first = *store->hash();
    put(*store, person("2"));
    put(*store, person("2"));

    CHECK(*store->revision() == 2);
    CHECK(store->read_all()->front().doc == person("2"));
    CHECK(store->find_at("person", "p", 1)->doc == person("1"));
    REQUIRE(store->set_folder_base(*store->read_all()));
    CHECK(*store->count_unwritten() == 0);
    CHECK(store->folder_base()->front().doc == person("2"));
    REQUIRE(store->undo());
    CHECK(*store->hash() == first);
    CHECK(*store->count_unwritten() == 1);
    REQUIRE(store->redo());
    CHECK(store->changed_since(2)->front().doc == person("2"));
    CHECK(store->verify()->fault.key.empty());
}

TEST_CASE("a new store and a copy of one are readable for their owner alone")
{
    const fs::path folder = test::scratch_dir("personal_modes");
    auto store = *store::open_store(folder / "s.gpkg", {.may_create = true, .who = {}, .vfs = {}});
    put(*store, person("1"));
    REQUIRE(store->copy_to(folder / "copy.gpkg"));
    int files = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
        CAPTURE(entry.path());
        CHECK(entry.status().permissions() == (fs::perms::owner_read | fs::perms::owner_write));
        ++files;
    }
    CHECK(files >= 2);
}

} // TEST_SUITE

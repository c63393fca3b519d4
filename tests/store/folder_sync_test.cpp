#include "store/folder_sync.hpp"

#include "core/files.hpp"
#include "io/documents.hpp"
#include "store/gpkg_store.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace dostyk;
namespace fs = std::filesystem;

namespace {

/// A folder of three documents and the store that it was taken into.
struct Pair {
    fs::path folder;
    std::unique_ptr<store::Store> store;

    explicit Pair(const char* name) : folder(test::scratch_dir(name) / "p")
    {
        const fs::path bundled = test::source_root() / "data/kz-kg";
        for (const char* file :
             {"project.json", "goal/mutual-trade-2bn.json", "goal/mutual-trade-3bn.json"}) {
            fs::create_directories((folder / file).parent_path());
            fs::copy_file(bundled / file, folder / file);
        }
        auto opened = store::open_store(folder.parent_path() / "s.gpkg",
                                        {.may_create = true, .who = "test", .vfs = {}});
        REQUIRE(opened);
        store = *std::move(opened);
        take();
    }

    Diagnostics take() const
    {
        Diagnostics diagnostics;
        const auto rev = store::take_folder(*store, folder, diagnostics);
        REQUIRE(rev);
        return diagnostics;
    }

    [[nodiscard]] std::string doc(const std::string& id) const
    {
        return store->find_at("goal", id, *store->revision())->doc;
    }

    void edit(const std::string& id, const std::string& from, const std::string& to) const
    {
        REQUIRE(store->write([&](store::Rows& rows) -> Result<store::Edit> {
            return store::Edit{"set_field",
                               {{"goal", id, replaced(rows.find("goal", id)->doc, from, to), 0}}};
        }));
    }

    void edit_file(const std::string& id, const std::string& from, const std::string& to) const
    {
        const fs::path file = folder / "goal" / (id + ".json");
        REQUIRE(write_file_atomically(file, replaced(*read_file(file), from, to)));
    }

    static std::string replaced(std::string text, const std::string& from, const std::string& to)
    {
        const std::size_t at = text.find(from);
        REQUIRE(at != std::string::npos);
        return text.replace(at, from.size(), to);
    }
};

const char* const trade = "mutual-trade-2bn";
const char* const english = "Mutual trade of 2 billion US dollars";
const char* const russian_start = "\"ru\": \"";

} // namespace

TEST_SUITE("store/folder_sync") {

TEST_CASE("the first taking begins the project: it is no edit that undo takes back")
{
    const Pair pair("sync_begin");
    CHECK(*pair.store->revision() == 1);
    CHECK(pair.store->read_all()->size() == 3);
    CHECK_FALSE(pair.store->undo());
    CHECK(*pair.store->count_unwritten() == 0);
    CHECK(pair.store->verify()->fault.key.empty());
    pair.take();
    CHECK(*pair.store->revision() == 1);
}

TEST_CASE("an edit is written as the one line that changed, and no other file is touched")
{
    const Pair pair("sync_write");
    const fs::path other = pair.folder / "goal/mutual-trade-3bn.json";
    const auto before = fs::last_write_time(other);
    const std::string text = *read_file(pair.folder / "goal/mutual-trade-2bn.json");
    pair.edit(trade, english, "Trade");
    CHECK(*pair.store->count_unwritten() == 1);

    REQUIRE(store::write_folder(*pair.store, pair.folder));

    CHECK(*read_file(pair.folder / "goal/mutual-trade-2bn.json") ==
          Pair::replaced(text, english, "Trade"));
    CHECK(fs::last_write_time(other) == before);
    CHECK(*pair.store->count_unwritten() == 0);
}

TEST_CASE("what the folder and the store changed in different fields comes together")
{
    const Pair pair("sync_both");
    pair.edit(trade, english, "Trade");
    pair.edit_file(trade, "\"pack\": \"strict\"", "\"pack\": \"enriched\"");

    const Diagnostics findings = pair.take();

    CHECK(findings.findings.empty());
    CHECK(pair.doc(trade).find("\"Trade\"") != std::string::npos);
    CHECK(pair.doc(trade).find("\"pack\": \"enriched\"") != std::string::npos);
    CHECK(*pair.store->count_unwritten() == 1);
    REQUIRE(store::write_folder(*pair.store, pair.folder));
    CHECK(*read_file(pair.folder / "goal/mutual-trade-2bn.json") == pair.doc(trade));
}

TEST_CASE("the same field changed by both is told, and the store's edit stays")
{
    const Pair pair("sync_conflict");
    pair.edit(trade, english, "Mine");
    pair.edit_file(trade, english, "Theirs");

    const Diagnostics findings = pair.take();

    REQUIRE(findings.findings.size() == 1);
    CHECK(findings.findings[0].code == "store.conflict");
    CHECK(findings.findings[0].pointer == "/fields/name");
    CHECK(pair.doc(trade).find("\"Mine\"") != std::string::npos);
    CHECK(pair.take().findings.empty()); // told once, not at every look
}

TEST_CASE("a file that went is a removal, one with a mistake is not")
{
    const Pair pair("sync_gone");
    pair.edit_file(trade, russian_start, russian_start + std::string("\"")); // no JSON any more
    fs::remove(pair.folder / "goal/mutual-trade-3bn.json");

    const Diagnostics findings = pair.take();

    CHECK(findings.has_errors());
    CHECK_FALSE(pair.doc(trade).empty());
    CHECK(pair.doc("mutual-trade-3bn").empty());
    REQUIRE(pair.store->undo()); // the removal from outside can be taken back, too
    CHECK_FALSE(pair.doc("mutual-trade-3bn").empty());
}

TEST_CASE("a removed document's file goes; export, import, export is the same to the byte")
{
    const Pair pair("sync_export");
    REQUIRE(pair.store->write([](store::Rows&) -> Result<store::Edit> {
        return store::Edit{"remove", {{"goal", trade, "", 0}}};
    }));
    REQUIRE(store::write_folder(*pair.store, pair.folder));
    CHECK_FALSE(fs::exists(pair.folder / "goal/mutual-trade-2bn.json"));

    const fs::path out = pair.folder.parent_path() / "out";
    REQUIRE(store::export_folder(*pair.store, out));
    auto other = store::open_store(out.parent_path() / "other.gpkg",
                                   {.may_create = true, .who = {}, .vfs = {}});
    Diagnostics findings;
    REQUIRE(store::import_folder(**other, out, findings));
    CHECK(findings.findings.empty());
    CHECK(*(*other)->hash() == *pair.store->hash());
}

TEST_CASE("an import with an unsound document brings nothing in")
{
    const Pair pair("sync_unsound");
    const std::string before = *pair.store->hash();
    const fs::path other = pair.folder.parent_path() / "other";
    fs::copy(pair.folder, other, fs::copy_options::recursive);
    REQUIRE(write_file_atomically(other / "goal/new.json", "{}"));
    Diagnostics findings;
    CHECK_FALSE(store::import_folder(*pair.store, other, findings));
    CHECK(findings.has_errors());
    CHECK(*pair.store->hash() == before);
}

} // TEST_SUITE

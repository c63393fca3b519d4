/// \file
/// What every store keeps to, whatever it is made of: run it with a factory of a second backend
/// too.

#pragma once

#include "store/store.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace dostyk::test {

/// An empty store; the second call gives another connection to the same one.
using StoreMaker = std::function<std::unique_ptr<store::Store>()>;

inline store::Revision put(store::Store& store, const std::string& id, const std::string& doc,
                           const std::string& command = "set_field")
{
    const auto rev = store.write([&](store::Rows&) -> Result<store::Edit> {
        return store::Edit{command, {{"goal", id, doc, 0}}};
    });
    REQUIRE_MESSAGE(rev, (rev ? "" : text_of(rev.error(), Language::en)));
    return *rev;
}

/// A write that goes on with the step `continues`.
inline store::Revision go_on(store::Store& store, store::Revision continues, const std::string& id,
                             const std::string& doc)
{
    return *store.write([&](store::Rows&) -> Result<store::Edit> {
        return store::Edit{"set_field", {{"goal", id, doc, 0}}, continues};
    });
}

inline std::string doc_of(store::Store& store, const std::string& id)
{
    return store.rows().find("goal", id)->doc;
}

inline void check_conformance(const StoreMaker& make)
{
    SUBCASE("an empty store is at revision 0 and has nothing to undo")
    {
        const auto store = make();
        CHECK(*store->revision() == 0);
        CHECK(store->read_all()->empty());
        CHECK_FALSE(store->undo());
        CHECK_FALSE(store->redo());
        CHECK(store->history(10)->empty());
    }
    SUBCASE("a write is one step, and one that changes nothing is none")
    {
        const auto store = make();
        CHECK(put(*store, "a", "{\"n\": 1}") == 1);
        CHECK(put(*store, "a", "{\"n\": 1}") == 1);
        CHECK(put(*store, "a", "{\"n\": 2}") == 2);
        CHECK(store->history(10)->size() == 2);
        CHECK(doc_of(*store, "a") == "{\"n\": 2}");
    }
    SUBCASE("rows are counted by kind and pack, those that went not")
    {
        const auto store = make();
        put(*store, "a", "{\"pack\": \"strict\"}");
        put(*store, "b", "{\"pack\": \"enriched\"}");
        put(*store, "c", "{\"pack\": \"strict\"}");
        put(*store, "d", "{}");
        put(*store, "c", "");
        using Counts = std::vector<store::RowCount>;
        CHECK(*store->count_rows() ==
              Counts{{"goal", "", 1}, {"goal", "enriched", 1}, {"goal", "strict", 1}});
    }
    SUBCASE("an edit that fails leaves all as it was")
    {
        const auto store = make();
        put(*store, "a", "{}");
        const std::string before = *store->hash();
        const auto rev = store->write([](store::Rows&) -> Result<store::Edit> {
            return Error{ErrorCode::invalid, {"error.nothing_to_undo", {}}, {}};
        });
        CHECK_FALSE(rev);
        CHECK(*store->revision() == 1);
        CHECK(*store->hash() == before);
    }
    SUBCASE("undo and redo walk the history, over a removal and a second connection")
    {
        const auto store = make();
        put(*store, "a", "{\"n\": 1}");
        const std::string first = *store->hash();
        put(*store, "a", "{\"n\": 2}");
        put(*store, "a", "", "remove");
        const std::string last = *store->hash();
        CHECK(store->read_all()->empty());

        const auto again = make();
        CHECK(*again->undo() == 4);
        CHECK(doc_of(*again, "a") == "{\"n\": 2}");
        CHECK(*store->undo() == 5);
        CHECK(*store->hash() == first);
        CHECK(*again->redo() == 6);
        CHECK(*again->redo() == 7);
        CHECK(*store->hash() == last);
        CHECK_FALSE(store->redo());
    }
    SUBCASE("a new edit after an undo ends what could be done again, and undo goes on below it")
    {
        const auto store = make();
        put(*store, "a", "1");
        put(*store, "a", "2");
        REQUIRE(store->undo());
        put(*store, "b", "3");
        CHECK_FALSE(store->redo());
        REQUIRE(store->undo());
        CHECK(doc_of(*store, "a") == "1");
        CHECK(doc_of(*store, "b").empty());
        REQUIRE(store->undo());
        CHECK(store->read_all()->empty());
        CHECK_FALSE(store->undo());
        REQUIRE(store->redo());
        REQUIRE(store->redo());
        CHECK(doc_of(*store, "b") == "3");
    }
    SUBCASE("changes since a revision are told, removals as empty documents")
    {
        const auto store = make();
        put(*store, "a", "1");
        put(*store, "b", "2");
        put(*store, "a", "");
        const auto changed = store->changed_since(1);
        REQUIRE(changed->size() == 2);
        CHECK((*changed)[0] == store::Row{"goal", "a", "", 3});
        CHECK((*changed)[1] == store::Row{"goal", "b", "2", 2});
    }
    SUBCASE("a row is known as it was at any revision")
    {
        const auto store = make();
        put(*store, "a", "1");
        put(*store, "b", "x");
        put(*store, "a", "2");
        CHECK(store->find_at("goal", "a", 0)->doc.empty());
        CHECK(store->find_at("goal", "a", 1)->doc == "1");
        CHECK(store->find_at("goal", "a", 2)->doc == "1");
        CHECK(store->find_at("goal", "a", 3)->doc == "2");
    }
    SUBCASE("history is the newest first and knows what was taken back")
    {
        const auto store = make();
        put(*store, "a", "1", "insert");
        put(*store, "a", "2");
        REQUIRE(store->undo());
        const auto steps = *store->history(2);
        REQUIRE(steps.size() == 2);
        CHECK(steps[0].command == "undo");
        CHECK(steps[0].target == 2);
        CHECK(steps[1].command == "set_field");
        CHECK(steps[1].rows == std::vector<std::pair<std::string, std::string>>{{"goal", "a"}});
    }
    SUBCASE("steps that go on with each other are taken back and done again as one")
    {
        const auto store = make();
        put(*store, "a", "1");
        const store::Revision first = put(*store, "a", "12");
        const store::Revision second = go_on(*store, first, "a", "123");
        go_on(*store, second, "b", "x");
        CHECK(store->stacks(9)->undo.size() == 2);
        REQUIRE(store->undo());
        CHECK(doc_of(*store, "a") == "1");
        CHECK(doc_of(*store, "b").empty());
        REQUIRE(store->redo());
        CHECK(doc_of(*store, "a") == "123");
        CHECK(doc_of(*store, "b") == "x");
        REQUIRE(store->undo());
        REQUIRE(store->undo());
        CHECK(store->read_all()->empty());
        CHECK(store->verify()->fault.key.empty());
    }
    SUBCASE("a step does not go on with one that is no longer the last")
    {
        const auto store = make();
        const store::Revision first = put(*store, "a", "1");
        put(*store, "b", "x");
        go_on(*store, first, "a", "12");
        REQUIRE(store->undo());
        CHECK(doc_of(*store, "a") == "1");
        CHECK(doc_of(*store, "b") == "x");
    }
    SUBCASE("a run that came back to where it began hides nothing that lies below it")
    {
        const auto store = make();
        put(*store, "a", "1");
        go_on(*store, put(*store, "a", "2"), "a", "1");
        REQUIRE(store->undo());
        REQUIRE(store->undo());
        CHECK(store->read_all()->empty());
        CHECK(store->verify()->fault.key.empty());
    }
    SUBCASE("the stacks tell what undo and redo would do, the next one first")
    {
        const auto store = make();
        put(*store, "a", "1", "insert");
        put(*store, "b", "2", "insert");
        put(*store, "a", "3");
        REQUIRE(store->undo());
        REQUIRE(store->undo());
        const auto stacks = *store->stacks(9);
        REQUIRE(stacks.undo.size() == 1);
        REQUIRE(stacks.redo.size() == 2);
        CHECK(stacks.undo[0].rev == 1);
        CHECK(stacks.redo[0].rev == 2);
        CHECK(stacks.redo[1].rev == 3);
        CHECK(stacks.redo[1].command == "set_field");
        CHECK(stacks.redo[1].rows ==
              std::vector<std::pair<std::string, std::string>>{{"goal", "a"}});
        CHECK(store->stacks(1)->redo.size() == 1);
    }
    SUBCASE("the chain of an honest history holds")
    {
        const auto store = make();
        for (int i = 0; i < 20; ++i) {
            put(*store, "a" + std::to_string(i % 3), std::to_string(i));
            if (i % 4 == 3) {
                REQUIRE(store->undo());
            }
            if (i % 8 == 7) {
                REQUIRE(store->redo());
            }
        }
        const auto audit = *store->verify();
        CHECK(audit.fault.key.empty());
        CHECK(audit.entries == 27);
    }
}

} // namespace dostyk::test

#pragma once

#include "core/files.hpp"
#include "editor/command.hpp"
#include "io/documents.hpp"
#include "store/gpkg_store.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace dostyk::test {

/// Documents of the bundled project, as a store keeps them.
inline std::vector<store::Row> bundled_rows()
{
    namespace fs = std::filesystem;
    std::vector<store::Row> rows;
    for (const auto& entry : fs::recursive_directory_iterator(source_root() / "data" / "kz-kg")) {
        if (entry.path().extension() != ".json") {
            continue;
        }
        const bool is_settings = entry.path().filename() == "project.json";
        rows.push_back({is_settings ? std::string(io::settings_kind)
                                    : entry.path().parent_path().filename().string(),
                        entry.path().stem().string(), read_file(entry.path()).value(), 0});
    }
    std::sort(rows.begin(), rows.end(), [](const store::Row& a, const store::Row& b) {
        return std::pair(a.kind, a.id) < std::pair(b.kind, b.id);
    });
    return rows;
}

inline constexpr const char* goal_id = "mutual-trade-2bn";

/// The settings, a goal without a site, and a crossing with one.
inline std::vector<store::Row> few_rows()
{
    auto rows = bundled_rows();
    std::erase_if(rows, [](const store::Row& row) {
        return row.kind != io::settings_kind && row.id != goal_id && row.id != "korday-ak-zhol";
    });
    REQUIRE(rows.size() == 3);
    return rows;
}

/// A project folder of few documents, with a state folder of its own beside it.
inline std::filesystem::path few_files(const char* name)
{
    const std::filesystem::path scratch = scratch_dir(name);
    ::setenv("XDG_STATE_HOME", (scratch / "state").c_str(), 1);
    for (const store::Row& row : few_rows()) {
        REQUIRE(write_file_atomically(scratch / "p" / io::path_of(row.kind, row.id), row.doc));
    }
    return scratch / "p";
}

/// A store of its own in a folder of this test run, filled with some rows.
class KeptProject {
public:
    KeptProject(const char* name, std::vector<store::Row> rows)
    {
        auto opened = store::open_store(scratch_dir(name) / "p.gpkg",
                                        {.may_create = true, .who = "test", .vfs = {}});
        REQUIRE(opened);
        store = *std::move(opened);
        REQUIRE(store->write([&](store::Rows&) -> Result<store::Edit> {
            return store::Edit{"insert", std::move(rows)};
        }));
    }

    Result<store::Revision> run(const editor::Command& command)
    {
        return store->write([&](store::Rows& rows) { return editor::edit_of(command, rows); });
    }

    /// Key of the message with which a command is refused; "done" when it is not. What is refused
    /// must leave all as it was.
    std::string told(const editor::Command& command)
    {
        const std::string before = hash();
        const auto rev = run(command);
        if (rev) {
            return "done";
        }
        CHECK(hash() == before);
        last_error = rev.error();
        return rev.error().message.key;
    }

    [[nodiscard]] std::string doc(const std::string& kind, const std::string& id)
    {
        const auto rows = store->read_all();
        for (const store::Row& row : *rows) {
            if (row.kind == kind && row.id == id) {
                return row.doc;
            }
        }
        return {};
    }

    [[nodiscard]] std::string hash() { return store->hash().value(); }
    [[nodiscard]] store::Revision revision() { return store->revision().value(); }

    std::unique_ptr<store::Store> store;
    Error last_error;
};

/// Each document is what io::canonical_document() makes of it.
inline bool is_all_canonical(store::Store& store)
{
    const auto rows = store.read_all();
    return std::all_of(rows->begin(), rows->end(), [](const store::Row& row) {
        Diagnostics diagnostics;
        return io::canonical_document({row.kind, row.id, row.doc}, diagnostics) == row.doc;
    });
}

} // namespace dostyk::test

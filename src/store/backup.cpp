#include "store/backup.hpp"

#include "core/files.hpp"
#include "core/paths.hpp"
#include "store/gpkg_store.hpp"
#include "store/working_store.hpp"

#include <algorithm>
#include <chrono>
#include <functional>
#include <set>
#include <system_error>

namespace dostyk::store {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

/// Who edits for an hour has six of them in the ten recent ones, not the last ten seconds.
constexpr std::chrono::minutes least_age = 10min;

std::string name_of(Instant instant)
{
    std::string name = to_iso(instant); // 2026-11-24T09:05:00Z
    std::erase_if(name, [](char c) { return c == '-' || c == ':'; });
    return name + ".gpkg";
}

/// The newest of each period, for so many periods.
void keep_newest_of(std::span<const Instant> newest_first, int periods,
                    const std::function<std::int64_t(Instant)>& period_of, std::set<Instant>& kept)
{
    std::set<std::int64_t> seen;
    for (const Instant instant : newest_first) {
        if (static_cast<int>(seen.size()) == periods) {
            return;
        }
        if (seen.insert(period_of(instant)).second) {
            kept.insert(instant);
        }
    }
}

std::int64_t day_of(Instant instant)
{
    return std::chrono::floor<std::chrono::days>(instant).time_since_epoch().count();
}

/// Weeks begin on Monday; the epoch was a Thursday.
std::int64_t week_of(Instant instant)
{
    return (day_of(instant) + 3) / 7;
}

void remove_store(const fs::path& file)
{
    std::error_code error;
    for (const char* suffix : {"", "-wal", "-shm"}) {
        fs::remove(file.string() + suffix, error);
    }
}

} // namespace

std::optional<Instant> instant_of_backup(const fs::path& backup)
{
    const std::string name = backup.stem().string();
    constexpr std::size_t length = 16; // 20261124T090500Z
    if (backup.extension() != ".gpkg" || name.size() != length) {
        return std::nullopt;
    }
    return parse_iso(name.substr(0, 4) + "-" + name.substr(4, 2) + "-" + name.substr(6, 5) + ":" +
                     name.substr(11, 2) + ":" + name.substr(13));
}

Status verify_backup(const fs::path& copy, Revision least)
{
    auto opened = open_store(copy, {});
    if (!opened) {
        return opened.error();
    }
    const auto audit = (*opened)->verify();
    const auto has = (*opened)->revision();
    if (!audit || !has) {
        return audit ? has.error() : audit.error();
    }
    if (!audit->fault.key.empty() || *has < least) {
        return Error{ErrorCode::invalid, {"error.backup_unsound", {{"file", copy.string()}}}, {}};
    }
    return ok();
}

fs::path backups_of(const fs::path& store_file)
{
    return state_dir() / "backups" / working_store_of(store_file).stem();
}

std::vector<fs::path> find_backups(const fs::path& folder)
{
    std::vector<fs::path> backups;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        if (instant_of_backup(it->path())) {
            backups.push_back(it->path());
        }
    }
    std::sort(backups.rbegin(), backups.rend()); // names sort as their instants do
    return backups;
}

std::vector<Instant> superfluous(std::span<const Instant> newest_first)
{
    const auto recent =
        newest_first.first(std::min<std::size_t>(recent_backups, newest_first.size()));
    std::set<Instant> kept(recent.begin(), recent.end());
    keep_newest_of(newest_first, daily_backups, day_of, kept);
    keep_newest_of(newest_first, weekly_backups, week_of, kept);
    std::vector<Instant> rest;
    std::copy_if(newest_first.begin(), newest_first.end(), std::back_inserter(rest),
                 [&](Instant instant) { return !kept.contains(instant); });
    return rest;
}

Result<std::optional<fs::path>> back_up_if_due(Store& store, const fs::path& store_file,
                                               Instant now)
{
    const fs::path folder = backups_of(store_file);
    std::vector<fs::path> backups = find_backups(folder);
    const auto rev = store.revision();
    if (!rev) {
        return rev.error();
    }
    if (!backups.empty()) {
        if (now - *instant_of_backup(backups.front()) < least_age) {
            return std::optional<fs::path>();
        }
        const auto newest = open_store(backups.front(), {});
        const auto has = newest ? (*newest)->revision() : Result<Revision>(newest.error());
        if (has && *has == *rev) {
            return std::optional<fs::path>();
        }
    }
    if (const Status status = make_folders(folder); !status) {
        return status.error();
    }
    const fs::path made = folder / name_of(now);
    const fs::path unproved = made.string() + ".new";
    remove_store(unproved);
    Status status = store.copy_to(unproved);
    if (status) {
        status = verify_backup(unproved, *rev);
    }
    if (!status) {
        remove_store(unproved);
        return status.error();
    }
    if (status = put_in_place(unproved, made); !status) {
        return status.error();
    }
    backups.insert(backups.begin(), made);
    std::vector<Instant> instants;
    for (const fs::path& backup : backups) {
        instants.push_back(*instant_of_backup(backup));
    }
    for (const Instant old : superfluous(instants)) {
        remove_store(folder / name_of(old));
    }
    return std::optional(made);
}

} // namespace dostyk::store

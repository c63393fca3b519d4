#include "app/bench_edits.hpp"

#include "core/process_usage.hpp"
#include "core/system_reason.hpp"
#include "editor/edit_session.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace dostyk::app {

namespace {

namespace fs = std::filesystem;

constexpr int edits = 500;
constexpr std::size_t syncs = 200;

double wall_ms()
{
    const std::chrono::duration<double, std::milli> since_boot =
        std::chrono::steady_clock::now().time_since_epoch();
    return since_boot.count();
}

/// Median time of the disk for 4 KB that are to stay. [ms] Error: write_failed.
Result<double> time_syncs(const fs::path& file)
{
    std::vector<double> times;
    const std::string page(4096, 'x');
    const int fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    bool is_kept = fd >= 0;
    while (is_kept && times.size() < syncs) {
        const double before = wall_ms();
        is_kept = ::write(fd, page.data(), page.size()) == std::ssize(page) && ::fdatasync(fd) == 0;
        times.push_back(wall_ms() - before);
    }
    const int reason = errno;
    if (fd >= 0) {
        ::close(fd);
    }
    if (!is_kept) {
        return Error{
            ErrorCode::write_failed,
            {"error.write_failed", {{"file", file.string()}, {"reason", system_reason(reason)}}},
            {}};
    }
    return percentile(std::move(times), 0.5);
}

} // namespace

Status measure_edits(const BenchStore& store, std::vector<BenchFigure>& figures)
{
    editor::EditSession session(std::make_shared<const model::Project>(), store.file());
    if (Status status = session.open(); !status) {
        return status;
    }
    std::vector<double> cpu, wall;
    for (int i = 0; i < edits; ++i) {
        const editor::SetField edit{"project", BenchStore::site(1 + i * 7919 % BenchStore::sites),
                                    "/fields/name/0/value/en", fmt::format("\"Edit {}\"", i)};
        const double cpu_before = process_cpu_ms();
        const double wall_before = wall_ms();
        if (const auto rev = session.submit(edit); !rev) {
            return rev.error();
        }
        cpu.push_back(process_cpu_ms() - cpu_before);
        wall.push_back(wall_ms() - wall_before);
    }
    const auto sync = time_syncs(store.folder() / "synced");
    if (!sync) {
        return sync.error();
    }
    figures.push_back({"fdatasync_median", *sync, "ms"});
    figures.push_back({"edit_cpu_median", percentile(cpu, 0.5), "ms", 5});
    figures.push_back({"edit_wall_median", percentile(wall, 0.5), "ms"});
    figures.push_back({"edit_wall_p99", percentile(wall, 0.99), "ms", 3 * *sync + 5});
    return ok();
}

} // namespace dostyk::app

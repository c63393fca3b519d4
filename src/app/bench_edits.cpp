#include "app/bench_edits.hpp"

#include "core/paths.hpp"
#include "core/process_usage.hpp"
#include "core/system_reason.hpp"
#include "editor/edit_session.hpp"
#include "store/generate.hpp"
#include "store/gpkg_store.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace dostyk::app {

namespace {

namespace fs = std::filesystem;

constexpr int entities = 10'000;
constexpr int edits = 500;
constexpr std::size_t syncs = 200;

/// A folder that is there as long as this is.
class ScratchFolder {
public:
    ScratchFolder() : m_path(state_dir() / fmt::format("bench-{}", ::getpid()))
    {
        std::error_code error; // shows when something is written there
        fs::create_directories(m_path, error);
    }
    ~ScratchFolder()
    {
        std::error_code error;
        fs::remove_all(m_path, error);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    [[nodiscard]] const fs::path& path() const noexcept { return m_path; }

private:
    fs::path m_path;
};

double wall_ms()
{
    const std::chrono::duration<double, std::milli> since_boot =
        std::chrono::steady_clock::now().time_since_epoch();
    return since_boot.count();
}

Status make_store(const fs::path& file)
{
    auto made = store::open_store(file, {.may_create = true, .who = "bench", .vfs = {}});
    return made ? store::fill_for_measuring(**made, entities, 1) : Status(made.error());
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

Status measure_edits(std::vector<BenchFigure>& figures)
{
    const ScratchFolder folder;
    const fs::path file = folder.path() / "edits.gpkg";
    if (Status status = make_store(file); !status) {
        return status;
    }
    editor::EditSession session(std::make_shared<const model::Project>(), file);
    if (Status status = session.open(); !status) {
        return status;
    }
    std::vector<double> cpu, wall;
    for (int i = 0; i < edits; ++i) {
        const int site = 1 + i * 7919 % entities;
        const editor::SetField edit{"project", fmt::format("site-{:07}", site),
                                    "/fields/name/0/value/en", fmt::format("\"Edit {}\"", i)};
        const double cpu_before = process_cpu_ms();
        const double wall_before = wall_ms();
        if (const auto rev = session.submit(edit); !rev) {
            return rev.error();
        }
        cpu.push_back(process_cpu_ms() - cpu_before);
        wall.push_back(wall_ms() - wall_before);
    }
    const auto sync = time_syncs(folder.path() / "synced");
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

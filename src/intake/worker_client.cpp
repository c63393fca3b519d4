#include "intake/worker_client.hpp"

#include "core/system_reason.hpp"
#include "intake/worker.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>
#include <vector>

namespace dostyk::intake {

namespace fs = std::filesystem;

namespace {

struct Ending {
    std::string_view ending;
    Format format;
};

constexpr std::array<Ending, 15> endings{{{"csv", Format::csv},
                                          {"tsv", Format::csv},
                                          {"txt", Format::csv},
                                          {"xlsx", Format::xlsx},
                                          {"ods", Format::ods},
                                          {"geojson", Format::geojson},
                                          {"json", Format::geojson},
                                          {"kml", Format::kml},
                                          {"gpx", Format::gpx},
                                          {"gpkg", Format::gpkg},
                                          {"shp", Format::shapefile},
                                          {"fgb", Format::flatgeobuf},
                                          {"xml", Format::schedule},
                                          {"tif", Format::geotiff},
                                          {"tiff", Format::geotiff}}};
constexpr std::string_view calendar_ending = "ics";

/// A file descriptor that is closed with its owner.
class Descriptor {
public:
    explicit Descriptor(int number = -1) : m_number(number) {}
    ~Descriptor() { reset(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    void reset(int number = -1)
    {
        if (m_number >= 0) {
            ::close(m_number);
        }
        m_number = number;
    }
    [[nodiscard]] int get() const noexcept { return m_number; }

private:
    int m_number;
};

struct Pipe {
    Descriptor out; ///< read from
    Descriptor in;  ///< write to
};

bool open_pipe(Pipe& pipe)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return false;
    }
    pipe.out.reset(ends[0]);
    pipe.in.reset(ends[1]);
    return true;
}

/// The child's environment: where libraries find themselves and their data, and nothing that could
/// tell them to do otherwise.
std::vector<std::string> child_environment()
{
    // Without the second PROJ would look in a folder of the user's before its own.
    std::vector<std::string> kept{"LC_ALL=C.UTF-8", "TZ=UTC",
                                  "PROJ_USER_WRITABLE_DIRECTORY=/nonexistent"};
    for (const char* name : {"PATH", "LD_LIBRARY_PATH", "GDAL_DATA", "PROJ_LIB", "PROJ_DATA",
                             "DOSTYK_HOME", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"}) {
        if (const char* value = std::getenv(name); value != nullptr) {
            kept.push_back(std::string(name) + '=' + value);
        }
    }
    return kept;
}

/// A started worker; killed and waited for when it goes.
class Child {
public:
    Child() = default;
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child()
    {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            (void)wait();
        }
    }

    /// 0, or the error's number.
    int start(const fs::path& program, int input, int output)
    {
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        std::string name = program.string();
        std::string argument(worker_argument);
        std::vector<std::string> environment = child_environment();
        std::array<char*, 3> arguments{name.data(), argument.data(), nullptr};
        std::vector<char*> variables;
        for (std::string& variable : environment) {
            variables.push_back(variable.data());
        }
        variables.push_back(nullptr);
        const int error = ::posix_spawn(&m_pid, name.c_str(), &actions, nullptr, arguments.data(),
                                        variables.data());
        posix_spawn_file_actions_destroy(&actions);
        m_pid = error == 0 ? m_pid : -1;
        return error;
    }

    /// The status of waitpid(2).
    int wait()
    {
        int status = 0;
        while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
        }
        m_pid = -1;
        return status;
    }

private:
    pid_t m_pid = -1;
};

Error failure(ErrorCode code, const char* key, const fs::path& file, std::string reason = {})
{
    return Error{
        code, {key, {{"file", file.filename().string()}, {"reason", std::move(reason)}}}, {}};
}

/// A write to a child that has died must be an error and no signal.
bool send(int pipe, std::string_view bytes)
{
    sigset_t pipe_signal;
    sigset_t before;
    sigemptyset(&pipe_signal);
    sigaddset(&pipe_signal, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe_signal, &before);
    bool is_sent = true;
    while (!bytes.empty() && is_sent) {
        const ssize_t count = ::write(pipe, bytes.data(), bytes.size());
        if (count > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(count));
        } else {
            is_sent = count < 0 && errno == EINTR;
        }
    }
    const timespec at_once{};
    while (!is_sent && sigtimedwait(&pipe_signal, nullptr, &at_once) > 0) {
    }
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    return is_sent;
}

/// All that the child writes, until it closes its end.
Result<std::string> listen(int pipe, const fs::path& file, const ReadOptions& options)
{
    using Clock = std::chrono::steady_clock;
    constexpr std::chrono::milliseconds look_up{10}; // for a stop request
    const auto end = Clock::now() + options.most_wait;
    std::string bytes;
    std::vector<char> part(std::size_t{1} << 16);
    while (true) {
        if (options.stop.stop_requested()) {
            return failure(ErrorCode::cancelled, "import.cancelled", file);
        }
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
        if (left.count() <= 0) {
            return failure(ErrorCode::unsupported, "import.too_slow", file);
        }
        pollfd waiting{pipe, POLLIN, 0};
        const auto wait = options.stop.stop_possible() ? std::min(left, look_up) : left;
        if (::poll(&waiting, 1, static_cast<int>(wait.count())) <= 0) {
            continue;
        }
        const ssize_t count = ::read(pipe, part.data(), part.size());
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return bytes;
        }
        if (bytes.size() + static_cast<std::size_t>(count) > largest_answer) {
            return failure(ErrorCode::unsupported, "import.answer_too_large", file);
        }
        bytes.append(part.data(), static_cast<std::size_t>(count));
    }
}

/// Why a child that did not answer ended, as a sentence.
Error obituary(int status, const fs::path& file)
{
    if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL)) {
        return failure(ErrorCode::unsupported, "import.too_slow", file);
    }
    const std::string reason =
        WIFSIGNALED(status) ? std::string("signal ") + std::to_string(WTERMSIG(status))
                            : std::string("exit code ") + std::to_string(WEXITSTATUS(status));
    return failure(ErrorCode::unreadable, "import.worker_died", file, reason);
}

Result<WorkerAnswer> ask(const WorkerRequest& request, const ReadOptions& options)
{
    Pipe to_child;
    Pipe from_child;
    if (!open_pipe(to_child) || !open_pipe(from_child)) {
        return failure(ErrorCode::unreadable, "import.no_worker", request.file,
                       system_reason(errno));
    }
    Child child;
    const int error = child.start(options.worker, to_child.out.get(), from_child.in.get());
    if (error != 0) {
        return failure(ErrorCode::unreadable, "import.no_worker", request.file,
                       system_reason(error));
    }
    to_child.out.reset();
    from_child.in.reset();
    (void)send(to_child.in.get(), to_bytes(request)); // a dead child shows in its answer
    to_child.in.reset();
    const auto bytes = listen(from_child.out.get(), request.file, options);
    if (!bytes) {
        return bytes.error();
    }
    const int status = child.wait();
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || !bytes->starts_with(closed_marker)) {
        return obituary(status, request.file);
    }
    return read_answer(std::string_view(*bytes).substr(closed_marker.size()));
}

/// The file itself, without links and "..": what the worker may open is named once.
Result<fs::path> resolved(const fs::path& file)
{
    std::error_code error;
    // GDAL's virtual file systems are no files of the user's.
    if (file.string().starts_with("/vsi")) {
        return failure(ErrorCode::unsupported, "import.no_file", file);
    }
    const fs::path whole = fs::canonical(file, error);
    if (error) {
        return Error{ErrorCode::not_found, {"import.missing", {{"file", file.string()}}}, {}};
    }
    if (!fs::is_regular_file(whole, error)) {
        return failure(ErrorCode::unsupported, "import.no_file", file);
    }
    if (whole.string().starts_with("/proc/") || whole.string().starts_with("/sys/")) {
        return failure(ErrorCode::unsupported, "import.no_file", file);
    }
    return whole;
}

} // namespace

std::optional<Format> format_of(const fs::path& file)
{
    std::string ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    if (ending.empty()) {
        return std::nullopt;
    }
    const std::string_view bare = std::string_view(ending).substr(1);
    if (bare == calendar_ending) {
        return Format::ics;
    }
    const auto found = std::find_if(endings.begin(), endings.end(),
                                    [&](const Ending& each) { return each.ending == bare; });
    return found != endings.end() ? std::optional(found->format) : std::nullopt;
}

std::string known_endings()
{
    std::string text;
    for (const Ending& each : endings) {
        text += std::string(each.ending) + ' ';
    }
    return text + std::string(calendar_ending);
}

std::vector<fs::path> parts_of(const fs::path& file)
{
    std::vector<fs::path> parts{file};
    if (format_of(file) == Format::shapefile) {
        const auto beside = gis::companions_of(file, gis::ForeignFormat::shapefile);
        parts.insert(parts.end(), beside.begin(), beside.end());
    }
    return parts;
}

Result<WorkerAnswer> read_foreign_file(const fs::path& file, const ReadOptions& options)
{
    const auto format = format_of(file);
    if (!format) {
        return Error{ErrorCode::unsupported,
                     {"import.unknown_ending",
                      {{"file", file.filename().string()}, {"endings", known_endings()}}},
                     {}};
    }
    const auto whole = resolved(file);
    if (!whole) {
        return whole.error();
    }
    return ask({*whole, *format, options.crs, options.limits}, options);
}

} // namespace dostyk::intake

#include "intake/worker.hpp"

#include "intake/read_file.hpp"
#include "intake/sandbox.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <ctime>
#include <exception>
#include <new>
#include <string>
#include <string_view>

namespace dostyk::intake {

namespace {

constexpr int exit_answered = 0;
constexpr int exit_no_request = 2;
constexpr unsigned first_inherited = 3;
constexpr std::size_t largest_request = 64 * 1024;

std::string read_input()
{
    std::string bytes;
    std::array<char, 4096> part{};
    while (bytes.size() < largest_request) {
        const ssize_t count = ::read(STDIN_FILENO, part.data(), part.size());
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            break;
        }
        bytes.append(part.data(), static_cast<std::size_t>(count));
    }
    return bytes;
}

void write_output(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return; // nobody reads any more
        }
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

std::vector<std::filesystem::path> readable_for(const WorkerRequest& request)
{
    std::vector<std::filesystem::path> readable = gis::library_data_folders();
    readable.push_back(request.file);
    if (request.format == Format::shapefile) {
        const auto beside = gis::companions_of(request.file, gis::ForeignFormat::shapefile);
        readable.insert(readable.end(), beside.begin(), beside.end());
    }
    return readable;
}

void read_into(const WorkerRequest& request, WorkerAnswer& answer)
{
    if (request.format != Format::geotiff) {
        answer.tables = read_tables(request);
        return;
    }
    auto picture = read_picture(request);
    if (picture) {
        answer.picture = *std::move(picture);
    } else {
        answer.tables = picture.error();
    }
}

void read_or_say_why(const WorkerRequest& request, WorkerAnswer& answer)
{
    const std::string name = request.file.filename().string();
    // What a library throws at a broken file ends here; the process ends with the answer.
    try {
        read_into(request, answer);
    } catch (const std::bad_alloc&) {
        answer.tables =
            Error{ErrorCode::unsupported, {"import.too_much_memory", {{"file", name}}}, {}};
    } catch (const std::exception& fault) {
        answer.tables =
            Error{ErrorCode::unreadable,
                  {"error.foreign_unreadable", {{"file", name}, {"reason", fault.what()}}},
                  {}};
    }
}

} // namespace

int run_worker()
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // who asked is gone: nobody wants the answer
    ::close_range(first_inherited, ~0U, 0);
    const auto request = read_request(read_input());
    if (!request) {
        return exit_no_request;
    }
    ::tzset(); // reads the zone's file once
    prepare_reading();
    WorkerAnswer answer{confine(readable_for(*request)), std::vector<Table>{}, {}};
    write_output(closed_marker);
    read_or_say_why(*request, answer);
    write_output(to_bytes(answer));
    // Without the ends of libraries, which might want what is closed by now.
    ::_exit(exit_answered);
}

} // namespace dostyk::intake

#include "core/process_usage.hpp"

#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>
#include <thread>

namespace dostyk {

namespace {

double milliseconds(const timeval& time) noexcept
{
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

rusage own_usage() noexcept
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage;
}

} // namespace

double process_cpu_ms() noexcept
{
    const rusage usage = own_usage();
    return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}

double peak_memory_mb() noexcept
{
    return static_cast<double>(own_usage().ru_maxrss) / 1024.0; // Linux counts KiB
}

double process_wall_ms() noexcept
{
    std::ifstream stat("/proc/self/stat");
    std::string line;
    std::getline(stat, line);
    // The second field is the program's name in brackets and may hold blanks: count after it.
    const std::size_t name_end = line.rfind(')');
    if (name_end == std::string::npos) {
        return 0;
    }
    std::istringstream fields(line.substr(name_end + 2));
    std::string field;
    constexpr int fields_before_start_time = 19; // proc(5): field 22, and field 3 comes first
    for (int i = 0; i < fields_before_start_time; ++i) {
        fields >> field;
    }
    fields >> field;
    // Ticks since boot never need more than a double holds.
    const double started_ms =
        std::strtod(field.c_str(), nullptr) * 1e3 / static_cast<double>(::sysconf(_SC_CLK_TCK));
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6 -
           started_ms;
}

double percentile(std::vector<double> samples, double share)
{
    if (samples.empty()) {
        return 0;
    }
    const double wanted = std::ceil(share * static_cast<double>(samples.size()));
    const std::size_t rank = wanted < 1 ? 0 : static_cast<std::size_t>(wanted) - 1;
    const std::size_t index = std::min(rank, samples.size() - 1);
    std::nth_element(samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(index),
                     samples.end());
    return samples[index];
}

std::string machine_name()
{
    std::ifstream stream("/proc/cpuinfo");
    std::string line;
    std::string model = "unknown processor";
    while (std::getline(stream, line)) {
        if (line.starts_with("model name")) {
            model = line.substr(line.find(':') + 2);
            break;
        }
    }
    return model + ", " + std::to_string(std::thread::hardware_concurrency()) + " cores";
}

} // namespace dostyk

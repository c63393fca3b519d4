#include "core/log.hpp"

#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <fmt/chrono.h>

#include <deque>
#include <iterator>
#include <memory>
#include <mutex>

namespace dostyk {

namespace {

spdlog::level::level_enum to_spdlog(LogLevel level) noexcept
{
    switch (level) {
    case LogLevel::debug:
        return spdlog::level::debug;
    case LogLevel::info:
        return spdlog::level::info;
    case LogLevel::warning:
        return spdlog::level::warn;
    case LogLevel::error:
        return spdlog::level::err;
    }
    return spdlog::level::info;
}

LogLevel from_spdlog(spdlog::level::level_enum level) noexcept
{
    switch (level) {
    case spdlog::level::trace:
    case spdlog::level::debug:
        return LogLevel::debug;
    case spdlog::level::info:
        return LogLevel::info;
    case spdlog::level::warn:
        return LogLevel::warning;
    default:
        return LogLevel::error;
    }
}

std::string time_of_day(spdlog::log_clock::time_point instant)
{
    using namespace std::chrono;
    const auto milliseconds = duration_cast<std::chrono::milliseconds>(instant.time_since_epoch());
    return fmt::format("{:%H:%M:%S}.{:03}", fmt::localtime(spdlog::log_clock::to_time_t(instant)),
                       milliseconds.count() % 1000);
}

/// The last lines, for a panel.
class MemorySink : public spdlog::sinks::base_sink<std::mutex> {
public:
    [[nodiscard]] std::vector<LogLine> lines()
    {
        const std::scoped_lock lock(mutex_);
        return {m_lines.begin(), m_lines.end()};
    }

protected:
    void sink_it_(const spdlog::details::log_msg& message) override
    {
        if (m_lines.size() == log_memory) {
            m_lines.pop_front();
        }
        m_lines.push_back({from_spdlog(message.level), time_of_day(message.time),
                           std::string(message.payload.data(), message.payload.size())});
    }
    void flush_() override {}

private:
    std::deque<LogLine> m_lines;
};

struct Log {
    std::shared_ptr<MemorySink> memory = std::make_shared<MemorySink>();
    spdlog::logger logger{"dostyk", {std::make_shared<spdlog::sinks::stderr_sink_mt>(), memory}};

    Log()
    {
        logger.set_pattern("%H:%M:%S.%e %l: %v");
        logger.set_level(spdlog::level::info);
    }
};

/// Never destroyed: objects that go after main() may still have something to say.
Log& the_log()
{
    static Log& log = *new Log;
    return log;
}

} // namespace

void log(LogLevel level, std::string_view text)
{
    the_log().logger.log(to_spdlog(level), spdlog::string_view_t(text.data(), text.size()));
}

void set_log_level(LogLevel level)
{
    the_log().logger.set_level(to_spdlog(level));
}

std::vector<LogLine> recent_log_lines()
{
    return the_log().memory->lines();
}

} // namespace dostyk

#include "app/stop_signal.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>

namespace dostyk::app {

namespace {

constexpr std::array<int, 3> caught{SIGTERM, SIGINT, SIGHUP};

/// A handler runs on whichever thread the system picks, and may touch lock-free atomics alone.
std::atomic<bool> has_signal = false;
std::atomic<int> wake_descriptor = -1;
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

/// A flag alone would be missed by a sleep that begins right after it was asked for.
extern "C" void note_signal(int /*signal*/)
{
    const int saved_errno = errno;
    has_signal = true;
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(wake_descriptor, &one, sizeof(one));
    errno = saved_errno;
}

void set_handlers(void (*handler)(int), int flags) noexcept
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    for (const int signal : caught) {
        sigaction(signal, &action, nullptr);
    }
}

} // namespace

StopSignal::StopSignal() noexcept
{
    has_signal = false;
    wake_descriptor = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    set_handlers(note_signal, static_cast<int>(SA_RESETHAND));
}

StopSignal::~StopSignal()
{
    set_handlers(SIG_DFL, 0);
    has_signal = false;
    ::close(wake_descriptor);
    wake_descriptor = -1;
}

bool StopSignal::has_come() noexcept
{
    return has_signal;
}

int StopSignal::descriptor() noexcept
{
    return wake_descriptor;
}

} // namespace dostyk::app

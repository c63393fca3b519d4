#include "app/stop_signal.hpp"

#include <csignal>

#include <array>

namespace dostyk::app {

namespace {

constexpr std::array<int, 3> caught{SIGTERM, SIGINT, SIGHUP};

/// Of this type alone a handler may write.
volatile std::sig_atomic_t has_signal = 0;

extern "C" void note_signal(int /*signal*/)
{
    has_signal = 1;
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
    has_signal = 0;
    // Without SA_RESTART: a sleep on the display's connection wakes.
    set_handlers(note_signal, static_cast<int>(SA_RESETHAND));
}

StopSignal::~StopSignal()
{
    set_handlers(SIG_DFL, 0);
    has_signal = 0;
}

bool StopSignal::has_come() noexcept
{
    return has_signal != 0;
}

} // namespace dostyk::app

/// \file
/// The signals that ask a program to end: SIGTERM, SIGINT, SIGHUP.

#pragma once

namespace dostyk::app {

/// Catches the signals while it lives, so that the program ends as if its window were closed: with
/// its settings saved. One at a time. A second signal ends the program at once, as usual.
class StopSignal {
public:
    StopSignal() noexcept;
    ~StopSignal();
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;

    /// Has one come? False while nobody catches them.
    [[nodiscard]] static bool has_come() noexcept;

    /// Readable from when a signal has come, so that a sleep on it ends; -1 while nobody catches
    /// them.
    [[nodiscard]] static int descriptor() noexcept;
};

} // namespace dostyk::app

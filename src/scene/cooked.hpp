/// \file
/// A value that is computed when it is first asked for.

#pragma once

#include <mutex>

namespace dostyk::scene {

/// Cooked once, by whichever thread asks first; one that asks meanwhile waits for it.
///
/// So a job can prepare what the next frame will need, and the frame need not know of it.
template <typename Value>
class Cooked {
public:
    /// \param cook  Reads only what no longer changes.
    template <typename Cook>
    [[nodiscard]] const Value& get(const Cook& cook)
    {
        std::call_once(m_once, [&] { m_value = cook(); });
        return m_value;
    }

private:
    std::once_flag m_once;
    Value m_value{};
};

} // namespace dostyk::scene

#include "core/background.hpp"

#include <utility>

namespace dostyk {

Job Background::run(Work work) const
{
    if (m_pool == nullptr) {
        if (const Finish finish = work(std::stop_token{})) {
            finish();
        }
        return {};
    }
    return m_pool->submit([work = std::move(work), finished = m_finished](std::stop_token stop) {
        if (Finish finish = work(std::move(stop))) {
            finished->post(std::move(finish));
        }
    });
}

} // namespace dostyk

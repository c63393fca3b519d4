#include "app/bench_store.hpp"

#include "core/paths.hpp"
#include "store/generate.hpp"
#include "store/gpkg_store.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <system_error>

namespace dostyk::app {

BenchStore::BenchStore() : m_folder(state_dir() / fmt::format("bench-{}", ::getpid()))
{
    std::error_code error; // shows when something is written there
    std::filesystem::create_directories(m_folder, error);
}

BenchStore::~BenchStore()
{
    std::error_code error;
    std::filesystem::remove_all(m_folder, error);
}

Status BenchStore::fill() const
{
    auto made = store::open_store(file(), {.may_create = true, .who = "bench", .vfs = {}});
    return made ? store::fill_for_measuring(**made, sites, 1) : Status(made.error());
}

std::string BenchStore::site(int number)
{
    return fmt::format("site-{:07}", number);
}

} // namespace dostyk::app

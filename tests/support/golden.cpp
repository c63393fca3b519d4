#include "support/golden.hpp"

#include "core/files.hpp"

#include <cstdlib>

namespace dostyk::test {

namespace fs = std::filesystem;

fs::path source_root()
{
    return DOSTYK_SOURCE_ROOT;
}

fs::path scratch_dir(std::string_view name)
{
    const fs::path folder = fs::path(DOSTYK_BUILD_DIR) / "scratch" / name;
    fs::remove_all(folder);
    fs::create_directories(folder);
    return folder;
}

bool matches_golden(std::string_view name, std::string_view actual)
{
    const fs::path reference = fs::path(DOSTYK_TEST_DIR) / "golden" / name;
    if (std::getenv("DOSTYK_UPDATE_GOLDEN") != nullptr) {
        return static_cast<bool>(write_file_atomically(reference, actual));
    }
    (void)write_file_atomically(fs::path(DOSTYK_BUILD_DIR) / "golden" / name, actual);
    const auto expected = read_file(reference);
    return expected && *expected == actual;
}

} // namespace dostyk::test

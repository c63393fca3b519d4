#pragma once

#include <filesystem>
#include <string_view>

namespace dostyk::test {

/// Folder of the checked-out sources.
[[nodiscard]] std::filesystem::path source_root();

/// A folder of this test run's own under the build tree, emptied first.
[[nodiscard]] std::filesystem::path scratch_dir(std::string_view name);

/// Compare text with tests/golden/<name>; false on the first difference.
///
/// The actual text is left in <build>/golden/<name> for a diff tool. With DOSTYK_UPDATE_GOLDEN=1
/// the reference is rewritten instead: look at it in `git diff` before you commit it.
[[nodiscard]] bool matches_golden(std::string_view name, std::string_view actual);

} // namespace dostyk::test

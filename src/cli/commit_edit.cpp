#include "cli/commit_edit.hpp"

#include "cli/console.hpp"
#include "core/time.hpp"
#include "store/backup.hpp"
#include "store/working_store.hpp"

namespace dostyk::cli {

Result<store::Revision> commit_edit(const std::filesystem::path& path, const store::EditMaker& edit,
                                    Language language)
{
    Diagnostics diagnostics;
    const auto project = store::open_to_edit(path, diagnostics);
    complain_of(diagnostics, language);
    if (!project) {
        return project.error();
    }
    auto rev = project->store->write(edit);
    if (rev) {
        if (const auto copy = store::back_up_if_due(*project->store, project->file, now()); !copy) {
            complain(text_of(copy.error(), language));
        }
    }
    return rev;
}

} // namespace dostyk::cli

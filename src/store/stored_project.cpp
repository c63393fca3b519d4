#include "store/stored_project.hpp"

#include "io/documents.hpp"

namespace dostyk::store {

Result<StoredProject> read_project(Store& store, Diagnostics& diagnostics)
{
    const auto rev = store.revision(); // before the rows: others may write meanwhile
    if (!rev) {
        return rev.error();
    }
    io::ProjectBuilder builder(diagnostics);
    const Status status = store.each_row([&](const Row& row) {
        builder.add({row.kind, row.id, row.doc});
    });
    return status ? Result<StoredProject>({builder.take(), *rev}) : status.error();
}

} // namespace dostyk::store

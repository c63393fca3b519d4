/// \file
/// Three-way merge of two people's copies of one project.

#pragma once

#include "core/diagnostics.hpp"
#include "store/store.hpp"

#include <span>
#include <string>
#include <vector>

namespace dostyk::store {

/// A place that both sides changed differently. Mine is kept.
struct FieldConflict {
    std::string kind;
    std::string id;
    std::string pointer; ///< Into the document; empty = one side removed all of it.
    std::string base;    ///< JSON; empty = it was not there
    std::string mine;
    std::string theirs;
};

struct MergedProject {
    std::vector<Row> rows;    ///< All of them, by kind and id.
    std::vector<Row> changes; ///< To be made to `mine`: an empty doc removes.
    std::vector<FieldConflict> conflicts;
    Diagnostics diagnostics; ///< What the merged project breaks and neither side did alone.
};

/// Merge by merge_documents(), each document with its namesakes. A document that both sides
/// together would make unsound stays as in `mine`, with a conflict.
///
/// \param base, mine, theirs  Rows of sound canonical documents.
[[nodiscard]] MergedProject merge_projects(std::span<const Row> base, std::span<const Row> mine,
                                           std::span<const Row> theirs);

/// A conflict as a finding, a warning: "merge.conflict" with both values, "merge.removed".
[[nodiscard]] Finding to_finding(const FieldConflict& conflict);

} // namespace dostyk::store

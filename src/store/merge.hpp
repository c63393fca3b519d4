/// \file
/// Three-way merge of one document by its fields.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dostyk::store {

struct Merged {
    std::string doc;                    ///< JSON; empty = removed
    std::vector<std::string> conflicts; ///< Pointers that both sides changed differently.
};

/// Merge what two sides made of one document.
///
/// Each member of "fields" is one field, each of a layer's in "layers", every other member of the
/// root too. What one side alone
/// changed is taken; what both changed alike is no conflict; what both changed differently stays
/// `mine`. Of a field that both changed the claims are merged one by one where their number is the
/// same, and of a claim the words of each language; a value and its sources go together. A side
/// that removed the document yields to one that changed it.
///
/// \param base, mine, theirs  Canonical JSON; empty = there is no such document.
[[nodiscard]] Merged merge_documents(std::string_view base, std::string_view mine,
                                     std::string_view theirs);

} // namespace dostyk::store

/// \file
/// Which unit a row of a foreign boundary file is about.

#pragma once

#include "geo/layer.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::gis {

/// The codes and names of the current units of `regions`, in the four languages and folded.
///
/// "Almaty", "г. Алматы" and "Алматы қаласы" are the city, "Almaty oblysy" is the region; a bare
/// name that both have is the city. A name that two units share finds neither.
class UnitNames {
public:
    static constexpr int none = -1;

    explicit UnitNames(const geo::Layer& regions);

    /// Index in regions.features, or none. ISO 3166-2, case as in the standard.
    [[nodiscard]] int find_code(std::string_view text) const;
    [[nodiscard]] int find_name(std::string_view text) const;

private:
    using Table = std::map<std::string, int, std::less<>>;

    Table m_codes;
    Table m_full;    ///< names as they stand
    Table m_regions; ///< names without the word for the sort of unit
    Table m_cities;
};

/// The units that a layer's rows are about, one a row, UnitNames::none where no column says.
///
/// A code in any column decides. Of names the column counts most that names the most units: a
/// column of countries or of larger units names few.
///
/// \returns (layer.features)
[[nodiscard]] std::vector<int> match_units(const UnitNames& names, const geo::Layer& layer);

} // namespace dostyk::gis

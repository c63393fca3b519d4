#include "gis/raster_picture.hpp"

#include <gdal_priv.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace dostyk::gis {

namespace {

/// Values of a band that are not bytes, brought to bytes by what most of them lie between.
class Stretch {
public:
    /// \param values  NaN = no data
    explicit Stretch(std::vector<float> values)
    {
        std::erase_if(values, [](float value) { return !std::isfinite(value); });
        if (values.empty()) {
            return;
        }
        const auto at = [&](std::size_t index) {
            const auto nth = values.begin() + static_cast<std::ptrdiff_t>(index);
            std::nth_element(values.begin(), nth, values.end());
            return *nth;
        };
        m_low = at(values.size() / 100);
        m_high = at(values.size() - 1 - values.size() / 100);
    }

    [[nodiscard]] std::uint8_t operator()(float value) const noexcept
    {
        constexpr float middle = 128, most = 255;
        const float share = m_high > m_low ? (value - m_low) / (m_high - m_low) * most : middle;
        return static_cast<std::uint8_t>(std::lround(std::clamp(share, 0.0F, most)));
    }

private:
    float m_low = 0;
    float m_high = 0;
};

class PictureReader {
public:
    PictureReader(GDALDataset& dataset, int side) : m_dataset(dataset)
    {
        const int width = dataset.GetRasterXSize();
        const int height = dataset.GetRasterYSize();
        const double shrink = std::max(1.0, static_cast<double>(std::max(width, height)) / side);
        m_picture.width = std::max(1, static_cast<int>(std::lround(width / shrink)));
        m_picture.height = std::max(1, static_cast<int>(std::lround(height / shrink)));
        m_picture.pixels.resize(area_of(m_picture.width, m_picture.height) * channels);
    }

    /// False where GDAL could not read.
    bool read()
    {
        GDALRasterBand& first = *m_dataset.GetRasterBand(1);
        const GDALColorTable* palette = first.GetColorTable();
        m_picture.is_of_classes = palette != nullptr;
        const bool is_read = palette != nullptr ? read_palette(first, *palette) : read_bands();
        return is_read && read_alpha(first);
    }

    [[nodiscard]] Picture take() { return std::move(m_picture); }

private:
    bool read_palette(GDALRasterBand& band, const GDALColorTable& palette)
    {
        std::vector<std::int32_t> indices(area_of(m_picture.width, m_picture.height));
        if (!read_into(band, indices.data(), GDT_Int32, GRIORA_NearestNeighbour)) {
            return false;
        }
        for (std::size_t i = 0; i < indices.size(); ++i) {
            GDALColorEntry entry{0, 0, 0, 0};
            if (indices[i] >= 0 && indices[i] < palette.GetColorEntryCount()) {
                palette.GetColorEntryAsRGB(indices[i], &entry);
                entry.c4 = palette.GetColorEntry(indices[i])->c4;
            }
            const std::array<short, channels> color{entry.c1, entry.c2, entry.c3, entry.c4};
            for (std::size_t k = 0; k < channels; ++k) {
                m_picture.pixels[i * channels + k] =
                    static_cast<std::uint8_t>(std::clamp<short>(color[k], 0, 255));
            }
        }
        return true;
    }

    /// One band is a grey, three or more are red, green and blue.
    bool read_bands()
    {
        const int bands = m_dataset.GetRasterCount();
        const bool is_grey = bands < 3;
        std::vector<std::vector<float>> values;
        for (int i = 0; i < (is_grey ? 1 : 3); ++i) {
            GDALRasterBand& band = *m_dataset.GetRasterBand(i + 1);
            values.emplace_back(area_of(m_picture.width, m_picture.height));
            if (!read_into(band, values.back().data(), GDT_Float32, GRIORA_Average)) {
                return false;
            }
        }
        const bool is_bytes =
            !is_grey && m_dataset.GetRasterBand(1)->GetRasterDataType() == GDT_Byte;
        for (std::size_t k = 0; k < 3; ++k) {
            const std::vector<float>& band = values[is_grey ? 0 : k];
            if (is_bytes) {
                put(band, k, [](float value) {
                    return static_cast<std::uint8_t>(std::clamp(value, 0.0F, 255.0F));
                });
            } else {
                put(band, k, Stretch(known(band)));
            }
        }
        for (std::size_t i = 0; i < area_of(m_picture.width, m_picture.height); ++i) {
            m_picture.pixels[i * channels + 3] = 255;
        }
        return true;
    }

    /// A band's values without those that the file says are none.
    std::vector<float> known(std::vector<float> values)
    {
        int has_none = 0;
        const double none = m_dataset.GetRasterBand(1)->GetNoDataValue(&has_none);
        if (has_none != 0) {
            std::erase_if(values, [&](float value) { return value == static_cast<float>(none); });
        }
        return values;
    }

    template <typename ToByte>
    void put(const std::vector<float>& band, std::size_t channel, const ToByte& to_byte)
    {
        for (std::size_t i = 0; i < band.size(); ++i) {
            m_picture.pixels[i * channels + channel] =
                std::isfinite(band[i]) ? to_byte(band[i]) : std::uint8_t{0};
        }
    }

    /// No data, masks and alpha bands are all one to GDAL: a mask.
    bool read_alpha(GDALRasterBand& band)
    {
        if ((band.GetMaskFlags() & GMF_ALL_VALID) != 0) {
            return true;
        }
        Pixels mask(area_of(m_picture.width, m_picture.height));
        if (!read_into(*band.GetMaskBand(), mask.data(), GDT_Byte, GRIORA_NearestNeighbour)) {
            return false;
        }
        for (std::size_t i = 0; i < mask.size(); ++i) {
            std::uint8_t& alpha = m_picture.pixels[i * channels + 3];
            alpha = std::min(alpha, mask[i]);
        }
        return true;
    }

    bool read_into(GDALRasterBand& band, void* target, GDALDataType type,
                   GDALRIOResampleAlg resampling)
    {
        GDALRasterIOExtraArg extra;
        INIT_RASTERIO_EXTRA_ARG(extra);
        extra.eResampleAlg = resampling;
        return band.RasterIO(GF_Read, 0, 0, m_dataset.GetRasterXSize(), m_dataset.GetRasterYSize(),
                             target, m_picture.width, m_picture.height, type, 0, 0,
                             &extra) == CE_None;
    }

    GDALDataset& m_dataset;
    Picture m_picture;
};

} // namespace

std::optional<Picture> read_picture(GDALDataset& dataset, int side)
{
    PictureReader reader(dataset, side);
    return reader.read() ? std::optional(reader.take()) : std::nullopt;
}

} // namespace dostyk::gis

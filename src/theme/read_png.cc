#include "theme/read_png.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <png.h>

namespace briefpack::theme {

namespace {

/// libpng's simplified interface: it keeps its jumps and its messages to itself.
class PngImage {
 public:
  PngImage() { image_.version = PNG_IMAGE_VERSION; }
  PngImage(const PngImage&) = delete;
  PngImage& operator=(const PngImage&) = delete;
  ~PngImage() { png_image_free(&image_); }
  png_image* operator->() { return &image_; }
  png_image* get() { return &image_; }

 private:
  png_image image_{};
};

Diagnostic refused(std::string why, std::string hint) { return Diagnostic::error("theme/logo", {}, std::move(why)).hint(std::move(hint)); }

Diagnostic damaged(const char* message) {
  return refused(fmt::format("is no whole PNG file ({})", message), "export it again as PNG");
}

/// The chunks lead to IEND, and nothing stands behind it: libpng stops at the last row. REQUIRES: a PNG signature.
bool ends_as_it_should(std::string_view bytes) {
  constexpr std::size_t kSignature = 8, kAround = 12;  // length, type and checksum of a chunk
  for (std::size_t at = kSignature; at + kAround <= bytes.size();) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < 4; ++i) length = 256 * length + static_cast<unsigned char>(bytes[at + i]);
    if (bytes.substr(at + 4, 4) == "IEND") return bytes.substr(at) == std::string_view("\0\0\0\0IEND\xAE\x42\x60\x82", kAround);
    if (length > bytes.size() - at - kAround) return false;
    at += kAround + length;
  }
  return false;
}

/// Whether each pixel of an indexed picture names a colour of its palette; libpng shows black for others. True for other pictures.
bool names_its_colours(std::string_view bytes) {
  PngImage image;
  if (!png_image_begin_read_from_memory(image.get(), bytes.data(), bytes.size())) return false;
  if ((image->format & PNG_FORMAT_FLAG_COLORMAP) == 0) return true;
  image->format = PNG_FORMAT_RGBA_COLORMAP;
  std::string indices(std::size_t{image->width} * image->height, '\0'), colours(std::size_t{4} * 256, '\0');
  const std::uint32_t count = image->colormap_entries;
  if (!png_image_finish_read(image.get(), nullptr, indices.data(), 0, colours.data())) return false;
  return std::all_of(indices.begin(), indices.end(), [&](char index) { return static_cast<unsigned char>(index) < count; });
}

}  // namespace

Result<geometry::Raster> read_png(std::string_view bytes) {
  if (bytes.size() > kPngBytes) return refused(fmt::format("has {} bytes; at most {} are read", bytes.size(), kPngBytes), "make it smaller");
  PngImage image;
  if (!png_image_begin_read_from_memory(image.get(), bytes.data(), bytes.size())) return damaged(image->message);
  const std::uint32_t width = image->width, height = image->height;
  if (width > kPngSide || height > kPngSide || width > kPngPixels / height) {
    return refused(fmt::format("has {} × {} pixels; at most {} a side and {} in all are read", width, height, kPngSide, kPngPixels), "make it smaller");
  }
  const bool has_alpha = (image->format & PNG_FORMAT_FLAG_ALPHA) != 0;
  image->format = has_alpha ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
  image->flags |= PNG_IMAGE_FLAG_16BIT_sRGB;  // sixteen bits that say nothing of gamma are no linear light
  std::string pixels(std::size_t{width} * height * (has_alpha ? 4 : 3), '\0');
  if (!png_image_finish_read(image.get(), nullptr, pixels.data(), 0, nullptr)) return damaged(image->message);

  if (!ends_as_it_should(bytes)) return damaged("it does not end with its last chunk");
  if (!names_its_colours(bytes)) return damaged("a pixel names a colour that the palette does not have");

  geometry::Raster out{width, height, {}, {}};
  if (!has_alpha) {
    out.rgb = std::move(pixels);
    return out;
  }
  out.rgb.reserve(std::size_t{width} * height * 3);
  out.alpha.reserve(std::size_t{width} * height);
  for (std::size_t at = 0; at < pixels.size(); at += 4) {
    out.rgb.append(pixels, at, 3);
    out.alpha += pixels[at + 3];
  }
  if (std::all_of(out.alpha.begin(), out.alpha.end(), [](char a) { return a == '\xFF'; })) out.alpha.clear();
  return out;
}

}  // namespace briefpack::theme

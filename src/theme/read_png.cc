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

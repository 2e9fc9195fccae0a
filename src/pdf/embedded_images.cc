#include "pdf/embedded_images.h"

#include <fmt/format.h>

namespace briefpack::pdf {

ObjectId EmbeddedImages::object_of(const std::shared_ptr<const geometry::Raster>& image) {
  const auto [known, is_new] = objects_.try_emplace(image.get());
  if (!is_new) return known->second;
  const std::string head = fmt::format("/Type/XObject/Subtype/Image/Width {}/Height {}/BitsPerComponent 8", image->width, image->height);
  std::string mask;
  if (!image->alpha.empty()) mask = "/SMask " + doc_.add_stream(head + "/ColorSpace/DeviceGray", image->alpha).reference();
  known->second = doc_.add_stream(head + "/ColorSpace/DeviceRGB" + mask, image->rgb);
  return known->second;
}

}  // namespace briefpack::pdf

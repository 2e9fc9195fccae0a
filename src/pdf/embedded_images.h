#pragma once

#include <map>
#include <memory>

#include "geometry/raster.h"
#include "pdf/haru_doc.h"

namespace briefpack::pdf {

/// The images of one PDF as XObjects (ISO 32000-1, 8.9.5), each written at its first use: colours as DeviceRGB, which the output
/// intent says is sRGB, and transparency as a soft mask, which PDF/A-3 allows.
class EmbeddedImages {
 public:
  explicit EmbeddedImages(HaruDoc& doc) : doc_(doc) {}
  ObjectId object_of(const std::shared_ptr<const geometry::Raster>& image);

 private:
  HaruDoc& doc_;
  /// By address; looked up only, never walked through.
  std::map<const geometry::Raster*, ObjectId> objects_;
};

}  // namespace briefpack::pdf

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pdf/haru_doc.h"

namespace briefpack::pdf {

/// Objects without a stream, put together into an object stream (ISO 32000-1, 7.5.7) that has no number yet.
struct PackedObjects {
  std::vector<std::uint32_t> numbers;
  std::size_t head_size = 0;
  std::string deflated;
};

/// Packs the objects that are final: all those made so far, but not the catalog, which attachments extend; and deflates the
/// streams. This is the larger part of the work, so that it can be done before the attachments exist.
std::vector<PackedObjects> pack_objects(HaruDoc& doc);

/// The whole file: streams as they are, all other objects in object streams, a cross-reference stream (7.5.8), an identifier
/// from the bytes. A tagged file is less than half as large as by libharu's own writer, which also does not see a full
/// disk.
std::string serialise(HaruDoc& doc, std::vector<PackedObjects> packed);

}  // namespace briefpack::pdf

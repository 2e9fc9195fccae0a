#pragma once

#include <string>

#include "pdf/haru_doc.h"

namespace briefpack::pdf {

/// The whole file: streams as they are, all other objects in object streams, a cross-reference stream (ISO 32000-1, 7.5.7 and
/// 7.5.8), an identifier from the bytes. A tagged file is less than half as large as by libharu's own writer, whose
/// errors at the end of the disk also go unseen.
std::string serialise(const HaruDoc& doc);

}  // namespace briefpack::pdf

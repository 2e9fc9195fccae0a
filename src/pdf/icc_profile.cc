#include "pdf/icc_profile.h"

#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

namespace briefpack::pdf {

namespace {

void put16(std::string& to, std::uint32_t value) {
  to += static_cast<char>(value >> 8 & 0xFF);
  to += static_cast<char>(value & 0xFF);
}
void put32(std::string& to, std::uint32_t value) {
  put16(to, value >> 16);
  put16(to, value & 0xFFFF);
}

/// A tag's data begins with its type and four zero bytes (ICC.1:2001-04, 6.5).
std::string tag_data(std::string_view type) {
  std::string data(type);
  put32(data, 0);
  return data;
}

/// Signed with 16 bits behind the point.
std::uint32_t fixed(double value) {
  return static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(value * 65536)));
}

std::string xyz(double x, double y, double z) {
  std::string data = tag_data("XYZ ");
  for (const double v : {x, y, z})
    put32(data, fixed(v));
  return data;
}

std::string description(std::string_view name) {
  std::string data = tag_data("desc");
  put32(data, static_cast<std::uint32_t>(name.size() + 1));
  data += name;
  data += '\0';
  constexpr std::size_t kEmptyUnicodeAndScript = 4 + 4 + 2 + 1 + 67;
  data.append(kEmptyUnicodeAndScript, '\0');
  while (data.size() % 4 != 0)
    data += '\0';
  return data;
}

std::string transfer_curve() {
  constexpr int kPoints = 1024;
  std::string data = tag_data("curv");
  put32(data, kPoints);
  for (int i = 0; i < kPoints; ++i) {
    const double coded = i / (kPoints - 1.0);
    const double linear = coded <= 0.04045 ? coded / 12.92 : std::pow((coded + 0.055) / 1.055, 2.4);
    put16(data, static_cast<std::uint32_t>(std::lround(linear * 65535)));
  }
  return data;
}

struct Tag {
  std::string_view signature;
  std::size_t data = 0;  ///< Index; several tags may share one.
};

}  // namespace

std::string srgb_profile() {
  std::string copyright = tag_data("text");
  copyright += "No copyright";
  copyright.append(4, '\0');
  // Primaries and white adapted to D50, the profile connection space.
  const std::vector<std::string> data{description("sRGB"),
                                      copyright,
                                      xyz(0.9642, 1, 0.8249),
                                      xyz(0.43607, 0.22249, 0.01392),
                                      xyz(0.38515, 0.71687, 0.09708),
                                      xyz(0.14307, 0.06061, 0.71410),
                                      transfer_curve()};
  const std::vector<Tag> tags{{"desc", 0}, {"cprt", 1}, {"wtpt", 2}, {"rXYZ", 3}, {"gXYZ", 4},
                              {"bXYZ", 5}, {"rTRC", 6}, {"gTRC", 6}, {"bTRC", 6}};

  constexpr std::size_t kHeader = 128, kRow = 12;
  std::vector<std::size_t> offsets;
  std::size_t end = kHeader + 4 + kRow * tags.size();
  for (const std::string& each : data) {
    offsets.push_back(end);
    end += each.size();
  }

  std::string profile;
  put32(profile, static_cast<std::uint32_t>(end));
  put32(profile, 0);           // no preferred colour management module
  put32(profile, 0x02100000);  // version
  profile += "mntrRGB XYZ ";   // a display, from RGB to XYZ
  for (const std::uint32_t date_part : {2026, 1, 1, 0, 0, 0})
    put16(profile, date_part);
  profile += "acsp";
  for (int unset = 0; unset < 7; ++unset)
    put32(profile, 0);  // platform, flags, device, attributes, intent
  for (const double d50 : {0.9642, 1.0, 0.8249})
    put32(profile, fixed(d50));
  profile.resize(kHeader, '\0');

  put32(profile, static_cast<std::uint32_t>(tags.size()));
  for (const Tag& tag : tags) {
    profile += tag.signature;
    put32(profile, static_cast<std::uint32_t>(offsets[tag.data]));
    put32(profile, static_cast<std::uint32_t>(data[tag.data].size()));
  }
  for (const std::string& each : data)
    profile += each;
  return profile;
}

}  // namespace briefpack::pdf

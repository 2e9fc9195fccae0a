#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "dataset/dataset.h"

namespace briefpack::numfmt {

/// The name of a country from CLDR ("South Korea", "대한민국") by its ISO 3166-1 alpha-3 code; "" when there is no such code.
std::string country_name(std::string_view alpha3, std::string_view lang);

/// The entity's name in `lang`: its own in that language; for a country or economy without one, CLDR's; else its own in
/// another language; else its id.
std::string entity_name(const dataset::Entity& entity, std::string_view lang);

/// A metric's short name, else its name.
std::string metric_name(const dataset::Metric& metric, std::string_view lang);

/// A category's name in `lang`, else its id.
std::string category_name(const dataset::Metric& metric, std::string_view category, std::string_view lang);

/// A currency as it stands behind a Korean amount: "달러", "위안"; the ISO code where there is no name.
std::string currency_name(std::string_view iso, std::string_view lang);

/// Order of names in one language (CLDR collation). Equal names order by their bytes, so that the order is total.
class Collator {
 public:
  explicit Collator(std::string_view lang);
  ~Collator();
  Collator(Collator&&) noexcept;
  Collator& operator=(Collator&&) noexcept;
  bool operator()(std::string_view a, std::string_view b) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace briefpack::numfmt

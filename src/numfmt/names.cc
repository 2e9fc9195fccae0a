#include "numfmt/names.h"

#include <array>
#include <map>
#include <mutex>
#include <utility>
#include <unicode/ucol.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include "numfmt/number_text.h"

namespace briefpack::numfmt {

namespace {

/// ICU falls back to the machine's locale where a language lacks a name; English takes its place, once.
void forget_machine_locale() {
  static const bool done = [] {
    UErrorCode status = U_ZERO_ERROR;
    uloc_setDefault("en", &status);
    return U_SUCCESS(status);
  }();
  static_cast<void>(done);
}

/// ICU's name for a BCP 47 tag, or "" when the tag is ill-formed.
std::string locale_of(std::string_view lang) {
  std::array<char, ULOC_FULLNAME_CAPACITY> out{};
  UErrorCode status = U_ZERO_ERROR;
  int32_t parsed = 0;
  const std::string tag(lang);
  uloc_forLanguageTag(tag.c_str(), out.data(), static_cast<int32_t>(out.size()), &parsed, &status);
  const bool is_whole = U_SUCCESS(status) && status != U_STRING_NOT_TERMINATED_WARNING && parsed == static_cast<int32_t>(tag.size());
  return is_whole ? std::string(out.data()) : std::string();
}

/// ISO 3166-1 alpha-3 → alpha-2, from ICU's own list of countries.
const std::map<std::string, std::string, std::less<>>& alpha2_by_alpha3() {
  static const auto table = [] {
    std::map<std::string, std::string, std::less<>> out;
    for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code) {
      const std::string locale = std::string("und_") + *code;
      const std::string alpha3 = uloc_getISO3Country(locale.c_str());
      if (!alpha3.empty()) out.emplace(alpha3, *code);
    }
    return out;
  }();
  return table;
}

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

/// The text that was given in this very language, or for all languages.
const std::string* own_text(const dataset::LocalText& text, std::string_view lang) {
  const std::string_view primary = lang.substr(0, lang.find('-'));
  for (const std::string_view wanted : {lang, primary, std::string_view()}) {
    for (const auto& [each, value] : text.all()) {
      if (each == wanted) return &value;
    }
  }
  return nullptr;
}

}  // namespace

namespace {

/// What ICU calls a country; `alpha3` where it has no name.
std::string read_country_name(const std::string& alpha3, const std::string& alpha2, std::string_view lang) {
  forget_machine_locale();
  std::array<char16_t, 200> name{};
  UErrorCode status = U_ZERO_ERROR;
  const std::string country = "und_" + alpha2;
  const std::string locale = locale_of(lang);
  const int32_t length = uloc_getDisplayCountry(country.c_str(), locale.empty() ? "en" : locale.c_str(), name.data(),
                                                static_cast<int32_t>(name.size()), &status);
  if (U_FAILURE(status) || length > static_cast<int32_t>(name.size())) return alpha3;
  return utf8(icu::UnicodeString(name.data(), length));
}

}  // namespace

std::string country_name(std::string_view alpha3, std::string_view lang) {
  const auto at = alpha2_by_alpha3().find(alpha3);
  if (at == alpha2_by_alpha3().end()) return "";
  // ICU goes through its data anew each time, and a document asks for the same few names hundreds of times.
  static std::mutex guard;
  static std::map<std::pair<std::string, std::string>, std::string> known;
  constexpr std::size_t kMostKept = 2000;  // all countries in eight languages
  const std::pair key(at->first, std::string(lang));
  {
    const std::lock_guard lock(guard);
    if (const auto name = known.find(key); name != known.end()) return name->second;
  }
  std::string name = read_country_name(at->first, at->second, lang);
  const std::lock_guard lock(guard);
  if (known.size() < kMostKept) known.emplace(key, name);
  return name;
}

std::string entity_name(const dataset::Entity& entity, std::string_view lang) {
  if (const std::string* own = own_text(entity.name, lang)) return *own;
  const bool has_code = entity.kind == dataset::EntityKind::country || entity.kind == dataset::EntityKind::economy;
  if (has_code) {
    std::string name = country_name(entity.id, lang);
    if (!name.empty()) return name;
  }
  return entity.name.empty() ? entity.id : entity.name.in(lang);
}

std::string metric_name(const dataset::Metric& metric, std::string_view lang) {
  return metric.short_name.empty() ? metric.name.in(lang) : metric.short_name.in(lang);
}

std::string category_name(const dataset::Metric& metric, std::string_view category, std::string_view lang) {
  for (const dataset::Category& each : metric.categories) {
    if (each.id == category && !each.name.empty()) return each.name.in(lang);
  }
  return std::string(category);
}

std::string currency_name(std::string_view iso, std::string_view lang) {
  if (!is_korean(lang)) return std::string(iso);
  // As Korean texts write them after an amount; CLDR's names carry the country ("미국 달러").
  static const std::map<std::string_view, std::string_view> names{{"USD", "달러"}, {"KRW", "원"},   {"CNY", "위안"}, {"EUR", "유로"},
                                                                  {"JPY", "엔"},   {"GBP", "파운드"}, {"TWD", "대만 달러"}, {"SGD", "싱가포르 달러"},
                                                                  {"CAD", "캐나다 달러"}};
  const auto at = names.find(iso);
  return std::string(at == names.end() ? iso : at->second);
}

struct Collator::Impl {
  UCollator* collator = nullptr;
  ~Impl() {
    if (collator != nullptr) ucol_close(collator);
  }
};

Collator::Collator(std::string_view lang) : impl_(std::make_unique<Impl>()) {
  forget_machine_locale();
  UErrorCode status = U_ZERO_ERROR;
  impl_->collator = ucol_open(locale_of(lang).c_str(), &status);
  if (U_FAILURE(status)) impl_->collator = nullptr;
}
Collator::~Collator() = default;
Collator::Collator(Collator&&) noexcept = default;
Collator& Collator::operator=(Collator&&) noexcept = default;

bool Collator::operator()(std::string_view a, std::string_view b) const {
  if (impl_->collator != nullptr) {
    UErrorCode status = U_ZERO_ERROR;
    const UCollationResult order = ucol_strcollUTF8(impl_->collator, a.data(), static_cast<int32_t>(a.size()), b.data(),
                                                    static_cast<int32_t>(b.size()), &status);
    if (U_SUCCESS(status) && order != UCOL_EQUAL) return order == UCOL_LESS;
  }
  return a < b;
}

}  // namespace briefpack::numfmt

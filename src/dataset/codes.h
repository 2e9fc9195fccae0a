#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace briefpack::dataset {

/// An officially assigned country code of ISO 3166-1 alpha-3 ("KOR").
bool is_country_code(std::string_view code);

/// A currency of ISO 4217 ("KRW"), active or withdrawn since 2015; funds and precious metals aside.
bool is_currency_code(std::string_view code);

/// All of them in alphabetical order, for hints.
std::vector<std::string> country_codes();
std::vector<std::string> currency_codes();

/// Looks like a BCP 47 language tag: a language of two or three letters, then subtags of 1 to 8 letters and digits. Whether the
/// language exists is not asked.
bool is_language_tag(std::string_view tag);
/// The tag in the case that RFC 5646, 2.1.1 recommends, as tags know no case: "KO" is "ko", "ZH-hant-tw" is "zh-Hant-TW".
std::string canonical_language_tag(std::string_view tag);

}  // namespace briefpack::dataset

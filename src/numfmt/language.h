#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "numfmt/phrases.h"
#include "numfmt/strings.h"

namespace briefpack::numfmt {

/// The languages that have strings and forms of numbers and dates of their own; every other one gets those of English.
enum class Tongue : std::uint8_t { english, korean, french };

/// By the primary subtag of a BCP 47 tag: fr and fr-CA are French.
Tongue tongue_of(std::string_view lang);

/// All fixed words of one language.
struct Language {
  std::string_view code;  ///< "fr".
  std::span<const WordRow> words;
  std::span<const PhraseRow> phrases;
};

const Language& english();
const Language& korean();
const Language& french();

/// In the order of Tongue.
std::span<const Language* const> languages();

}  // namespace briefpack::numfmt

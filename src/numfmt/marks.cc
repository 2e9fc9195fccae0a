#include "numfmt/marks.h"

#include "numfmt/number_text.h"
#include "numfmt/strings.h"

namespace briefpack::numfmt {

using dataset::ObsStatus;

std::string missing_mark(std::string_view lang) { return std::string(word(Word::missing, lang)); }

std::string missing_mark(ObsStatus status, std::string_view lang) {
  if (status == ObsStatus::M) return std::string(word(Word::not_applicable, lang));
  if (status == ObsStatus::Q) return std::string(word(Word::confidential, lang));
  return missing_mark(lang);
}

std::string estimate_sign(std::string_view lang) {
  const std::string_view sign = word(Word::estimated_sign, lang);
  return std::string(sign.substr(0, sign.find(' ')));
}

bool is_estimate(const dataset::ObsStatusSet& status) { return status.has(ObsStatus::E) || status.has(ObsStatus::I); }

std::string status_suffix(const dataset::ObsStatusSet& status, bool is_revised) {
  std::string out;
  const auto add = [&](std::string_view sign) { out += std::string(kNoBreakSpace) + std::string(sign); };
  if (status.has(ObsStatus::P)) add("(p)");
  if (status.has(ObsStatus::F)) add("(f)");
  if (status.has(ObsStatus::B)) add("(b)");
  if (status.has(ObsStatus::D)) add("(d)");
  if (is_revised) add("r");
  return out;
}

std::string status_name(ObsStatus status, std::string_view lang) {
  const auto row = [](ObsStatus each) {
    switch (each) {
      case ObsStatus::A: return Word::status_normal;
      case ObsStatus::B: return Word::status_break;
      case ObsStatus::D: return Word::status_definition;
      case ObsStatus::V: return Word::status_unvalidated;
      case ObsStatus::P: return Word::status_provisional;
      case ObsStatus::E: return Word::status_estimated;
      case ObsStatus::I: return Word::status_imputed;
      case ObsStatus::F: return Word::status_forecast;
      case ObsStatus::U: return Word::status_unreliable;
      case ObsStatus::N: return Word::status_not_significant;
      case ObsStatus::O: return Word::status_missing;
      case ObsStatus::L: return Word::status_not_collected;
      case ObsStatus::M: return Word::status_not_applicable;
      case ObsStatus::Q: return Word::status_suppressed;
      case ObsStatus::K: return Word::status_elsewhere;
      case ObsStatus::W: return Word::status_includes_other;
    }
    return Word::status_normal;
  };
  return std::string(word(row(status), lang));
}

}  // namespace briefpack::numfmt

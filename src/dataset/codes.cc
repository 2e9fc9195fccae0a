#include "dataset/codes.h"

#include <algorithm>

namespace briefpack::dataset {

namespace {

// Three letters each, in alphabetical order, so that a code is found by its position.
constexpr std::string_view kCountries =
    "ABWAFGAGOAIAALAALBANDAREARGARMASMATAATFATGAUSAUTAZEBDIBELBENBESBFABGDBGRBHRBHSBIHBLMBLRBLZBMUBOLBRABRBBRNBTNBVTBWA"
    "CAFCANCCKCHECHLCHNCIVCMRCODCOGCOKCOLCOMCPVCRICUBCUWCXRCYMCYPCZEDEUDJIDMADNKDOMDZAECUEGYERIESHESPESTETHFINFJIFLKFRA"
    "FROFSMGABGBRGEOGGYGHAGIBGINGLPGMBGNBGNQGRCGRDGRLGTMGUFGUMGUYHKGHMDHNDHRVHTIHUNIDNIMNINDIOTIRLIRNIRQISLISRITAJAMJEY"
    "JORJPNKAZKENKGZKHMKIRKNAKORKWTLAOLBNLBRLBYLCALIELKALSOLTULUXLVAMACMAFMARMCOMDAMDGMDVMEXMHLMKDMLIMLTMMRMNEMNGMNPMOZ"
    "MRTMSRMTQMUSMWIMYSMYTNAMNCLNERNFKNGANICNIUNLDNORNPLNRUNZLOMNPAKPANPCNPERPHLPLWPNGPOLPRIPRKPRTPRYPSEPYFQATREUROURUS"
    "RWASAUSDNSENSGPSGSSHNSJMSLBSLESLVSMRSOMSPMSRBSSDSTPSURSVKSVNSWESWZSXMSYCSYRTCATCDTGOTHATJKTKLTKMTLSTONTTOTUNTURTUV"
    "TWNTZAUGAUKRUMIURYUSAUZBVATVCTVENVGBVIRVNMVUTWLFWSMYEMZAFZMBZWE";

constexpr std::string_view kCurrencies =
    "AEDAFNALLAMDANGAOAARSAUDAWGAZNBAMBBDBDTBGNBHDBIFBMDBNDBOBBRLBSDBTNBWPBYNBYRBZDCADCDFCHFCLPCNYCOPCRCCUCCUPCVECZKDJF"
    "DKKDOPDZDEGPERNETBEURFJDFKPGBPGELGHSGIPGMDGNFGTQGYDHKDHNLHRKHTGHUFIDRILSINRIQDIRRISKJMDJODJPYKESKGSKHRKMFKPWKRWKWD"
    "KYDKZTLAKLBPLKRLRDLSLLTLLYDMADMDLMGAMKDMMKMNTMOPMROMRUMURMVRMWKMXNMYRMZNNADNGNNIONOKNPRNZDOMRPABPENPGKPHPPKRPLNPYG"
    "QARRONRSDRUBRWFSARSBDSCRSDGSEKSGDSHPSLESLLSOSSRDSSPSTDSTNSVCSYPSZLTHBTJSTMTTNDTOPTRYTTDTWDTZSUAHUGXUSDUYUUZSVEDVEF"
    "VESVNDVUVWSTXAFXCDXOFXPFYERZARZMWZWGZWL";

constexpr std::size_t kLength = 3;

constexpr bool is_sorted_by_code(std::string_view codes) {
  for (std::size_t at = kLength; at + kLength <= codes.size(); at += kLength) {
    if (codes.substr(at - kLength, kLength) >= codes.substr(at, kLength)) return false;
  }
  return codes.size() % kLength == 0;
}
static_assert(is_sorted_by_code(kCountries) && kCountries.size() / kLength == 249);
static_assert(is_sorted_by_code(kCurrencies));

bool is_among(std::string_view codes, std::string_view code) {
  if (code.size() != kLength) return false;
  std::size_t low = 0, high = codes.size() / kLength;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    const std::string_view here = codes.substr(middle * kLength, kLength);
    if (here == code) return true;
    if (here < code)
      low = middle + 1;
    else
      high = middle;
  }
  return false;
}

std::vector<std::string> list(std::string_view codes) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < codes.size(); at += kLength)
    out.emplace_back(codes.substr(at, kLength));
  return out;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool is_country_code(std::string_view code) { return is_among(kCountries, code); }
bool is_currency_code(std::string_view code) { return is_among(kCurrencies, code); }
std::vector<std::string> country_codes() { return list(kCountries); }
std::vector<std::string> currency_codes() { return list(kCurrencies); }

bool is_language_tag(std::string_view tag) {
  const std::string_view language = tag.substr(0, tag.find('-'));
  if (language.size() < 2 || language.size() > 3 || !std::all_of(language.begin(), language.end(), is_letter))
    return false;
  std::string_view rest = tag.substr(language.size());
  while (!rest.empty()) {
    rest.remove_prefix(1);  // the hyphen
    const std::string_view subtag = rest.substr(0, rest.find('-'));
    if (subtag.empty() || subtag.size() > 8) return false;
    if (!std::all_of(subtag.begin(), subtag.end(), [](char c) { return is_letter(c) || is_digit(c); })) return false;
    rest.remove_prefix(subtag.size());
  }
  return true;
}

std::string canonical_language_tag(std::string_view tag) {
  std::string out;
  bool is_plain = false;  // Behind a single letter or digit there are no regions and scripts.
  for (std::size_t from = 0; from <= tag.size();) {
    const std::size_t end = std::min(tag.find('-', from), tag.size());
    std::string subtag(tag.substr(from, end - from));
    const bool is_region = from > 0 && !is_plain && subtag.size() == 2, is_script = from > 0 && !is_plain && subtag.size() == 4;
    for (std::size_t i = 0; i < subtag.size(); ++i) {
      char& c = subtag[i];
      if (!is_letter(c)) continue;
      const bool is_upper = is_region || (is_script && i == 0);
      c = static_cast<char>(is_upper ? c & ~0x20 : c | 0x20);
    }
    is_plain = is_plain || subtag.size() == 1;
    out += (from > 0 ? "-" : "") + subtag;
    from = end + 1;
  }
  return out;
}

}  // namespace briefpack::dataset

#include "truth/currency_mark.h"

#include <algorithm>
#include <array>

namespace briefpack::truth {

namespace {

struct Mark {
  std::string_view text;        ///< Small letters.
  std::string_view currencies;  ///< ISO codes that it may mean; "*D": all that end in D, and the pesos.
};

// Longer ones first: "us$" before "$", "日元" before "元".
constexpr std::array kMarks{
    Mark{"renminbi", "CNY"}, Mark{"dollars", "*D"}, Mark{"dollar", "*D"},  Mark{"pounds", "GBP"}, Mark{"rupees", "INR"},
    Mark{"francs", "CHF"},   Mark{"파운드", "GBP"}, Mark{"人民币", "CNY"}, Mark{"euros", "EUR"},  Mark{"pound", "GBP"},
    Mark{"rupee", "INR"},    Mark{"franc", "CHF"},  Mark{"yuan", "CNY"},   Mark{"euro", "EUR"},   Mark{"달러", "*D"},
    Mark{"위안", "CNY"},     Mark{"유로", "EUR"},   Mark{"美元", "USD"},   Mark{"美金", "USD"},   Mark{"日元", "JPY"},
    Mark{"韩元", "KRW"},     Mark{"韓元", "KRW"},   Mark{"欧元", "EUR"},   Mark{"英镑", "GBP"},   Mark{"us$", "USD"},
    Mark{"won", "KRW KPW"},  Mark{"yen", "JPY"},    Mark{"rmb", "CNY"},    Mark{"usd", "USD"},    Mark{"eur", "EUR"},
    Mark{"cny", "CNY"},      Mark{"krw", "KRW"},    Mark{"jpy", "JPY"},    Mark{"gbp", "GBP"},    Mark{"inr", "INR"},
    Mark{"chf", "CHF"},      Mark{"twd", "TWD"},    Mark{"sgd", "SGD"},    Mark{"cad", "CAD"},    Mark{"aud", "AUD"},
    Mark{"hkd", "HKD"},      Mark{"원", "KRW KPW"}, Mark{"엔", "JPY"},     Mark{"円", "JPY"},     Mark{"元", "CNY TWD HKD"},
    Mark{"€", "EUR"},        Mark{"₩", "KRW KPW"},  Mark{"₹", "INR"},      Mark{"£", "GBP"},      Mark{"¥", "JPY CNY"},
    Mark{"$", "*D"},
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool may_be(const Mark& mark, std::string_view currency) {
  if (mark.currencies != "*D") return mark.currencies.find(currency) != std::string_view::npos;
  static constexpr std::array<std::string_view, 6> kPesos{"ARS", "BRL", "CLP", "COP", "MXN", "UYU"};
  return currency.ends_with('D') || std::find(kPesos.begin(), kPesos.end(), currency) != kPesos.end();
}

std::string small(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '-'))
    text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '-'))
    text.remove_suffix(1);
  return text;
}

}  // namespace

std::string other_currency_beside(std::string_view wording, std::size_t from, std::size_t to, std::string_view currency) {
  const std::string before = small(trimmed(wording.substr(0, from)));
  const std::string after = small(trimmed(wording.substr(to)));
  std::string found;
  for (const Mark& mark : kMarks) {
    const bool is_word = is_letter(mark.text.front());
    const bool stands_after =
        after.starts_with(mark.text) && !(is_word && after.size() > mark.text.size() && is_letter(after[mark.text.size()]));
    const bool stands_before = before.ends_with(mark.text) &&
                               !(is_word && before.size() > mark.text.size() && is_letter(before[before.size() - mark.text.size() - 1]));
    if (!stands_after && !stands_before) continue;
    if (may_be(mark, currency)) return {};
    if (found.empty()) found = mark.text;
  }
  return found;
}

}  // namespace briefpack::truth

// A difference of 1.8 beside 12 and 11, which are 12.4 and 10.6: the note says that nothing was rounded before.
#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/decimal.h"
#include "resolve/figure_book_state.h"

namespace briefpack::resolve {

using document::Calculation;
using document::Figure;
using document::FigureIndex;
using document::FigureValue;

namespace {

using Numbers = std::vector<double>;

/// More ways to read the operands than these are not tried.
constexpr std::size_t kMostReadings = 64;

/// A cell of the data, perhaps times its power of ten.
const Calculation* cell_in(const Calculation& calculation) {
  if (calculation.kind == Calculation::Kind::observation) return &calculation;
  const bool is_scaled = (calculation.kind == Calculation::Kind::multiply || calculation.kind == Calculation::Kind::divide) && calculation.arguments.size() == 2 &&
                         calculation.arguments[1].words == "unit_mult";
  return is_scaled && calculation.arguments[0].kind == Calculation::Kind::observation ? &calculation.arguments[0] : nullptr;
}

std::optional<double> computed(Calculation::Kind kind, const Numbers& x) {
  double sum = 0;
  for (const double each : x) sum += each;
  switch (kind) {
    case Calculation::Kind::add:
    case Calculation::Kind::sum: return sum;
    case Calculation::Kind::mean: return sum / static_cast<double>(x.size());
    case Calculation::Kind::subtract:
    case Calculation::Kind::change: return x[0] - x[1];
    case Calculation::Kind::divide: return x[1] == 0 ? std::nullopt : std::optional(x[0] / x[1]);
    case Calculation::Kind::pct_change: return x[1] == 0 ? std::nullopt : std::optional((x[0] - x[1]) / x[1]);
    default: return std::nullopt;
  }
}

/// Whether some way of reading the printed operands gives another number than the printed one.
bool disagrees(const Figure& figure, const std::vector<Numbers>& readings) {
  std::size_t ways = 1;
  for (const Numbers& each : readings) ways = std::min(ways * each.size(), kMostReadings);
  for (std::size_t way = 0; way < ways; ++way) {
    Numbers operands;
    std::size_t rest = way;
    for (const Numbers& each : readings) {
      operands.push_back(each[rest % each.size()]);
      rest /= each.size();
    }
    const auto result = computed(figure.calculation.kind, operands);
    if (result && round_decimal(std::fabs(*result) * figure.scale, figure.decimals) != std::fabs(figure.printed)) return true;
  }
  return false;
}

}  // namespace

void FigureBook::State::say_unrounded() {
  // What is printed of an observation as it stands, and what of that is rounded.
  std::unordered_map<std::uint32_t, Numbers> printed_of;
  std::unordered_set<std::uint32_t> rounded;
  for (FigureIndex i = 0; i < figures.size(); ++i) {
    const Figure& figure = figures[i];
    if (values[i].is_computed || figure.is_claim || figure.value.kind != FigureValue::Kind::number || figure.operands.size() != 1) continue;
    printed_of[figure.operands.front()].push_back(figure.printed / figure.scale);
    if (round_decimal(figure.value.number * figure.scale, 12) != round_decimal(figure.printed, 12)) rounded.insert(figure.operands.front());
  }
  if (rounded.empty()) return;
  for (FigureIndex i = 0; i < figures.size(); ++i) {
    const Figure& figure = figures[i];
    const bool is_plain_result = values[i].is_computed && !figure.is_claim && figure.value.kind == FigureValue::Kind::number && figure.notes.size() == 1 &&
                                 notes.is_calculation(figure.notes.front()) && figure.calculation.arguments.size() > 1;
    const bool is_rounded = std::any_of(figure.operands.begin(), figure.operands.end(), [&](std::uint32_t each) { return rounded.contains(each); });
    if (!is_plain_result || !is_rounded) continue;
    std::vector<Numbers> readings;
    for (const Calculation& argument : figure.calculation.arguments) {
      const Calculation* cell = cell_in(argument);
      const auto* row = cell == nullptr ? nullptr : dataset.find_observation(cell->key);
      if (row == nullptr) break;
      const std::uint32_t index = dataset.index_of(*row);
      const auto printed = printed_of.find(index);
      // An operand that is printed nowhere can disagree with nothing.
      readings.push_back(printed != printed_of.end() ? printed->second : Numbers{evaluator.observation(index, lang).value.number});
    }
    const bool is_complete = readings.size() == figure.calculation.arguments.size();
    if (is_complete && disagrees(figure, readings)) notes.add_sentence(figure.notes.front(), numfmt::Word::from_unrounded);
  }
}

}  // namespace briefpack::resolve

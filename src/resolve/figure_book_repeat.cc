// Figures printed again: sentences of other pages that the directive changes shows.
#include <utility>

#include "resolve/figure_book.h"
#include "resolve/figure_book_state.h"

namespace briefpack::resolve {

void FigureBook::compare_with(const changes::Comparison* comparison, bool is_earlier) { state_->evaluator.compare_with(comparison, is_earlier); }

const changes::Comparison* FigureBook::comparison() const { return state_->evaluator.comparison(); }

void FigureBook::remember(std::shared_ptr<const KeptFigures> kept) { state_->former = std::move(kept); }

std::shared_ptr<const KeptFigures> FigureBook::kept() const {
  auto out = std::make_shared<KeptFigures>();
  for (const auto& [key, index] : state_->by_key) {
    out->by_key.emplace(key, KeptFigures::Kept{state_->figures[index], state_->values[index], state_->reasons[index]});
  }
  return out;
}

std::optional<Printed> FigureBook::repeat(const std::string& key, const document::FigureText& printed, const Context& context) {
  State& state = *state_;
  auto at = state.by_key.find(key);
  if (at == state.by_key.end()) {
    if (!state.former) return std::nullopt;
    const auto kept = state.former->by_key.find(key);
    // A withdrawn result is listed where it is made; before that there is only its word.
    if (kept == state.former->by_key.end() || kept->second.figure.is_withdrawn) return std::nullopt;
    const auto index = static_cast<document::FigureIndex>(state.figures.size());
    document::Figure figure = kept->second.figure;
    figure.number = index + 1;
    figure.texts.clear();
    figure.notes.clear();
    figure.disputes.clear();
    state.figures.push_back(std::move(figure));
    state.values.push_back(kept->second.value);
    state.reasons.push_back(kept->second.reasons);
    state.noted.emplace_back();
    for (const std::uint32_t each : state.values.back().disputes) add_once(state.figures[index].disputes, state.dispute(each));
    at = state.by_key.emplace(key, index).first;
  }
  const document::FigureIndex index = at->second;
  Printed out;
  out.value = state.values[index];
  out.text = printed;
  out.text.figure = index;
  out.text.span = {};
  add_once(state.figures[index].texts, printed.text());
  state.ensure_notes(index, context.lang);
  out.notes = state.figures[index].notes;
  out.disputes = state.tags_of(out.value);
  return out;
}

}  // namespace briefpack::resolve

#include "resolve/note_book.h"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "numfmt/marks.h"
#include "numfmt/names.h"
#include "numfmt/number_text.h"
#include "numfmt/period_text.h"
#include "numfmt/strings.h"
#include "resolve/calculation_words.h"
#include "resolve/comparability.h"
#include "resolve/lookup.h"
#include "truth/as_stated.h"

namespace briefpack::resolve {

namespace {

using dataset::Citation;
using dataset::Observation;
using dataset::ObsStatus;
using document::NoteIndex;
using numfmt::Word;

/// A sentence: first letter large, one full stop.
std::string sentence(std::string text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ' ')) text.pop_back();
  if (text.empty()) return text;
  if (text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text + ".";
}

void append_sentence(std::string& to, const std::string& text) {
  if (text.empty()) return;
  if (!to.empty()) to += ' ';
  to += text;
}

std::string with_disputes(std::string statement, const std::vector<std::uint32_t>& disputes, const dataset::Dataset& dataset, std::string_view lang) {
  for (const std::uint32_t each : disputes) {
    const std::string see = numfmt::filled(Word::see_dispute, lang, {{"id", dataset.disputes[each].id}});
    statement += statement.empty() ? see : std::string(word(Word::semicolon, lang)) + see;
  }
  return statement;
}

std::string first_that_applies(dataset::Qualifier qualifier, bool is_dated, const dataset::ObsStatusSet& status, std::string_view lang) {
  const auto text = [&](Word each) { return std::string(word(each, lang)); };
  if (dataset::is_lower_bound(qualifier)) return text(Word::lower_bound);
  if (dataset::is_upper_bound(qualifier)) return text(Word::upper_bound);
  if (qualifier == dataset::Qualifier::about) return text(Word::approximate);
  if (!is_dated) return text(Word::undated);
  if (status.has(ObsStatus::E) || status.has(ObsStatus::I)) return text(Word::estimated);
  if (status.has(ObsStatus::V) || status.has(ObsStatus::U)) return text(Word::unverified);
  for (const ObsStatus each : {ObsStatus::K, ObsStatus::W}) {
    if (status.has(each)) return numfmt::status_name(each, lang);
  }
  return {};
}

std::string period_key(const std::optional<dataset::TimePeriod>& period) { return period ? period->text : "-"; }

}  // namespace

// ---- who stands behind a value ----

std::uint32_t NoteBook::witness(const std::string& id) const {
  const dataset::Source* source = dataset_.find_source(id);
  if (source == nullptr) return document::kNone;
  std::uint32_t out = static_cast<std::uint32_t>(source - dataset_.sources.data());
  // The first in file order of a text and its copies, in whichever of the two same_as is written.
  for (std::uint32_t i = 0; i < dataset_.sources.size(); ++i) {
    const dataset::Source& other = dataset_.sources[i];
    const auto names = [](const dataset::Source& from, const std::string& to) {
      return std::find(from.same_as.begin(), from.same_as.end(), to) != from.same_as.end();
    };
    if (names(other, id) || names(*source, other.id)) out = std::min(out, i);
  }
  return out;
}

// ---- short forms ----

std::string NoteBook::rest_of_citations(const std::vector<Citation>& citations, const std::string& statement, std::string_view lang) const {
  std::string out;
  std::vector<std::uint32_t> witnesses;
  for (const Citation& each : citations) {
    const std::uint32_t who = witness(each.source);
    if (std::find(witnesses.begin(), witnesses.end(), who) != witnesses.end()) continue;
    witnesses.push_back(who);
    if (witnesses.size() > 1) {
      const dataset::Source* source = dataset_.find_source(each.source);
      out += std::string(word(Word::semicolon, lang)) + (source != nullptr ? source->code : each.source);
    }
    const std::string locator = without_stop(each.locator.in(lang));
    if (!locator.empty()) out += ", " + locator;
  }
  out += ".";
  append_sentence(out, statement.empty() ? "" : statement + ".");
  return out;
}

std::string NoteBook::statement_of(const Observation& row, std::uint32_t index, std::string_view lang) const {
  std::string out = without_stop(row.limitation.in(lang));
  if (out.empty()) out = first_that_applies(row.qualifier, row.period.has_value(), row.status, lang);
  out = with_disputes(std::move(out), disputes_about(dataset_, index), dataset_, lang);
  // "see D1" alone begins a sentence.
  const std::string_view see = word(Word::see_dispute, lang);
  const bool begins = see.front() >= 'a' && see.front() <= 'z' && out.starts_with(see.substr(0, see.find('{')));
  if (begins) out.front() = static_cast<char>(out.front() - 'a' + 'A');
  return out;
}

std::string NoteBook::statement_of(const dataset::Action& action, std::uint32_t index, std::string_view lang) const {
  std::string out = without_stop(action.limitation.in(lang));
  if (out.empty() && action.date_inferred && action.date) out = std::string(word(Word::estimated, lang));
  if (out.empty()) out = first_that_applies({}, action.date.has_value(), action.obs_status, lang);
  std::vector<std::uint32_t> disputes;
  for (std::uint32_t i = 0; i < dataset_.disputes.size(); ++i) {
    const auto& about = dataset_.disputes[i].actions;
    if (dataset_.disputes[i].is_open() && std::find(about.begin(), about.end(), index) != about.end()) disputes.push_back(i);
  }
  return with_disputes(std::move(out), disputes, dataset_, lang);
}

std::string NoteBook::losing_values(const Observation& row, std::string_view lang) const {
  std::string out;
  for (const std::uint32_t each : row.rejected) {
    const Observation& loser = dataset_.observations[each];
    if (!has_printable_value(loser)) continue;
    document::Calculation cell;
    cell.kind = document::Calculation::Kind::observation;
    cell.key = loser.key;
    const Citation* from = loser.citations.empty() ? nullptr : &loser.citations.front();
    const dataset::Source* source = from != nullptr ? dataset_.find_source(from->source) : nullptr;
    std::string name = source != nullptr ? source->code : "..";
    // A copy that differs is no second witness, and the reader must know.
    if (source != nullptr && !row.citations.empty() && row.citations.front().source != source->id &&
        witness(row.citations.front().source) == witness(source->id)) {
      const dataset::Source* own = dataset_.find_source(row.citations.front().source);
      std::string copy = numfmt::filled(Word::same_text_as, lang, {{"code", own != nullptr ? own->code : std::string("..")}});
      const char first = word(Word::same_text_as, lang).front();
      if (first >= 'A' && first <= 'Z') copy.front() = static_cast<char>(first - 'A' + 'a');
      name += " (" + copy + ")";
    }
    append_sentence(out, numfmt::filled(Word::other_value, lang, {{"source", name}, {"value", operand_words(cell, dataset_, lang)}}));
  }
  return out;
}

std::string NoteBook::sentences_of(const Recipe& recipe, std::string_view lang) const {
  std::string out = resolve::sentences_of(dataset_, recipe.value, lang);
  const auto reason = recipe.reasons.find(lang);
  if (reason == recipe.reasons.end()) return out;
  // A reason that says the same as a rule is not said twice.
  if (const std::string text = sentence(reason->second); out.find(text) == std::string::npos) append_sentence(out, text);
  return out;
}

document::NoteText NoteBook::write(const Recipe& recipe, std::string_view lang) const {
  document::NoteText out;
  out.lang = std::string(lang);
  const auto code_of = [&](const std::string& id) {
    const dataset::Source* source = dataset_.find_source(id);
    return source != nullptr ? source->code : id;
  };
  switch (recipe.kind) {
    case Recipe::Kind::observation: {
      const Observation& row = dataset_.observations[recipe.index];
      out.source = row.citations.empty() ? ".." : code_of(row.citations.front().source);
      out.rest = rest_of_citations(row.citations, statement_of(row, recipe.index, lang), lang);
      append_sentence(out.rest, losing_values(row, lang));
      break;
    }
    case Recipe::Kind::action: {
      const dataset::Action& action = dataset_.actions[recipe.index];
      out.source = action.citations.empty() ? ".." : code_of(action.citations.front().source);
      out.rest = rest_of_citations(action.citations, statement_of(action, recipe.index, lang), lang);
      break;
    }
    case Recipe::Kind::citation:
      out.source = code_of(recipe.citation.source);
      out.rest = rest_of_citations({recipe.citation}, "", lang);
      break;
    case Recipe::Kind::source: {
      const dataset::Source& source = dataset_.sources[recipe.index];
      out.source = source.code;
      out.rest = ", " + without_stop(source.title.in(lang)) + ".";
      break;
    }
    case Recipe::Kind::calculation:
      out.source = std::string(word(Word::own_calculation, lang));
      out.rest = ", " + operand_words(recipe.value.calculation, dataset_, lang) + ".";
      append_sentence(out.rest, sentences_of(recipe, lang));
      break;
  }
  return out;
}

// ---- the book ----

NoteIndex NoteBook::add(Recipe recipe, const std::string& period, std::string_view lang) {
  document::NoteText text = write(recipe, lang_);
  const std::string statement = text.source + text.rest + "\n" + period;
  const auto [at, is_new] = by_statement_.emplace(statement, size());
  const NoteIndex index = at->second;
  if (is_new) {
    document::Note note;
    note.number = index + 1;
    note.is_calculation = recipe.kind == Recipe::Kind::calculation;
    note.texts.push_back(std::move(text));
    notes_.push_back(std::move(note));
    recipes_.push_back(std::move(recipe));
  }
  const Recipe& used = is_new ? recipes_[index] : recipe;
  document::Note& note = notes_[index];
  const auto cite = [&](const std::vector<Citation>& citations) {
    for (const Citation& each : citations) {
      const dataset::Source* source = dataset_.find_source(each.source);
      if (source != nullptr) add_once(note.sources, static_cast<std::uint32_t>(source - dataset_.sources.data()));
    }
  };
  switch (used.kind) {
    case Recipe::Kind::observation:
      add_once(note.observations, used.index);
      cite(dataset_.observations[used.index].citations);
      break;
    case Recipe::Kind::action:
      add_once(note.actions, used.index);
      cite(dataset_.actions[used.index].citations);
      break;
    case Recipe::Kind::citation: cite({used.citation}); break;
    case Recipe::Kind::source: add_once(note.sources, used.index); break;
    case Recipe::Kind::calculation:
      // Operands stand there once, and a median rests on hundreds.
      if (note.observations.empty()) note.observations = used.value.observations;
      for (const std::uint32_t each : used.value.observations) {
        if (!is_new) add_once(note.observations, each);
        cite(dataset_.observations[each].citations);
      }
      for (const std::uint32_t each : used.value.actions) {
        add_once(note.actions, each);
        cite(dataset_.actions[each].citations);
      }
      break;
  }
  write_in(index, lang);
  return index;
}

void NoteBook::write_in(NoteIndex index, std::string_view lang) {
  auto& texts = notes_[index].texts;
  const bool is_written = std::any_of(texts.begin(), texts.end(), [&](const document::NoteText& each) { return each.lang == lang; });
  if (!is_written) texts.push_back(write(recipes_[index], lang));
}

NoteIndex NoteBook::observation(std::uint32_t index, std::string_view lang) {
  return add({Recipe::Kind::observation, index}, period_key(dataset_.observations[index].period), lang);
}

NoteIndex NoteBook::action(std::uint32_t index, std::string_view lang) {
  return add({Recipe::Kind::action, index}, period_key(dataset_.actions[index].date), lang);
}

NoteIndex NoteBook::citation(const Citation& citation, std::string_view lang) {
  return add({Recipe::Kind::citation, 0, citation}, "", lang);
}

NoteIndex NoteBook::source(std::uint32_t index, std::string_view lang) { return add({Recipe::Kind::source, index}, "", lang); }

NoteIndex NoteBook::calculation(const Evaluated& value, const std::string& reason, std::string_view lang) {
  Recipe recipe{Recipe::Kind::calculation, 0, {}, value};
  if (!reason.empty()) recipe.reasons.emplace(std::string(lang), reason);
  // The operands' keys tell apart two calculations that happen to read the same; the words give their order where it matters.
  std::vector<std::string_view> keys;
  for (const std::uint32_t each : value.observations) keys.push_back(dataset_.observations[each].key);
  for (const std::uint32_t each : value.actions) keys.push_back(dataset_.actions[each].id);
  std::sort(keys.begin(), keys.end());
  std::string operands;
  for (const std::string_view each : keys) (operands += each) += ' ';
  const NoteIndex index = add(std::move(recipe), operands, lang);
  // A reason that comes with a later use in another language belongs to the same statement.
  Recipe& kept = recipes_[index];
  if (!reason.empty() && kept.reasons.emplace(std::string(lang), reason).second) {
    for (document::NoteText& each : notes_[index].texts) {
      if (each.lang == lang) each = write(kept, lang);
    }
  }
  return index;
}

void NoteBook::add_sentence(NoteIndex note, Word sentence) {
  for (document::NoteText& each : notes_[note].texts) append_sentence(each.rest, std::string(word(sentence, each.lang)));
}

void NoteBook::link(NoteIndex note, document::FigureIndex figure) { add_once(notes_[note].figures, figure); }

// ---- full forms ----

std::string NoteBook::source_line(const dataset::Source& source) const {
  std::string out = source.code + std::string(word(Word::colon, lang_));
  out += source.publisher.empty() ? std::string(word(Word::publisher_not_stated, lang_)) : source.publisher.in(lang_);
  if (!source.author.empty()) out += ", " + source.author.in(lang_);
  out += ", " + numfmt::filled(Word::quoted, lang_, {{"text", source.title.in(lang_)}}) + ", ";
  out += source.published.empty() ? std::string(word(Word::source_undated, lang_))
                                  : numfmt::format_iso_date(source.published, numfmt::DateForm::sentence, lang_);
  if (!source.accessed.empty()) {
    out += ", " + numfmt::filled(Word::accessed_on, lang_, {{"date", numfmt::format_iso_date(source.accessed, numfmt::DateForm::sentence, lang_)}});
  }
  return out + ", " + (source.url.empty() ? std::string(word(Word::no_link, lang_)) : source.url);
}

namespace {

/// Sources in order of first use; where each says it and in which words, each place and each wording once.
class Gathering {
 public:
  /// `saying` outlives this.
  void add(const std::string& source, const Saying& saying) {
    auto at = std::find_if(sources_.begin(), sources_.end(), [&](const Source& each) { return *each.id == source; });
    if (at == sources_.end()) at = sources_.insert(at, Source{&source, {}, {}});
    const auto [place, is_new] = at->place_of.emplace(saying.locator, at->places.size());
    if (is_new) at->places.push_back({saying.locator, {}});
    auto& wordings = at->places[place->second].wordings;
    const auto is_same = [&](const std::string* each) { return *each == saying.wording; };
    if (!saying.wording.empty() && std::none_of(wordings.begin(), wordings.end(), is_same)) wordings.push_back(&saying.wording);
  }

  /// Calls `take` with each source's id and ", para. 2: “«2,000» chips”; table 1: “2,000”."
  template <typename Take>
  void tell(std::string_view lang, const Take& take) const {
    const std::string_view colon = word(Word::colon, lang);
    for (const Source& source : sources_) {
      std::string said;
      for (const Place& place : source.places) {
        if (!place.locator.empty()) (said += &place == &source.places.front() ? ", " : "; ") += place.locator;
        for (std::size_t i = 0; i < place.wordings.size(); ++i) (said += i == 0 ? colon : ", ") += *place.wordings[i];
      }
      take(*source.id, said + ".");
    }
  }

 private:
  struct Place {
    std::string_view locator;
    std::vector<const std::string*> wordings;
  };
  struct Source {
    const std::string* id;
    std::vector<Place> places;
    std::unordered_map<std::string_view, std::size_t> place_of;  // by locator, for look-up only: a median may rest on hundreds
  };
  std::vector<Source> sources_;
};

}  // namespace

std::vector<NoteBook::Cited> NoteBook::cited_by(const document::Note& note, const Recipe& recipe) const {
  Gathering gathering;
  std::deque<Saying> own;  // of what is no observation; stays where it is
  const auto add = [&](const Citation& citation, const std::string& wording) {
    gathering.add(citation.source, own.emplace_back(saying_of(citation, wording, lang_)));
  };
  for (const std::uint32_t each : note.observations) {
    const std::vector<Citation>& citations = dataset_.observations[each].citations;
    const std::vector<Saying>& sayings = wordings_.of(each, lang_);
    for (std::size_t i = 0; i < citations.size(); ++i) gathering.add(citations[i].source, sayings[i]);
  }
  for (const std::uint32_t each : note.actions) {
    const dataset::Action& action = dataset_.actions[each];
    for (const Citation& citation : action.citations) {
      const auto places = action.amount ? truth::find_stated(*action.amount, citation) : std::nullopt;
      add(citation, with_number_marked(citation.as_stated, places.value_or(std::vector<truth::WordingPlace>{})));
    }
  }
  if (recipe.kind == Recipe::Kind::citation) add(recipe.citation, recipe.citation.as_stated);
  if (recipe.kind == Recipe::Kind::source) gathering.add(dataset_.sources[recipe.index].id, own.emplace_back());
  std::vector<Cited> out;
  gathering.tell(lang_, [&](const std::string& source, std::string said) { out.push_back({source, std::move(said)}); });
  return out;
}

/// What a note rests on. `in_full` repeats each source's title, else its code does, as beside a register of sources.
std::string NoteBook::sources_of(const document::Note& note, const std::vector<Cited>& cited, bool in_full) const {
  std::string out;
  if (note.is_calculation) {
    out = note.texts.front().source + note.texts.front().rest;
    const auto& rows = note.observations;
    if (rows.size() == 2 && are_both_undated(dataset_.observations[rows[0]], dataset_.observations[rows[1]])) {
      append_sentence(out, std::string(word(Word::both_undated, lang_)));
    }
  }
  for (const Cited& each : cited) {
    const dataset::Source* source = dataset_.find_source(each.source);
    append_sentence(out, (source == nullptr ? each.source : in_full ? source_line(*source) : source->code) + each.said);
  }
  return out;
}

/// What is said of a note's statement itself, and the caveats about it.
std::string NoteBook::qualified_by(const document::Note& note, const Recipe& recipe) const {
  std::string out;
  if (recipe.kind == Recipe::Kind::observation) {
    const Observation& row = dataset_.observations[recipe.index];
    append_sentence(out, sentence(statement_of(row, recipe.index, lang_)));
    append_sentence(out, losing_values(row, lang_));
    if (!row.rejected.empty() && !row.reason.empty()) append_sentence(out, sentence(row.reason.in(lang_)));
  }
  if (recipe.kind == Recipe::Kind::action) append_sentence(out, sentence(statement_of(dataset_.actions[recipe.index], recipe.index, lang_)));
  const auto touches = [](const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    return std::any_of(a.begin(), a.end(), [&](std::uint32_t each) { return std::find(b.begin(), b.end(), each) != b.end(); });
  };
  for (const dataset::Caveat& each : dataset_.caveats) {
    if (touches(each.observations, note.observations) || touches(each.actions, note.actions)) append_sentence(out, sentence(each.text.in(lang_)));
  }
  return out;
}

std::vector<document::Note> NoteBook::take() { return std::exchange(notes_, {}); }

void NoteBook::write_full_forms(std::vector<document::Note>& taken) const {
  for (std::size_t i = 0; i < taken.size(); ++i) {
    const std::vector<Cited> cited = cited_by(taken[i], recipes_[i]);
    const std::string qualified = qualified_by(taken[i], recipes_[i]);
    append_sentence(taken[i].full = sources_of(taken[i], cited, true), qualified);
    append_sentence(taken[i].beside_register = sources_of(taken[i], cited, false), qualified);
  }
}

}  // namespace briefpack::resolve

// Sections: each cover or page directive opens one, and all blocks up to the next one belong to it.
#include <utility>

#include <fmt/format.h>

#include "dataset/codes.h"
#include "numfmt/number_text.h"
#include "numfmt/period_text.h"
#include "resolve/directives.h"
#include "resolve/exhibit.h"
#include "resolve/headline_marks.h"
#include "resolve/lower.h"

namespace briefpack::resolve {

namespace {

using numfmt::Word;
using Variant = document::Section::Variant;

/// Parts of a line with a raised dot between them; empty ones are left out.
std::string joined(std::initializer_list<std::string> parts) {
  std::string out;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += " \u00B7 ";
    out += part;
  }
  return out;
}

/// Who publishes: the theme's word wins over the pack's.
const std::string& unit(const Lowering& lowering, const std::string& lang) {
  const dataset::LocalText& own = lowering.tree.theme.unit;
  return (own.empty() ? lowering.dataset.pack.publisher : own).in(lang);
}

std::string issue(const Lowering& lowering, const std::string& lang) {
  const std::string& number = lowering.dataset.pack.issue;
  return number.empty() ? "" : numfmt::filled(Word::issue_n, lang, {{"n", number}});
}

/// The words that the running heads of later pages take from the cover.
struct Identity {
  std::string running_title;
};

class SectionLowering {
 public:
  explicit SectionLowering(Lowering& lowering) : lowering_(lowering) {}

  void lower(const templates::Blocks& blocks, const Scope& scope) {
    for (const templates::Block& block : blocks) {
      const auto* directive = templates::as<templates::Directive>(block);
      if (directive != nullptr && opens_section(*directive)) {
        open(*directive, scope);
      } else if (directive != nullptr && directive->loop && holds_pages(directive->body)) {
        for_each_of(lowering_, *directive->loop, scope, [&](const Scope& inner) { lower(directive->body, inner); });
      } else if (directive != nullptr && directive->condition && holds_pages(directive->body)) {
        if (lowering_.book.test(*directive->condition, scope.context).value_or(false)) lower(directive->body, scope);
      } else {
        add(block, scope);
      }
    }
  }

 private:
  static bool opens_section(const templates::Directive& directive) {
    return directive.kind == templates::DirectiveKind::cover || directive.kind == templates::DirectiveKind::page;
  }

  /// One block of the section's body. Loop variables are the block's own, language and focus the section's.
  void add(const templates::Block& block, const Scope& scope) {
    if (lowering_.document.sections.empty()) open_plain(scope);
    Scope inner = section_scope_;
    inner.context.variables = scope.context.variables;
    append_blocks(lowering_.document.sections.back().body, lower_blocks(lowering_, {block}, inner));
  }

  /// A template without a page directive has one section, with the front matter's title.
  void open_plain(const Scope& scope) {
    document::Section section;
    section.title = lowering_.document.title;
    section.headline = text_inlines(section.title);
    finish_head(std::move(section), scope, false);
  }

  void open(const templates::Directive& directive, const Scope& scope) {
    Scope head = with_only(directive, scope);
    if (const templates::Option* lang = directive.find("lang")) head.context.lang = language_of(*lang);
    if (!head.in_pdf) {
      // A page for the workbook alone has no head; its exhibits stay with the section before it.
      if (lowering_.document.sections.empty()) open_plain(scope);
      section_scope_ = head;
      return;
    }
    head.shows_marks = false;

    const bool is_cover = directive.kind == templates::DirectiveKind::cover;
    document::Section section;
    section.span = directive.name_span;
    section.variant = variant_of(directive, is_cover);
    section.label = directive.label.text;
    if (!section.label.empty()) lowering_.take_label(section.label, directive.label.span);

    const document::Inlines kicker = headline_text(directive, "kicker", head);
    if (section.variant == Variant::plain) {
      section.kicker = kicker;
      section.headline = headline_text(directive, "headline", head);
      section.standfirst = headline_text(directive, "standfirst", head);
    } else {
      fill_band(section, directive, document::plain_text(kicker), head);
    }
    section.title = title_of(directive, section, head, is_cover);
    if (is_cover) set_identity(section, document::plain_text(kicker), head);
    finish_head(std::move(section), head, is_cover);
  }

  std::string language_of(const templates::Option& option) {
    if (dataset::is_language_tag(option.text)) return dataset::canonical_language_tag(option.text);
    lowering_.error("resolve/language", option.span, fmt::format("\"{}\" is no language tag (BCP 47)", option.text), ":lang:", "write a tag such as en or ko");
    return lowering_.document.lang;
  }

  static Variant variant_of(const templates::Directive& directive, bool is_cover) {
    const std::string name = choice_option(directive, "variant", "brief");
    if (name == "profile") return Variant::profile;
    if (name == "summary") return Variant::summary;
    return is_cover ? Variant::cover : Variant::plain;
  }

  /// A text at the head of a page: no marks, but its figures must stand marked further down.
  document::Inlines headline_text(const templates::Directive& directive, std::string_view name, const Scope& head) {
    document::Inlines inlines = text_option(lowering_, directive, name, head);
    if (const templates::Option* option = directive.find(name)) note_headline(inlines, option->span);
    return inlines;
  }

  void note_headline(const document::Inlines& inlines, SourceSpan span) {
    const auto section = static_cast<std::uint32_t>(lowering_.document.sections.size());
    for (const document::Inline& each : inlines) {
      const auto* figure = std::get_if<document::FigureText>(&each);
      if (figure != nullptr && figure->figure != document::kNone)
        lowering_.headline_uses.push_back({section, figure->figure, figure->text(), span});
    }
  }

  /// Band of a cover, profile or summary: the front matter's title and subtitle stand in for what the directive leaves out.
  void fill_band(document::Section& section, const templates::Directive& directive, const std::string& kicker,
                 const Scope& head) {
    const templates::FrontMatter& front = lowering_.tree.front_matter;
    section.band_title = headline_text(directive, "headline", head);
    if (section.band_title.empty()) section.band_title = lower_inlines(lowering_, front.title, head);
    if (section.band_title.empty()) section.band_title = text_inlines(lowering_.dataset.pack.title.in(head.lang()));
    section.period_line = headline_text(directive, directive.has("standfirst") ? "standfirst" : "subtitle", head);
    if (section.period_line.empty()) section.period_line = lower_inlines(lowering_, front.subtitle, head);
    section.sub_line = headline_text(directive, "line", head);
    const dataset::Pack& pack = lowering_.dataset.pack;
    section.unit_name = unit(lowering_, head.lang());
    const std::string kind = kicker.empty() ? pack.series.in(head.lang()) : kicker;
    const bool names_itself = section.variant == Variant::summary && directive.has("title");
    section.issue_line =
        joined({kind, issue(lowering_, head.lang()),
                names_itself ? document::plain_text(text_option(lowering_, directive, "title", head)) : ""});
  }

  std::string title_of(const templates::Directive& directive, const document::Section& section, const Scope& head,
                       bool is_cover) {
    if (const templates::Option* title = directive.find("title")) return lower_to_text(lowering_, title->inlines, head);
    if (is_cover) return std::string(numfmt::word(Word::cover, head.lang()));
    for (const document::Inlines* each : {&section.kicker, &section.headline, &section.band_title}) {
      if (!each->empty()) return document::plain_text(*each);
    }
    return lowering_.document.title;
  }

  void set_identity(const document::Section& section, const std::string& kicker, const Scope& head) {
    const std::string series = lowering_.dataset.pack.series.in(head.lang());
    const std::string title = document::plain_text(section.band_title);
    if (section.variant == Variant::profile)
      identity_.running_title = kicker.empty() ? title : kicker + ": " + title;
    else
      identity_.running_title = !series.empty() ? series : !kicker.empty() ? kicker : title;
  }

  /// What every section says about the pack: running head, footer, closing line of the notes.
  void finish_head(document::Section section, const Scope& head, bool is_cover) {
    const dataset::Pack& pack = lowering_.dataset.pack;
    const std::string& lang = head.lang();
    section.lang = lang;
    if (section.label.empty()) section.label = fmt::format("page-{}", lowering_.document.sections.size() + 1);
    section.running_title = identity_.running_title.empty() ? lowering_.document.title : identity_.running_title;
    section.running_period = numfmt::format_period(pack.time_period, numfmt::DateForm::sentence, lang);
    std::string cut_off;
    if (pack.data_cutoff) {
      const std::string date = numfmt::format_date(*pack.data_cutoff, numfmt::DateForm::sentence, lang);
      cut_off = numfmt::filled(Word::data_cutoff, lang, {{"date", date}});
    }
    const dataset::LocalText& own = lowering_.tree.theme.footer;
    section.footer = own.empty() ? joined({unit(lowering_, lang), issue(lowering_, lang), cut_off, pack.marking.in(lang)}) : joined({own.in(lang), pack.marking.in(lang)});
    section.notes_target = lowering_.foreknown().register_label;
    if (!section.notes_target.empty())
      section.notes_line = std::string(numfmt::word(Word::sources_in_full, lang)) + " ";
    section.notes_line += numfmt::word(Word::note_numbers_match, lang);
    section.page_of = numfmt::word(Word::page_of, lang);
    set_layout_words(section);
    lowering_.learned.sections.push_back({section.title, section.label, lang, is_cover});
    section_scope_ = head;
    section_scope_.shows_marks = true;
    lowering_.document.sections.push_back(std::move(section));
  }

  /// Words that only layout knows when to print.
  static void set_layout_words(document::Section& section) {
    section.continued = numfmt::word(Word::continued, section.lang);
    section.columns_of = numfmt::word(Word::columns_range, section.lang);
    section.notes_continued = numfmt::word(Word::notes_continued, section.lang);
    section.notes_continue = numfmt::word(Word::notes_continue, section.lang);
    const std::string half = numfmt::format_number(0.5, {.decimals = 1}, section.lang).number;
    section.decimal_point = half.substr(1, half.size() - 2);
  }

  Lowering& lowering_;
  Identity identity_;
  Scope section_scope_;
};

}  // namespace

void cite_pack(Lowering& lowering, const Scope& scope) {
  const dataset::Pack& pack = lowering.dataset.pack;
  const std::string& lang = scope.lang();
  const std::string year = std::to_string(pack.issued.year);
  const std::string& publisher = unit(lowering, lang);
  std::string title = lowering.document.title;
  const std::string subtitle = lower_to_text(lowering, lowering.tree.front_matter.subtitle, scope);
  if (!subtitle.empty()) title += ": " + subtitle;
  if (const std::string number = issue(lowering, lang); !number.empty()) title += ", " + number;
  document::Section& section = lowering.document.sections.back();
  section.notes_target.clear();
  section.notes_line = publisher.empty() ? numfmt::filled(Word::citation_of_title, lang, {{"title", title}, {"year", year}})
                                         : numfmt::filled(Word::citation, lang, {{"publisher", publisher}, {"title", title}, {"year", year}});
  if (const std::string& contact = pack.contact.in(lang); !contact.empty())
    section.notes_line += " " + numfmt::filled(Word::questions_to, lang, {{"contact", contact}});
}

void lower_sections(Lowering& lowering, const Scope& scope) {
  SectionLowering(lowering).lower(lowering.tree.blocks, scope);
}

}  // namespace briefpack::resolve

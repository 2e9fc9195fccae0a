// What stands on the finished pages: structure, colours, letters, links.
#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <variant>

#include <fmt/format.h>

#include "accessibility/checks.h"
#include "base/utf8.h"

namespace briefpack::accessibility {

namespace {

using page::Element;
using page::ElementId;
using page::Pages;
using page::PathItem;
using page::Role;
using page::TextItem;

std::string on_page(std::size_t index) { return fmt::format("page {}", index + 1); }

ElementId element_of(const page::Item& item) {
  return std::visit([](const auto& each) { return each.element; }, item);
}

/// By element: the first page on which it, or what is in it, has content; empty where there is none.
std::vector<std::optional<std::size_t>> first_pages(const Pages& pages) {
  const auto& elements = pages.structure.elements();
  std::vector<std::optional<std::size_t>> out(elements.size());
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    for (const auto& item : pages.pages[i].items) {
      for (ElementId id = element_of(item); id < elements.size() && !out[id]; id = elements[id].parent) {
        out[id] = i;
        if (id == page::kDocument) break;
      }
    }
  }
  return out;
}

std::string where_of(const std::optional<std::size_t>& page) { return page ? on_page(*page) : std::string(); }

bool is_language_tag(const std::string& lang) {
  const bool is_word = std::all_of(lang.begin(), lang.end(), [](unsigned char c) { return std::isalnum(c) != 0 || c == '-'; });
  return is_word && lang.size() >= 2 && std::isalpha(static_cast<unsigned char>(lang.front())) != 0;
}

struct Script {
  const char* name;
  char32_t first, last;
  std::vector<std::string_view> languages;   ///< Primary subtags that are written in it.
};

const std::vector<Script>& scripts() {
  static const std::vector<Script> kScripts{
      {"Hangul", 0xAC00, 0xD7A3, {"ko"}},
      {"Hangul", 0x1100, 0x11FF, {"ko"}},
      {"kana", 0x3041, 0x30FF, {"ja"}},
      {"Han", 0x3400, 0x9FFF, {"zh", "ja", "ko", "yue", "wuu"}},
      {"Thai", 0x0E01, 0x0E5B, {"th"}},
      {"Hebrew", 0x05D0, 0x05EA, {"he", "yi"}},
      {"Arabic", 0x0620, 0x06FF, {"ar", "fa", "ur", "ps", "ckb", "ug", "sd"}},
      {"Devanagari", 0x0904, 0x0939, {"hi", "mr", "ne", "sa"}},
      {"Cyrillic", 0x0400, 0x04FF, {"ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg"}},
      {"Greek", 0x0391, 0x03A9, {"el", "grc"}},
  };
  return kScripts;
}

/// The script of a letter in `text` that `lang` is not written in.
const char* foreign_script(std::string_view text, std::string_view lang) {
  const std::string_view primary = lang.substr(0, lang.find('-'));
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c < 0x370) continue;
    for (const Script& each : scripts()) {
      if (c < each.first || c > each.last) continue;
      if (std::find(each.languages.begin(), each.languages.end(), primary) == each.languages.end()) return each.name;
    }
  }
  return nullptr;
}

std::string_view language_of(const TextItem& item, const Pages& pages) {
  if (!item.run.lang.empty()) return item.run.lang;
  const auto& elements = pages.structure.elements();
  for (ElementId id = item.element; id < elements.size(); id = elements[id].parent) {
    if (!elements[id].lang.empty()) return elements[id].lang;
    if (id == page::kDocument) break;
  }
  return pages.info.lang;
}

/// 0 for another role.
int heading_level(Role role) {
  if (role < Role::h1 || role > Role::h6) return 0;
  return static_cast<int>(role) - static_cast<int>(Role::h1) + 1;
}

bool holds(const geometry::Rect& box, geometry::Point at) { return at.x >= box.x && at.x <= box.right() && at.y >= box.y && at.y <= box.bottom(); }

/// Large text of WCAG: 18 points, or 14 in bold.
bool is_large(const geometry::TextStyle& style) {
  const bool is_bold = style.face == geometry::FontFace::bold || style.face == geometry::FontFace::display_bold;
  return style.size >= 18 || (is_bold && style.size >= 14);
}

struct Ground {
  geometry::Rect box;
  geometry::Color color;
};

/// The colour that is painted beneath the point.
geometry::Color ground_at(geometry::Point at, const std::vector<Ground>& grounds) {
  for (auto each = grounds.rbegin(); each != grounds.rend(); ++each) {
    if (holds(each->box, at)) return each->color;
  }
  return geometry::palette::kWhite;
}

}  // namespace

Faults no_title(const Subject& subject) {
  if (subject.pages.info.title.find_first_not_of(" \t\n") != std::string::npos) return {};
  return {{"", "the title is empty", subject.dataset.pack.places.object}};
}

Faults no_language(const Subject& subject) {
  if (is_language_tag(subject.pages.info.lang)) return {};
  return {{"", "the language \"" + subject.pages.info.lang + "\" is no language tag", subject.tree.front_matter.lang.span}};
}

Faults unmarked_scripts(const Subject& subject) {
  Faults out;
  // The template's words are marked as the document's language: they are of one only where the two are the same.
  const auto& front = subject.tree.front_matter;
  const std::string& own = front.lang.text.empty() ? subject.dataset.pack.lang : front.lang.text;
  const auto primary = [](const std::string& lang) { return lang.substr(0, lang.find('-')); };
  if (!own.empty() && is_language_tag(subject.pages.info.lang) && primary(own) != primary(subject.pages.info.lang))
    out.push_back({"", fmt::format("the template is in {}, and its words are marked as {}", own, subject.pages.info.lang), front.lang.span});
  for (std::size_t i = 0; i < subject.pages.pages.size(); ++i) {
    std::string last;  // one fault for a stretch of runs of one script
    for (const auto& item : subject.pages.pages[i].items) {
      const auto* text = std::get_if<TextItem>(&item);
      if (text == nullptr) continue;
      const std::string_view lang = language_of(*text, subject.pages);
      const char* script = foreign_script(text->run.text, lang);
      const std::string what = script == nullptr ? "" : fmt::format("{} letters in a text of language {}: {}", script, lang, shortened(text->run.text, 40));
      if (!what.empty() && what != last) out.push_back({on_page(i), what});
      last = what;
    }
  }
  return out;
}

Faults figures_without_alt(const Subject& subject) {
  Faults out;
  const auto places = first_pages(subject.pages);
  const auto& elements = subject.pages.structure.elements();
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const bool is_silent = elements[i].alt.find_first_not_of(" \n") == std::string::npos && elements[i].actual_text.empty();
    if (elements[i].role == Role::figure && is_silent) out.push_back({where_of(places[i]), "a drawing without an alternative text"});
  }
  return out;
}

Faults exhibits_without_title(const Subject& subject) {
  Faults out;
  struct Walk {
    Faults& out;
    void blocks(const document::Blocks& list) const {
      for (const auto& each : list) std::visit(*this, each.content);
    }
    void operator()(const document::Exhibit& exhibit) const {
      if (exhibit.number == 0) return;
      if (document::plain_text(exhibit.title).find_first_not_of(' ') == std::string::npos) out.push_back({exhibit.number_text, "no title"});
    }
    void operator()(const document::Columns& columns) const {
      for (const auto& each : columns.columns) blocks(each);
    }
    void operator()(const document::Box& box) const { blocks(box.body); }
    void operator()(const document::Quote& quote) const { blocks(quote.body); }
    void operator()(const document::List& list) const {
      for (const auto& each : list.items) blocks(each.body);
    }
    void operator()(const document::Paragraph&) const {}
    void operator()(const document::Heading&) const {}
    void operator()(const document::KeyFigures&) const {}
    void operator()(const document::KeyMessages&) const {}
    void operator()(const document::Contents&) const {}
    void operator()(const document::Legend&) const {}
    void operator()(const document::Spacer&) const {}
    void operator()(const document::PageBreak&) const {}
  };
  for (const auto& section : subject.document.sections) Walk{out}.blocks(section.body);
  return out;
}

Faults skipped_structure_headings(const Subject& subject) {
  Faults out;
  const auto places = first_pages(subject.pages);
  const auto& elements = subject.pages.structure.elements();
  int before = 0;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const int level = heading_level(elements[i].role);
    if (level == 0) continue;
    if (level > before + 1) out.push_back({where_of(places[i]), fmt::format("H{} follows {}", level, before == 0 ? "no heading" : fmt::format("H{}", before))});
    before = level;
  }
  return out;
}

Faults tables_without_heads(const Subject& subject) {
  const auto& elements = subject.pages.structure.elements();
  std::map<ElementId, bool> has_head;
  Faults out;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (elements[i].role == Role::table) has_head.emplace(static_cast<ElementId>(i), false);
    if (elements[i].role != Role::th || elements[i].scope == page::Scope::none) continue;
    ElementId table = elements[i].parent;
    while (table != page::kDocument && elements[table].role != Role::table) table = elements[table].parent;
    if (const auto found = has_head.find(table); found != has_head.end()) found->second = true;
  }
  const auto places = first_pages(subject.pages);
  for (const auto& [id, has] : has_head) {
    if (!has) out.push_back({where_of(places[id]), "a table without header cells"});
  }
  return out;
}

Faults links_without_words(const Subject& subject) {
  Faults out;
  for (std::size_t i = 0; i < subject.pages.pages.size(); ++i) {
    for (const auto& link : subject.pages.pages[i].links) {
      if (link.contents.find_first_not_of(' ') == std::string::npos) out.push_back({on_page(i), "a link without a description"});
    }
  }
  return out;
}

Faults lost_characters(const Subject& subject) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  Faults out;
  for (std::size_t i = 0; i < subject.pages.pages.size(); ++i) {
    for (const auto& item : subject.pages.pages[i].items) {
      const auto* text = std::get_if<TextItem>(&item);
      if (text != nullptr && text->run.text.find(kReplacement) != std::string::npos) out.push_back({on_page(i), "a character that no font has, in " + shortened(text->run.text, 40)});
    }
  }
  return out;
}

Faults missing_bookmarks(const Subject& subject) {
  Faults out;
  const Pages& pages = subject.pages;
  if (pages.pages.size() > 1 && pages.outline.empty()) out.push_back({"", fmt::format("{} pages without bookmarks", pages.pages.size())});
  int before = 0;
  for (const auto& entry : pages.outline) {
    if (entry.title.find_first_not_of(' ') == std::string::npos) out.push_back({on_page(entry.target.page), "a bookmark without words"});
    if (entry.level > before + 1) out.push_back({on_page(entry.target.page), "a bookmark that skips a level: " + entry.title});
    before = entry.level;
  }
  return out;
}

Faults low_contrast(const Subject& subject) {
  // Each text is looked at in its middle, at a third of its height: deep inside of what it stands on.
  constexpr double kHeight = 0.3, kLeast = 4.5, kLeastOfLarge = 3;
  Faults out;
  for (std::size_t i = 0; i < subject.pages.pages.size(); ++i) {
    std::vector<Ground> grounds;
    for (const auto& item : subject.pages.pages[i].items) {
      if (const auto* path = std::get_if<PathItem>(&item)) {
        if (path->shape.fill) grounds.push_back({page::box_of(*path), *path->shape.fill});
        continue;
      }
      const auto* text = std::get_if<TextItem>(&item);
      if (text == nullptr || text->run.text.find_first_not_of(' ') == std::string::npos) continue;
      const auto& style = text->run.style;
      const geometry::Point middle{text->at.x + text->run.width / 2, text->at.y - style.rise - kHeight * style.size};
      const geometry::Color ground = ground_at(middle, grounds);
      const double ratio = geometry::contrast(subject.pages.palette[style.color], subject.pages.palette[ground]);
      if (ratio >= (is_large(style) ? kLeastOfLarge : kLeast)) continue;
      out.push_back({on_page(i), fmt::format("contrast {:.2f}: {} on {}: {}", ratio, name(style.color), name(ground), shortened(text->run.text, 40))});
    }
  }
  return out;
}

}  // namespace briefpack::accessibility

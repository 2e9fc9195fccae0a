#include "templates/read_theme.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/embedded_files.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "dataset/codes.h"
#include "templates/check_source.h"
#include "templates/front_matter.h"
#include "templates/include.h"
#include "templates/reading.h"
#include "templates/yaml_tree.h"
#include "theme/contrast.h"
#include "theme/read_png.h"

namespace briefpack::templates {

namespace {

using geometry::Color;
using geometry::FontFace;

constexpr std::string_view kFolder = "templates/themes/", kEnding = ".yaml";
constexpr std::size_t kMostFallbacks = 16;
constexpr std::size_t kLongestUnit = 80, kLongestFooter = 140, kLongestAlt = 300;  // characters; they stand on one line, or are heard
constexpr double kLeastSide = 6, kMostWidth = 240, kMostHeight = 72;               // points

/// An embedding, override or isolate (UAX #9): left open, it would turn what stands beside the text.
std::optional<char32_t> turning_mark_in(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return c;
  }
  return std::nullopt;
}

/// White is the paper, and what is wrong with a draft is red in every theme.
bool may_be_set(Color color) { return color != Color::white && color != Color::alarm; }

std::vector<std::string> color_names() {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < geometry::kColors; ++i) {
    const auto color = static_cast<Color>(i);
    if (may_be_set(color)) out.emplace_back(name(color));
  }
  return out;
}

std::vector<std::string> built_in_names() {
  std::vector<std::string> out;
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path.starts_with(kFolder) && file.path.ends_with(kEnding))
      out.emplace_back(file.path.substr(kFolder.size(), file.path.size() - kFolder.size() - kEnding.size()));
  }
  return out;
}

const EmbeddedFile* built_in(std::string_view name) {
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path == std::string(kFolder) + std::string(name) + std::string(kEnding)) return &file;
  }
  return nullptr;
}

struct FaceRow {
  FontFace face;
  const char *key, *style;
};
constexpr FaceRow kFaces[] = {{FontFace::regular, "regular", "Regular"},
                              {FontFace::semibold, "semibold", "Semi Bold"},
                              {FontFace::bold, "bold", "Bold"},
                              {FontFace::display_bold, "display", "Bold"}};

/// One theme file on top of the theme that it extends.
class ThemeReader {
 public:
  ThemeReader(Reading& reading, int depth) : reading_(reading), depth_(depth) {}

  theme::Theme read(const LocatedText& name);
  void check_contrast(const geometry::Palette& palette);

 private:
  struct Row {
    std::string_view name;
    void (ThemeReader::*read)(const YamlNode& value);
  };
  static const std::vector<Row>& rows();

  void read_file(std::string_view text, std::uint32_t number);
  void extends(const YamlNode&) {}  // read before all others, wherever it stands
  void colours(const YamlNode& value);
  void fonts(const YamlNode& value);
  void logos(const YamlNode& value);
  void logo(const YamlNode& value);
  void unit(const YamlNode& value) { theme_.unit = local_text(value, kLongestUnit); }
  void footer(const YamlNode& value) { theme_.footer = local_text(value, kLongestFooter); }
  void cover(const YamlNode& value);

  std::optional<theme::FontName> font(const YamlNode& value, const char* style);
  std::optional<geometry::Rgb> color(const YamlNode& value);
  std::shared_ptr<const geometry::Raster> image(const YamlNode& value);
  dataset::LocalText local_text(const YamlNode& value, std::size_t longest);
  std::string text(const YamlNode& value, std::size_t longest);
  std::optional<double> points(const YamlNode& value, double most);
  std::optional<std::size_t> choice(const YamlNode& value, const std::vector<std::string>& choices);
  bool is_map(const YamlNode& value, std::string_view takes);
  void fail(SourceSpan span, std::string message, std::string hint = {}) {
    reading_.error("theme/field-value", span, std::move(message), std::move(hint));
  }
  void unknown(const YamlNode::Entry& entry, std::string_view where, const std::vector<std::string>& known) {
    Diagnostic fault = Diagnostic::warning("theme/unknown-field", entry.key_span, fmt::format("{} has no field {}", where, quoted(entry.key)));
    if (auto hint = nearest_hint(entry.key, known); !hint.empty()) fault.hints.push_back(std::move(hint));
    else fault.hints.emplace_back("take it out; templates/themes/plain.yaml has all names");
    reading_.report(std::move(fault));
  }

  Reading& reading_;
  int depth_;
  theme::Theme theme_;
  std::string field_;      ///< Being read, for messages.
  SourceSpan field_span_;  ///< Its name: where an empty value has its place.
  std::array<SourceSpan, geometry::kColors> color_spans_{};  ///< Of the colours that this file and those below it give.
};

const std::vector<ThemeReader::Row>& ThemeReader::rows() {
  static const std::vector<Row> kRows{{"extends", &ThemeReader::extends}, {"colours", &ThemeReader::colours}, {"fonts", &ThemeReader::fonts},
                                      {"logos", &ThemeReader::logos},     {"unit", &ThemeReader::unit},       {"footer", &ThemeReader::footer},
                                      {"cover", &ThemeReader::cover}};
  return kRows;
}

theme::Theme ThemeReader::read(const LocatedText& name) {
  const auto done = [&] {
    theme_.name = name.text.empty() ? std::string(kPlain) : name.text;
    return std::move(theme_);
  };
  if (name.text.empty()) return done();
  if (const EmbeddedFile* file = built_in(name.text)) {
    read_file(file->contents, 0);
    color_spans_ = {};  // of no file of this run
    return done();
  }
  if (!name.text.ends_with(kEnding)) {
    const std::vector<std::string> known = built_in_names();
    reading_.error("theme/unknown", name.span, fmt::format("there is no theme {}", quoted(name.text)), nearest_hint(name.text, known));
    return done();
  }
  const auto path = normalised_path(name.text);
  if (!path) {
    reading_.error("theme/path", name.span, quoted(name.text) + " leaves the template's folder", "give a path below it, such as themes/house.yaml");
    return done();
  }
  auto loaded = reading_.loader(*path, name.span);
  if (!loaded) {
    reading_.report(loaded.take_diagnostics());
    return done();
  }
  read_file(*loaded->text, loaded->file);
  return done();
}

void ThemeReader::read_file(std::string_view text, std::uint32_t number) {
  const SourceFile file(text, number);
  if (text.size() > kFrontMatterLimit)
    return fail(file.span(1, 0, 0), fmt::format("the theme is larger than {} bytes", kFrontMatterLimit), "leave out what it does not change");
  Diagnostics unreadable = check_source(text, file, "the theme");
  if (has_errors(unreadable)) return reading_.report(std::move(unreadable));
  const YamlNode root = read_yaml(file, 0, file.lines().size(), reading_, "a theme");
  if (root.kind == YamlNode::Kind::null) return;
  if (root.kind != YamlNode::Kind::map) return fail(root.span, "a theme takes lines FIELD: value", "write, for example, unit: Lake Office");
  for (const auto& entry : root.entries) {
    if (entry.key != "extends") continue;
    if (entry.value.kind != YamlNode::Kind::scalar) {
      fail(entry.key_span, "extends takes the name of one theme", "write a theme's name, or the path of a .yaml file");
    } else if (depth_ + 1 >= kThemeNesting) {
      fail(entry.value.span, fmt::format("more than {} themes extend one another", kThemeNesting),
           "a theme that extends itself, also through others, has no end; take one link out");
    } else {
      ThemeReader base(reading_, depth_ + 1);
      theme_ = base.read({entry.value.text, entry.value.span});
      color_spans_ = base.color_spans_;
    }
  }
  std::vector<std::string> names;
  for (const Row& row : rows()) names.emplace_back(row.name);
  for (const auto& entry : root.entries) {
    field_ = entry.key;
    field_span_ = entry.key_span;
    const auto row = std::find_if(rows().begin(), rows().end(), [&](const Row& each) { return each.name == entry.key; });
    if (row == rows().end()) unknown(entry, "a theme", names);
    else (this->*row->read)(entry.value);
  }
}

bool ThemeReader::is_map(const YamlNode& value, std::string_view takes) {
  if (value.kind == YamlNode::Kind::map) return true;
  fail(value.kind == YamlNode::Kind::null ? field_span_ : value.span, fmt::format("{} takes {}", field_, takes), "write them below it, indented, or take the field out");
  return false;
}

void ThemeReader::colours(const YamlNode& value) {
  if (!is_map(value, "lines NAME: \"#RRGGBB\"")) return;
  for (const auto& entry : value.entries) {
    field_ = entry.key;
    field_span_ = entry.key_span;
    std::size_t at = 0;
    while (at < geometry::kColors && (name(static_cast<Color>(at)) != entry.key || !may_be_set(static_cast<Color>(at)))) ++at;
    if (at == geometry::kColors) {
      unknown(entry, "the palette", color_names());
    } else if (const auto rgb = color(entry.value)) {
      theme_.palette[static_cast<Color>(at)] = *rgb;
      color_spans_[at] = entry.value.span;
    }
  }
}

std::optional<geometry::Rgb> ThemeReader::color(const YamlNode& value) {
  if (value.kind != YamlNode::Kind::scalar) {
    if (value.kind != YamlNode::Kind::null) fail(value.span, field_ + " takes one colour", "write six hexadecimal digits in quotes, such as \"#12395B\"");
    else fail(field_span_, field_ + " has no value", "write the colour in quotes: without them YAML takes # for the start of a comment");
    return std::nullopt;
  }
  const std::string& text = value.text;
  std::uint32_t hex = 0;
  const char* end = text.data() + text.size();
  const bool is_hex = text.size() == 7 && text.front() == '#' && std::from_chars(text.data() + 1, end, hex, 16) == std::from_chars_result{end, std::errc()};
  if (!is_hex) {
    fail(value.span, quoted(text) + " is no colour", "write six hexadecimal digits in quotes, such as \"#12395B\"");
    return std::nullopt;
  }
  return geometry::rgb(hex);
}

/// One fault for each colour that a file of this run gives and that is the most to blame: the one in most pairs first.
void ThemeReader::check_contrast(const geometry::Palette& palette) {
  std::vector<theme::LowContrast> lows = theme::low_contrasts(palette);
  const auto has = [](const theme::LowContrast& low, Color color) { return low.pair.text == color || low.pair.ground == color; };
  const auto given_at = [&](Color color) { return color_spans_[static_cast<std::size_t>(color)]; };
  while (true) {
    std::optional<Color> worst;
    std::ptrdiff_t most = 0;
    for (std::size_t i = 0; i < geometry::kColors; ++i) {
      const auto color = static_cast<Color>(i);
      const auto count = std::count_if(lows.begin(), lows.end(), [&](const auto& low) { return has(low, color); });
      if (!given_at(color).is_known() || count <= most) continue;
      worst = color;
      most = count;
    }
    if (!worst) return;
    std::string pairs, others;
    std::vector<DiagnosticNote> notes;
    for (const theme::LowContrast& low : lows) {
      if (!has(low, *worst)) continue;
      const Color other = low.pair.text == *worst ? low.pair.ground : low.pair.text;
      pairs += (pairs.empty() ? "" : ", ") + (pairs.empty() ? words_of(low) : short_words_of(low));
      const std::string is = fmt::format("{} is #{:06X}", name(other), hex(palette[other]));
      if (others.find(is) != std::string::npos) continue;
      others += (others.empty() ? "" : ", ") + is;
      if (given_at(other).is_known()) notes.push_back({given_at(other), fmt::format("{} is given here", name(other))});
    }
    Diagnostic fault = Diagnostic::error("theme/contrast", given_at(*worst), pairs + "; text needs 4.5 to 1");
    fault.notes = std::move(notes);
    fault.hints.push_back(fmt::format("{} is #{:06X}; move it away from the other{}: {}", name(*worst), hex(palette[*worst]), most > 1 ? "s" : "", others));
    reading_.report(std::move(fault));
    std::erase_if(lows, [&](const auto& low) { return has(low, *worst); });
  }
}

void ThemeReader::cover(const YamlNode& value) {
  if (const auto at = choice(value, {"full-bleed", "framed"})) theme_.cover = static_cast<theme::Cover>(*at);
}

std::optional<std::size_t> ThemeReader::choice(const YamlNode& value, const std::vector<std::string>& choices) {
  const std::string word = text(value, 80);
  if (word.empty()) return std::nullopt;
  const auto found = std::find(choices.begin(), choices.end(), word);
  if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
  fail(value.span, quoted(word) + " is no value of " + field_, nearest_hint(word, choices));
  return std::nullopt;
}

/// The value as one line; empty after an error.
std::string ThemeReader::text(const YamlNode& value, std::size_t longest) {
  const bool is_scalar = value.kind == YamlNode::Kind::scalar;
  if (!is_scalar || value.text.empty()) {
    fail(is_scalar || value.kind == YamlNode::Kind::null ? field_span_ : value.span,
         field_ + (is_scalar || value.kind == YamlNode::Kind::null ? " has no value" : " takes one text"), "write a text behind the colon, or take the field out");
    return {};
  }
  const std::string& line = value.content.text();
  if (count_code_points(line) > longest) {
    fail(value.span, fmt::format("{} has {} characters; at most {} find room", field_, count_code_points(line), longest), "shorten it");
    return {};
  }
  if (const auto mark = turning_mark_in(line)) {
    fail(value.span, fmt::format("{} holds U+{:04X}, which turns the direction of a text", field_, static_cast<std::uint32_t>(*mark)),
         "take it out; the direction follows from the letters");
    return {};
  }
  return line;
}

dataset::LocalText ThemeReader::local_text(const YamlNode& value, std::size_t longest) {
  dataset::LocalText out;
  if (value.kind != YamlNode::Kind::map) {
    std::string plain = text(value, longest);
    if (!plain.empty()) out.set("", std::move(plain));
    return out;
  }
  const std::string field = field_;
  for (const auto& entry : value.entries) {
    field_ = field + "." + entry.key;
    field_span_ = entry.key_span;
    if (!dataset::is_language_tag(entry.key)) fail(entry.key_span, quoted(entry.key) + " is no language tag", "write en or ko");
    std::string one = text(entry.value, longest);
    if (!one.empty()) out.set(dataset::canonical_language_tag(entry.key), std::move(one));
  }
  return out;
}

void ThemeReader::fonts(const YamlNode& value) {
  if (!is_map(value, "lines ROLE: {family: NAME, style: NAME, file: NAME}")) return;
  std::vector<std::string> known;
  for (const FaceRow& row : kFaces) known.emplace_back(row.key);
  known.emplace_back("fallbacks");
  for (const auto& entry : value.entries) {
    field_ = entry.key;
    field_span_ = entry.key_span;
    const auto row = std::find_if(std::begin(kFaces), std::end(kFaces), [&](const FaceRow& each) { return each.key == entry.key; });
    if (row != std::end(kFaces)) {
      if (auto named = font(entry.value, row->style)) theme_.fonts.faces[static_cast<std::size_t>(row->face)] = std::move(named);
    } else if (entry.key != "fallbacks") {
      unknown(entry, "fonts", known);
    } else if (entry.value.kind != YamlNode::Kind::list || entry.value.items.size() > kMostFallbacks) {
      fail(entry.key_span, fmt::format("fallbacks takes a list of at most {} fonts", kMostFallbacks), "write each as - {family: NAME, style: NAME, file: NAME}");
    } else {
      theme_.fonts.fallbacks.clear();
      for (const YamlNode& item : entry.value.items) {
        if (auto named = font(item, "Regular")) theme_.fonts.fallbacks.push_back(std::move(*named));
      }
    }
  }
}

std::optional<theme::FontName> ThemeReader::font(const YamlNode& value, const char* style) {
  const std::string role = field_;
  const SourceSpan role_span = field_span_;
  if (!is_map(value, "{family: NAME, style: NAME, file: NAME}")) return std::nullopt;
  theme::FontName out;
  out.style = style;
  out.span = value.span;
  for (const auto& entry : value.entries) {
    field_ = entry.key;
    field_span_ = entry.key_span;
    if (entry.key == "family") out.family = text(entry.value, 100);
    else if (entry.key == "style") out.style = text(entry.value, 100);
    else if (entry.key == "file") out.file = text(entry.value, 100);
    else unknown(entry, "a font", {"family", "style", "file"});
  }
  field_ = role;
  field_span_ = role_span;
  if (!out.family.empty() && !out.style.empty() && !out.file.empty() && out.file.find('/') == std::string::npos) return out;
  const bool is_path = out.file.find('/') != std::string::npos;
  fail(value.span, is_path ? quoted(out.file) + " is a path; a font is named by its file alone" : role + " needs family and file", "give the names that fc-list shows, and the file without its folder");
  return std::nullopt;
}

void ThemeReader::logos(const YamlNode& value) {
  if (value.kind != YamlNode::Kind::list || value.items.size() > kLogos)
    return fail(field_span_, fmt::format("logos takes a list of at most {}", kLogos), "write each as - file: NAME.png, with alt, place and height below it");
  theme_.logos.clear();
  for (const YamlNode& item : value.items) logo(item);
}

void ThemeReader::logo(const YamlNode& value) {
  field_ = "a logo";
  field_span_ = value.span;
  if (!is_map(value, "lines file, alt, place, and width or height")) return;
  theme::Logo out;
  std::optional<double> width, height;
  for (const auto& entry : value.entries) {
    field_ = entry.key;
    field_span_ = entry.key_span;
    if (entry.key == "file") out.image = image(entry.value);
    else if (entry.key == "alt") out.alt = local_text(entry.value, kLongestAlt);
    else if (entry.key == "width") width = points(entry.value, kMostWidth);
    else if (entry.key == "height") height = points(entry.value, kMostHeight);
    else if (entry.key != "place") unknown(entry, "a logo", {"file", "alt", "place", "width", "height"});
    else if (const auto at = choice(entry.value, {"cover", "running-head"})) out.place = static_cast<theme::Logo::Place>(*at);
  }
  const auto has = [&](std::string_view key) {
    return std::any_of(value.entries.begin(), value.entries.end(), [&](const auto& entry) { return entry.key == key; });
  };
  if (!has("file")) fail(value.span, "a logo needs a file", "add file: NAME.png");
  if (!has("alt")) fail(value.span, "a logo needs alt: what it shows, for those who do not see it", "add alt: and a few words");
  if (has("width") == has("height")) fail(value.span, "a logo takes width or height; the other follows from the picture", has("width") ? "take one of them out" : "add one of them, in points");
  if (!out.image || out.alt.empty() || (!width && !height)) return;
  const double ratio = static_cast<double>(out.image->width) / out.image->height;
  out.width = width.value_or(height.value_or(0) * ratio);
  out.height = height.value_or(out.width / ratio);
  if (out.width < 1 || out.width > kMostWidth || out.height < 1 || out.height > kMostHeight)
    return fail(value.span, fmt::format("the logo would be {:.0f} × {:.0f} points; at most {:.0f} × {:.0f} find room", out.width, out.height, kMostWidth, kMostHeight), has("width") ? "give a smaller width" : "give a smaller height");
  theme_.logos.push_back(std::move(out));
}

std::optional<double> ThemeReader::points(const YamlNode& value, double most) {
  const std::string word = text(value, 20);
  if (word.empty()) return std::nullopt;
  double out = 0;
  const char* end = word.data() + word.size();
  const bool is_number = std::from_chars(word.data(), end, out) == std::from_chars_result{end, std::errc()};
  if (is_number && out >= kLeastSide && out <= most) return out;
  fail(value.span, fmt::format("{} is no {}: expected {:.0f} to {:.0f} points", quoted(word), field_, kLeastSide, most), fmt::format("write a number alone, such as {}: 30", field_));
  return std::nullopt;
}

std::shared_ptr<const geometry::Raster> ThemeReader::image(const YamlNode& value) {
  const std::string name = text(value, 400);
  if (name.empty()) return nullptr;
  const auto path = normalised_path(name);
  if (!path) {
    reading_.error("theme/path", value.span, quoted(name) + " leaves the template's folder", "give a path below it, such as themes/logo.png");
    return nullptr;
  }
  auto loaded = reading_.loader(*path, value.span);
  if (!loaded) {
    reading_.report(loaded.take_diagnostics());
    return nullptr;
  }
  auto picture = theme::read_png(*loaded->text);
  if (!picture) {
    Diagnostics faults = picture.take_diagnostics();
    for (Diagnostic& each : faults) {
      each.span = value.span;
      each.message = quoted(name) + " " + each.message;
    }
    reading_.report(std::move(faults));
    return nullptr;
  }
  return std::make_shared<const geometry::Raster>(std::move(*picture));
}

}  // namespace

Result<theme::Theme> read_theme(const LocatedText& name, const Loader& loader) {
  Reading reading(loader);
  ThemeReader reader(reading, 0);
  theme::Theme out = reader.read(name);
  reader.check_contrast(out.palette);
  Diagnostics findings = reading.take_diagnostics();
  std::stable_sort(findings.begin(), findings.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.span.file, a.span.line, a.span.column) < std::tie(b.span.file, b.span.line, b.span.column);
  });
  if (has_errors(findings)) return findings;
  return Result<theme::Theme>(std::move(out), std::move(findings));
}

}  // namespace briefpack::templates

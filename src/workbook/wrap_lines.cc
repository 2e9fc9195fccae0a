#include "workbook/wrap_lines.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace briefpack::workbook {

namespace {

/// Advances of U+0020 to U+017F in hundredths of a digit's: of each character the widest among Calibri, Noto Sans and Liberation
/// Sans, since a reader without Calibri sees one of the others.
constexpr char32_t kFirst = 0x20, kLast = 0x17F;
constexpr std::array<unsigned char, kLast - kFirst + 1> kAdvances{
    50, 65, 80, 113, 100, 160, 135, 44, 60, 60, 99, 106, 50, 61, 50, 77, 100, 100, 100, 100,
    100, 100, 100, 100, 100, 100, 53, 53, 106, 106, 106, 100, 183, 120, 120, 130, 130, 120, 110, 140,
    130, 60, 90, 120, 100, 169, 133, 140, 120, 140, 130, 120, 110, 130, 120, 176, 120, 120, 110, 61,
    77, 61, 100, 100, 60, 100, 108, 90, 108, 100, 61, 108, 109, 46, 48, 94, 46, 164, 109, 106,
    108, 108, 73, 90, 67, 109, 90, 142, 93, 90, 90, 67, 97, 67, 106, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 50, 60, 100, 100, 100, 100, 97, 100, 102, 146, 67, 100,
    106, 60, 146, 100, 75, 100, 62, 62, 60, 109, 115, 60, 60, 62, 66, 100, 150, 150, 150, 110,
    120, 120, 120, 120, 120, 120, 180, 130, 120, 120, 120, 120, 60, 60, 60, 60, 130, 133, 140, 140,
    140, 140, 140, 106, 140, 130, 130, 130, 130, 120, 120, 111, 100, 100, 100, 100, 100, 100, 160, 90,
    100, 100, 100, 100, 50, 50, 50, 50, 106, 109, 106, 106, 106, 106, 106, 100, 110, 109, 109, 109,
    109, 90, 108, 90, 120, 100, 120, 100, 120, 100, 130, 90, 130, 90, 130, 90, 130, 90, 130, 111,
    130, 108, 120, 100, 120, 100, 120, 100, 120, 100, 120, 100, 140, 108, 140, 108, 140, 108, 140, 108,
    130, 109, 130, 109, 60, 50, 60, 50, 60, 50, 60, 46, 60, 50, 133, 91, 90, 46, 120, 94,
    94, 100, 46, 100, 46, 100, 53, 100, 61, 100, 46, 133, 109, 133, 109, 133, 109, 121, 133, 109,
    140, 106, 140, 106, 140, 106, 180, 170, 130, 73, 130, 73, 130, 73, 120, 90, 120, 90, 120, 90,
    120, 90, 110, 64, 110, 68, 110, 64, 130, 109, 130, 109, 130, 109, 130, 109, 130, 109, 130, 109,
    170, 138, 120, 90, 120, 110, 90, 110, 90, 110, 90, 57,
};

struct Range {
  char32_t first, last;
};

template <std::size_t count>
bool is_in(const Range (&ranges)[count], char32_t c) {
  return std::any_of(std::begin(ranges), std::end(ranges), [c](const Range& each) { return c >= each.first && c <= each.last; });
}

/// Marks above, below and around a letter, and invisible signs.
constexpr Range kNoWidth[] = {{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x05BF, 0x05C7}, {0x0610, 0x061A}, {0x064B, 0x065F},
                              {0x06D6, 0x06DC}, {0x0900, 0x0902}, {0x093C, 0x093C}, {0x0941, 0x0948}, {0x094D, 0x094D}, {0x0E31, 0x0E31},
                              {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x0EB4, 0x0EBC}, {0x0EC8, 0x0ECE}, {0x200B, 0x200F}, {0x202A, 0x202E},
                              {0x2060, 0x206F}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}};
/// An em wide: Hangul, kana, ideographs, full-width forms.
constexpr Range kFullWidth[] = {{0x1100, 0x11FF}, {0x2E80, 0xA4CF}, {0xA960, 0xA97F}, {0xAC00, 0xD7FF}, {0xF900, 0xFAFF}, {0xFE30, 0xFE4F}, {0xFF01, 0xFF60}, {0xFFE0, 0xFFE6}, {0x20000, 0x3FFFF}};
/// Scripts whose letters stand higher and lower than Latin ones.
constexpr Range kTall[] = {{0x0590, 0x0DFF}, {0x0E00, 0x0EFF}, {0x0F00, 0x109F}, {0x1200, 0x137F}, {0x1780, 0x17FF}, {0xFB50, 0xFDFF}, {0xFE70, 0xFEFC}};
/// Written without spaces, broken between words that only a dictionary knows.
constexpr Range kUnspaced[] = {{0x0E00, 0x0EFF}, {0x1000, 0x109F}, {0x1780, 0x17FF}};

/// In hundredths of a digit.
int width_of(char32_t c) {
  if (c >= kFirst && c <= kLast) return kAdvances[c - kFirst];
  if (c < kFirst || is_in(kNoWidth, c)) return 0;
  if (is_in(kFullWidth, c)) return 200;  // 1 em is 1.97 digits of Calibri
  if (c >= 0x1F000) return 270;          // emoji
  if (c >= 0x0391 && c <= 0x03A9) return 130;
  if (c >= 0x0400 && c <= 0x042F) return 150;
  if (c >= 0x0430 && c <= 0x045F) return 120;
  if (c == 0x2014 || c == 0x2015 || c == 0x2026 || c == 0x2030) return 180;
  if (c == 0x2018 || c == 0x2019 || c == 0x2022) return 70;
  if (c >= 0x2100 && c < 0x2E80) return 170;  // arrows and signs
  return is_in(kTall, c) ? 120 : 110;
}

/// The character at `at`, which moves behind it: at once for ASCII, of which most texts are.
char32_t next_character(std::string_view text, std::size_t& at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? text[at++] : next_code_point(text, at);
}

/// Greedily filled lines; `breaks_after` says after which characters other than spaces a line may end.
class Filling {
 public:
  explicit Filling(long width) : width_(width) {}

  void add(char32_t c) { word_ += width_of(c); }
  void space(char32_t c) {
    end_word();
    line_ += width_of(c);
  }
  void end_word() {
    if (line_ > 0 && line_ + word_ > width_) {
      ++lines_;
      line_ = 0;
    }
    // A word that is wider than the column is broken where the column ends.
    while (word_ > width_ && width_ > 0) {
      ++lines_;
      word_ -= width_;
    }
    line_ += word_;
    word_ = 0;
  }
  void line_feed() {
    end_word();
    ++lines_;
    line_ = 0;
  }
  int lines() {
    end_word();
    return lines_;
  }
  long word() const { return word_; }

 private:
  long width_, line_ = 0, word_ = 0;
  int lines_ = 1;
};

}  // namespace

double text_width(std::string_view text) {
  long widest = 0, width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    width = c == '\n' ? 0 : width + width_of(c);
    widest = std::max(widest, width);
  }
  return static_cast<double>(widest) / 100;
}

int wrapped_lines(std::string_view text, double width) {
  const auto room = static_cast<long>(width * 100);
  // A spreadsheet may break Korean at spaces only, or between any two syllables: neither always needs more lines.
  constexpr int kDictionaryWord = 600;
  Filling anywhere(room), at_spaces(room);
  const bool has_one_way = is_ascii(text);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    if (c == '\n') {
      anywhere.line_feed();
      at_spaces.line_feed();
    } else if (c == ' ' || c == 0x3000) {
      anywhere.space(c);
      at_spaces.space(c);
    } else if (has_one_way) {
      anywhere.add(c);
    } else {
      const bool is_hangul = c >= 0xAC00 && c <= 0xD7FF, is_full = is_in(kFullWidth, c), is_unspaced = is_in(kUnspaced, c);
      const bool ends_word = is_unspaced && anywhere.word() >= kDictionaryWord && width_of(c) > 0;
      if (is_full || ends_word) anywhere.end_word();
      if ((is_full && !is_hangul) || ends_word) at_spaces.end_word();
      anywhere.add(c);
      at_spaces.add(c);
    }
  }
  return has_one_way ? anywhere.lines() : std::max(anywhere.lines(), at_spaces.lines());
}

double line_height(std::string_view text) {
  double out = kLatinLine;
  if (is_ascii(text)) return out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c < 0x0590) continue;
    if (is_in(kTall, c)) return kTallLine;
    if (is_in(kFullWidth, c) || c >= 0x1F000) out = kFullLine;
  }
  return out;
}

}  // namespace briefpack::workbook

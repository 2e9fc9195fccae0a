#include "text/glyph_run.h"

#include <algorithm>
#include <utility>

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace briefpack::text {

namespace {

std::string shown_text(std::string_view source, bool right_to_left) {
  std::string shown;
  std::size_t count = 0;
  char32_t last = 0;
  for (std::size_t at = 0; at < source.size();) {
    const char32_t code = next_code_point(source, at);
    const bool is_ignorable =
        code >= 0xAD && u_hasBinaryProperty(static_cast<UChar32>(code), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
    if (is_ignorable && !(shown.empty() && at == source.size())) continue;
    append_utf8(shown, code);
    last = code;
    ++count;
  }
  if (right_to_left && count == 1) {
    shown.clear();
    append_utf8(shown, static_cast<char32_t>(u_charMirror(static_cast<UChar32>(last))));
  }
  return shown;
}

}  // namespace

std::vector<Cluster> clusters(const GlyphRun& run) {
  std::vector<Cluster> found;
  clusters(run, found);
  return found;
}

void clusters(const GlyphRun& run, std::vector<Cluster>& found) {
  found.resize(run.glyphs.size());
  std::size_t count = 0;
  std::size_t right_end = run.text.size();  // where the cluster to the left began, in a run from right to left
  for (std::size_t i = 0; i < run.glyphs.size();) {
    const std::uint32_t start = run.glyphs[i].cluster;
    Cluster& cluster = found[count++];
    cluster.first_glyph = i;
    while (i < run.glyphs.size() && run.glyphs[i].cluster == start)
      ++i;
    cluster.glyph_count = i - cluster.first_glyph;
    // The next cluster in logical order stands to the right, or to the left.
    const std::size_t next = i < run.glyphs.size() ? run.glyphs[i].cluster : run.text.size();
    const std::size_t end = run.right_to_left ? std::exchange(right_end, start) : next;
    const auto source = std::string_view(run.text).substr(start, end - start);
    if (source.size() == 1 && !run.right_to_left) cluster.text.assign(1, source.front());  // most
    else cluster.text = shown_text(source, run.right_to_left);
  }
  found.resize(count);
}

std::vector<RunPlace> as_read(const std::vector<GlyphRun>& runs) {
  std::vector<RunPlace> out;
  out.reserve(runs.size());
  double x = 0;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    out.push_back({i, x});
    x += runs[i].width;
  }
  const auto order = [&](const RunPlace& each) { return runs[each.run].order; };
  if (!std::ranges::is_sorted(out, {}, order)) std::ranges::stable_sort(out, {}, order);  // sorting takes memory
  return out;
}

}  // namespace briefpack::text

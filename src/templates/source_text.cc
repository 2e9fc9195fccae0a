#include "templates/source_text.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "base/utf8.h"

namespace briefpack::templates {

namespace {

constexpr std::size_t kStep = 256;

}  // namespace

SourceFile::SourceFile(std::string_view text, std::uint32_t number) : number_(number) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    lines_.push_back(text.substr(at, end - at));
    const bool is_pair = end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n';
    at = end + (is_pair ? 2 : 1);
  }
}

std::size_t SourceFile::code_points_before(std::uint32_t line, std::size_t byte) const {
  const std::string_view text = lines_[line - 1];
  if (byte <= kStep) return count_code_points(text.substr(0, byte));
  if (counted_line_ != line) {
    counted_line_ = line;
    counts_.clear();
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += kStep) {
      counts_.push_back(static_cast<std::uint32_t>(count));
      count += count_code_points(text.substr(at, kStep));
    }
  }
  const std::size_t step = std::min(byte / kStep, counts_.size() - 1);
  return counts_[step] + count_code_points(text.substr(step * kStep, byte - step * kStep));
}

SourceSpan SourceFile::span(std::uint32_t line, std::size_t begin, std::size_t end) const {
  if (line == 0 || line > lines_.size()) return SourceSpan{number_, line == 0 ? 1u : line, 1, 0};
  const std::string_view text = lines_[line - 1];
  begin = std::min(begin, text.size());
  end = std::clamp(end, begin, text.size());
  const std::size_t first = code_points_before(line, begin);
  const std::size_t length = count_code_points(text.substr(begin, end - begin));
  return SourceSpan{number_, line, static_cast<std::uint32_t>(first + 1), static_cast<std::uint32_t>(length)};
}

std::string View::joined() const {
  std::string out;
  std::size_t size = 0;
  for (const ViewLine& line : lines)
    size += line.text.size() + 1;
  out.reserve(size);
  for (const ViewLine& line : lines) {
    out += line.text;
    out += '\n';
  }
  return out;
}

View view_of(const SourceFile& file, std::size_t from_line) {
  View out;
  out.file = &file;
  for (std::size_t i = from_line; i < file.lines().size(); ++i) {
    out.lines.push_back({file.lines()[i], static_cast<std::uint32_t>(i + 1), 0});
  }
  return out;
}

Content Content::without_place(std::string text) {
  Content out(nullptr);
  out.text_ = std::move(text);
  return out;
}

void Content::append(std::string_view piece, std::uint32_t line, std::size_t byte) {
  pieces_.push_back({text_.size(), line, byte});
  text_ += piece;
}

void Content::append(const Content& more) {
  for (const Piece& piece : more.pieces_)
    pieces_.push_back({text_.size() + piece.at, piece.line, piece.byte});
  text_ += more.text_;
}

std::size_t Content::piece_at(std::size_t offset) const {
  const auto behind = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                                       [](std::size_t at, const Piece& piece) { return at < piece.at; });
  return behind == pieces_.begin() ? 0 : static_cast<std::size_t>(behind - pieces_.begin()) - 1;
}

SourceSpan Content::span(std::size_t begin, std::size_t end) const {
  if (!file_ || pieces_.empty()) return {};
  begin = std::min(begin, text_.size());
  end = std::clamp(end, begin, text_.size());
  const Piece& first = pieces_[piece_at(begin)];
  const std::size_t first_byte = first.byte + (begin - first.at);
  if (end == begin) return file_->span(first.line, first_byte, first_byte);
  // The end belongs to the piece of the last byte; of a span over several lines the first line's part is shown.
  std::size_t last = piece_at(end - 1);
  while (pieces_[last].line != first.line)
    --last;
  const std::size_t piece_end = last + 1 < pieces_.size() ? std::min(end, pieces_[last + 1].at) : end;
  return file_->span(first.line, first_byte, pieces_[last].byte + (piece_end - pieces_[last].at));
}

Content Content::slice(std::size_t begin, std::size_t end) const {
  assert(begin <= end && end <= text_.size());
  Content out(file_);
  out.text_ = text_.substr(begin, end - begin);
  if (pieces_.empty()) return out;
  for (std::size_t i = piece_at(begin); i < pieces_.size() && (pieces_[i].at < end || out.pieces_.empty()); ++i) {
    const Piece& piece = pieces_[i];
    if (piece.at >= begin)
      out.pieces_.push_back({piece.at - begin, piece.line, piece.byte});
    else
      out.pieces_.push_back({0, piece.line, piece.byte + (begin - piece.at)});
  }
  return out;
}

Content Content::trimmed() const {
  const std::size_t begin = std::min(text_.find_first_not_of(" \t\n"), text_.size());
  const std::size_t last = text_.find_last_not_of(" \t\n");
  return slice(begin, last == std::string::npos ? begin : std::max(begin, last + 1));
}

Content Content::with_text(std::string text) const {
  assert(text.size() == text_.size());
  Content out = *this;
  out.text_ = std::move(text);
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
    text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
    text.remove_suffix(1);
  return text;
}

std::size_t indent_of(std::string_view text) { return std::min(text.find_first_not_of(" \t"), text.size()); }

}  // namespace briefpack::templates

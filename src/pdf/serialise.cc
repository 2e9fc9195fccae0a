#include "pdf/serialise.h"

#include <iterator>
#include <vector>

#include <fmt/format.h>

#include "pdf/md5.h"
#include "pdf/pdf_syntax.h"

namespace briefpack::pdf {

namespace {

/// 1,000 pack 4 % better than 200; a viewer unpacks a whole stream, some 60 KB, for one object.
constexpr std::size_t kObjectsInStream = 1000;

/// A row of the cross-reference stream.
struct Entry {
  enum Kind : std::uint8_t { free = 0, at_offset = 1, in_stream = 2 } kind = free;
  std::uint64_t place = 0;  ///< Byte of the object, or number of its object stream.
  std::uint16_t index = 0;  ///< In that stream.
};

/// Appends the packed form of `objects` to `packed`; those that have no text are left out. All is deflated when it returns.
void pack(HaruDoc& doc, const std::vector<ObjectId>& objects, std::vector<PackedObjects>& packed) {
  const std::size_t known = packed.size();
  PackedObjects next;
  std::string head, bodies;
  const auto flush = [&] {
    if (next.numbers.empty()) return;
    next.head_size = head.size();
    next.deflated = head + bodies;  // in a moment
    packed.push_back(std::move(next));
    next = {};
    head.clear();
    bodies.clear();
  };
  for (const ObjectId id : objects) {
    const std::size_t begin = bodies.size();
    doc.append_text(bodies, id);
    if (bodies.size() == begin) continue;
    bodies += '\n';
    fmt::format_to(std::back_inserter(head), "{} {} ", id.number, begin);
    next.numbers.push_back(id.number);
    if (next.numbers.size() == kObjectsInStream) flush();
  }
  flush();
  std::vector<std::string*> texts;
  for (std::size_t i = known; i < packed.size(); ++i) texts.push_back(&packed[i].deflated);
  doc.finish_deflating(texts);
}

class Serialiser {
 public:
  explicit Serialiser(HaruDoc& doc) : doc_(doc), entries_(doc.object_end()) {}

  std::string make(std::vector<PackedObjects> packed) {
    // A comment of bytes above 127 tells transfer programs that the file is binary (ISO 19005-3, 6.1.2).
    out_ = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    pack(doc_, objects_outside(packed), packed);
    for (std::uint32_t number = 1; number < entries_.size(); ++number) {
      if (const HaruDoc::Stream* stream = doc_.stream_of({number})) write_stream(number, body_of({number}), *stream);
    }
    for (PackedObjects& each : packed)
      write_object_stream(std::move(each));
    write_cross_references();
    return std::move(out_);
  }

 private:
  /// What stands between the brackets of a dictionary.
  std::string body_of(ObjectId id) const {
    const std::string text = doc_.text_of(id);
    return text.substr(2, text.size() - 4);
  }

  /// Those that are neither a stream nor packed yet.
  std::vector<ObjectId> objects_outside(const std::vector<PackedObjects>& packed) const {
    std::vector<bool> done(entries_.size());
    for (const PackedObjects& each : packed) {
      for (const std::uint32_t number : each.numbers)
        done[number] = true;
    }
    std::vector<ObjectId> objects;
    for (std::uint32_t number = 1; number < entries_.size(); ++number) {
      if (!done[number] && !doc_.stream_of({number})) objects.push_back({number});
    }
    return objects;
  }

  void write_stream(std::uint32_t number, std::string_view body, const HaruDoc::Stream& stream) {
    entries_[number] = {Entry::at_offset, out_.size(), 0};
    out_ += fmt::format("{} 0 obj\n<<{}/Length {}{}>>\nstream\n", number, body, stream.bytes.size(),
                        stream.is_deflated ? "/Filter/FlateDecode" : "");
    out_ += stream.bytes;
    out_ += "\nendstream\nendobj\n";
  }

  /// A new number behind those of libharu.
  std::uint32_t append_entry() {
    entries_.emplace_back();
    return static_cast<std::uint32_t>(entries_.size() - 1);
  }

  void write_object_stream(PackedObjects packed) {
    const std::uint32_t number = append_entry();
    for (std::size_t i = 0; i < packed.numbers.size(); ++i) {
      entries_[packed.numbers[i]] = {Entry::in_stream, number, static_cast<std::uint16_t>(i)};
    }
    write_stream(number, fmt::format("/Type/ObjStm/N {}/First {}", packed.numbers.size(), packed.head_size),
                 {std::move(packed.deflated), true});
  }

  /// Rows of a kind, a place and an index, each less the row above (PNG's filter Up), which packs to almost nothing.
  std::string cross_reference_rows(std::size_t place_size) const {
    std::string rows, row, above(1 + place_size + 2, '\0');
    rows.reserve(entries_.size() * (above.size() + 1));
    for (const Entry& entry : entries_) {
      row.assign(1, static_cast<char>(entry.kind));
      for (std::size_t i = place_size; i-- > 0;)
        row += static_cast<char>(entry.place >> (8 * i) & 0xFF);
      row += static_cast<char>(entry.index >> 8);
      row += static_cast<char>(entry.index & 0xFF);
      constexpr char kFilterUp = 2;
      rows += kFilterUp;
      for (std::size_t i = 0; i < row.size(); ++i)
        rows += static_cast<char>(row[i] - above[i]);
      above.swap(row);
    }
    return rows;
  }

  void write_cross_references() {
    const std::uint32_t number = append_entry();
    const std::size_t at = out_.size();
    entries_[number] = {Entry::at_offset, at, 0};  // as write_stream sets it, but inside its own rows
    std::size_t place_size = 1;
    while (at >> (8 * place_size))
      ++place_size;
    std::string id;
    append_hex(id, md5(out_));
    const std::string body = fmt::format(
        "/Type/XRef/Size {}/W[1 {} 2]/Root {}/Info {}/ID[<{}><{}>]/DecodeParms<</Predictor 12/Columns {}>>",
        entries_.size(), place_size, doc_.catalog().reference(), doc_.info().reference(), id, id, 1 + place_size + 2);
    write_stream(number, body, {doc_.deflated(cross_reference_rows(place_size)), true});
    out_ += fmt::format("startxref\n{}\n%%EOF\n", at);
  }

  HaruDoc& doc_;
  std::vector<Entry> entries_;
  std::string out_;
};

}  // namespace

std::vector<PackedObjects> pack_objects(HaruDoc& doc) {
  std::vector<ObjectId> objects;
  for (std::uint32_t number = 1; number < doc.object_end(); ++number) {
    const ObjectId id{number};
    if (number != doc.catalog().number && !doc.stream_of(id)) objects.push_back(id);
  }
  std::vector<PackedObjects> packed;
  pack(doc, objects, packed);
  return packed;
}

std::string serialise(HaruDoc& doc, std::vector<PackedObjects> packed) {
  return Serialiser(doc).make(std::move(packed));
}

}  // namespace briefpack::pdf

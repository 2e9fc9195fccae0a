#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/background_work.h"
#include "geometry/geometry.h"
#include "pdf/pdf_syntax.h"

namespace briefpack::pdf {

/// A failure inside pdf/; write_pdf.cc turns it into a Diagnostic, so it does not leave the folder.
struct PdfError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Names an indirect object.
struct ObjectId {
  std::uint32_t number = 0;
  bool is_set() const { return number != 0; }
  /// "12 0 R"
  std::string reference() const { return std::to_string(number) + " 0 R"; }
  void append_reference(std::string& to) const {
    append_integer(to, number);
    to += " 0 R";
  }
};

/// The objects of one PDF, kept in a libharu document. libharu gives numbers, the catalog, the page tree and the pages'
/// resources; the bodies of all other dictionaries are text of ours, since libharu's own calls cannot write a structure
/// tree, attachments or metadata correctly (its faults are named where we avoid them).
///
/// libharu does not call its error handler for internal failures, and its errors are sticky: each call here looks at the
/// document's error number and throws PdfError. After that the document is only good for being destroyed.
class HaruDoc {
 public:
  /// A stream's bytes as they stand in the file.
  struct Stream {
    std::string bytes;
    bool is_deflated = false;
  };
  /// An opened page. Its entries are libharu's.
  struct Page {
    ObjectId object, contents;
    void* handle = nullptr;
  };

  /// Names a stream, with or without an object.
  struct StreamId {
    std::size_t index = 0;
  };

  /// `compression` is libdeflate's level, 1 to 12; `threads` is how many threads work, this one among them.
  explicit HaruDoc(int compression, unsigned threads = 1);
  HaruDoc(const HaruDoc&) = delete;
  HaruDoc& operator=(const HaruDoc&) = delete;
  ~HaruDoc();

  /// An empty indirect dictionary, for objects that refer to each other.
  ObjectId reserve();
  /// Sets what stands between `<<` and `>>`. REQUIRES: reserved, and filled once.
  void fill(ObjectId object, std::string body);
  ObjectId add(std::string body);
  /// Begins to deflate bytes, beside this thread, before there is an object for them. Those that would not become smaller stay.
  StreamId begin_stream(std::string bytes, bool deflate = true);
  /// `body` leaves out Length and Filter.
  ObjectId add_stream(std::string body, StreamId stream);
  ObjectId add_stream(std::string body, std::string bytes, bool deflate = true) {
    return add_stream(std::move(body), begin_stream(std::move(bytes), deflate));
  }

  Page add_page(geometry::Size size);
  /// The name by which the page's content calls `font`, entered into its resources at the first call.
  std::string font_name(const Page& page, ObjectId font);
  /// The name by which the page's content calls the image `object`, entered likewise.
  std::string image_name(const Page& page, ObjectId object);
  void set_contents(const Page& page, std::string bytes);
  /// Tab order by structure, the page's key in the parent tree, its annotations.
  void finish_page(const Page& page, std::uint32_t struct_parents, const std::vector<ObjectId>& annotations);

  ObjectId catalog() const;
  ObjectId info() const;
  /// Sets the document information, whole.
  void set_info(std::string_view body);
  /// Appends entries to the catalog; entries of libharu's own (Type, Pages) stay.
  void extend_catalog(std::string_view body);

  /// Objects are numbered from 1 up to, not including, this.
  std::uint32_t object_end() const;
  /// Appends the object's text without its stream; nothing when the number is not in use.
  void append_text(std::string& to, ObjectId object) const;
  std::string text_of(ObjectId object) const;
  /// The object's stream, null when it is none. Its bytes may be read after finish_deflating.
  const Stream* stream_of(ObjectId object) const;
  /// Deflates `texts` in place; all streams are deflated when it returns.
  void finish_deflating(std::span<std::string* const> texts);
  std::string deflated(std::string_view bytes) const;

  /// What is done beside this thread.
  BackgroundWork& background();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace briefpack::pdf

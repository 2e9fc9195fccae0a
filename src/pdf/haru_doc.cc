#include "pdf/haru_doc.h"

#include <cassert>
#include <deque>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>
#include <hpdf.h>
extern "C" {  // what hpdf.h leaves out; installed beside it
#include <hpdf_catalog.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>
}

#include "pdf/deflate.h"

namespace briefpack::pdf {

namespace {

/// The flag bits of libharu's object numbers.
constexpr HPDF_UINT32 kNumberBits = 0x00FFFFFF;
/// Pages in one node of the page tree. A flat tree ends at 32,767 pages (libharu's longest array).
constexpr HPDF_UINT kPagesInNode = 64;

void ignore_error(HPDF_STATUS, HPDF_STATUS, void*) noexcept {}

HPDF_STATUS write_body(HPDF_Dict dict, HPDF_Stream stream) {
  const auto* body = static_cast<const std::string*>(dict->attr);
  return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(body->data()),
                           static_cast<HPDF_UINT>(body->size()));
}

HPDF_STATUS append_to_string(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
  static_cast<std::string*>(stream->attr)->append(reinterpret_cast<const char*>(bytes), size);
  return HPDF_OK;
}

bool is_dict(const void* object) {
  return (static_cast<const HPDF_Obj_Header*>(object)->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT;
}

}  // namespace

class HaruDoc::Impl {
 public:
  Impl(int at_level, unsigned threads) : level(at_level), doc_(HPDF_New(&ignore_error, nullptr)), background(threads) {
    if (!doc_) throw PdfError("libharu cannot make a document");
    writer_ = need(HPDF_CallbackWriter_New(doc_->mmgr, &append_to_string, &text_), "a writer");
    HPDF_SetPagesConfiguration(doc_, kPagesInNode);
    // libharu names itself as the producer; ours stands in the metadata too, and both must agree.
    HPDF_Dict_RemoveElement(doc_->info, "Producer");
    check("a document");
    for (HPDF_Dict each : {doc_->catalog, doc_->info})
      set_body(each, "");
  }
  ~Impl() {
    HPDF_Stream_Free(writer_);
    HPDF_Free(doc_);
  }

  HPDF_Doc doc() const { return doc_; }

  /// Throws when libharu noted an error, in whatever call.
  void check(const char* what) const {
    if (doc_->error.error_no == HPDF_OK) return;
    throw PdfError(fmt::format("{} goes beyond what libharu holds (error 0x{:04X})", what, doc_->error.error_no));
  }

  template <typename T>
  T* need(T* made, const char* what) const {
    check(what);
    if (!made) throw PdfError(fmt::format("libharu cannot make {}", what));
    return made;
  }

  static ObjectId id_of(const void* object) {
    return {static_cast<const HPDF_Obj_Header*>(object)->obj_id & kNumberBits};
  }

  void* object(ObjectId id) const {
    auto* entry = static_cast<HPDF_XrefEntry>(HPDF_List_ItemAt(doc_->xref->entries, id.number));
    return entry ? entry->obj : nullptr;
  }
  HPDF_Dict dict(ObjectId id) const {
    void* found = object(id);
    assert(found && is_dict(found));
    return static_cast<HPDF_Dict>(found);
  }

  HPDF_Dict new_dict() {
    HPDF_Dict made = need(HPDF_Dict_New(doc_->mmgr), "a dictionary");
    HPDF_Xref_Add(doc_->xref, made);  // before anything refers to it: a later one would be kept as a direct object
    check("the number of objects");
    return made;
  }

  std::string& set_body(HPDF_Dict dict, std::string body) {
    assert(!dict->attr && !dict->write_fn);
    bodies_.push_back(std::move(body));
    dict->attr = &bodies_.back();
    dict->write_fn = &write_body;
    return bodies_.back();
  }

  /// The text of a dictionary that has nothing else; libharu would take ten times as long to hand it over.
  static const std::string* own_body(const void* object) {
    if (!is_dict(object)) return nullptr;
    const auto* dict = static_cast<HPDF_Dict>(const_cast<void*>(object));
    return dict->write_fn == &write_body && dict->list->count == 0 && !dict->stream ? static_cast<const std::string*>(dict->attr) : nullptr;
  }

  std::string text_of(void* value) {
    text_.clear();
    if (HPDF_Obj_WriteValue(value, writer_, nullptr) != HPDF_OK) check("an object");
    return std::move(text_);
  }

  int level;
  std::deque<Stream> streams;  ///< A deque, as the background works on some while others come.
  /// By object number; looked up only, never walked through.
  std::unordered_map<std::uint32_t, const Stream*> stream_of;
  /// Objects that libharu made and we do not write: the lengths of its own streams.
  std::unordered_set<std::uint32_t> unused;

 private:
  HPDF_Doc doc_;
  HPDF_Stream writer_ = nullptr;
  std::string text_;
  std::deque<std::string> bodies_;  ///< The dictionaries point into it.

 public:
  BackgroundWork background;  ///< Last, so that it ends before what it works on.
};

HaruDoc::HaruDoc(int compression, unsigned threads) : impl_(std::make_unique<Impl>(compression, threads)) {}
HaruDoc::~HaruDoc() = default;

ObjectId HaruDoc::reserve() { return Impl::id_of(impl_->new_dict()); }

void HaruDoc::fill(ObjectId object, std::string body) { impl_->set_body(impl_->dict(object), std::move(body)); }

ObjectId HaruDoc::add(std::string body) {
  const ObjectId made = reserve();
  fill(made, std::move(body));
  return made;
}

HaruDoc::StreamId HaruDoc::begin_stream(std::string bytes, bool deflate) {
  Stream& stream = impl_->streams.emplace_back(Stream{std::move(bytes), false});
  if (deflate) {
    impl_->background.add([&stream, level = impl_->level] {
      std::string smaller = pdf::deflated(stream.bytes, level);
      if (smaller.size() < stream.bytes.size()) stream = {std::move(smaller), true};
    });
  }
  return {impl_->streams.size() - 1};
}

ObjectId HaruDoc::add_stream(std::string body, StreamId stream) {
  const ObjectId made = add(std::move(body));
  impl_->stream_of[made.number] = &impl_->streams[stream.index];
  return made;
}

HaruDoc::Page HaruDoc::add_page(geometry::Size size) {
  HPDF_Page page = impl_->need(HPDF_AddPage(impl_->doc()), "a page");
  HPDF_Page_SetWidth(page, static_cast<HPDF_REAL>(size.width));
  HPDF_Page_SetHeight(page, static_cast<HPDF_REAL>(size.height));
  HPDF_Dict contents = static_cast<HPDF_PageAttr>(page->attr)->contents;
  impl_->unused.insert(Impl::id_of(HPDF_Dict_GetItem(contents, "Length", HPDF_OCLASS_NUMBER)).number);
  HPDF_Dict_RemoveElement(contents, "Length");
  impl_->check("the size of a page");
  return {Impl::id_of(page), Impl::id_of(contents), page};
}

std::string HaruDoc::font_name(const Page& page, ObjectId font) {
  // libharu accepts any indirect dictionary here and counts the names per page.
  const char* name = HPDF_Page_GetLocalFontName(static_cast<HPDF_Page>(page.handle), impl_->dict(font));
  return impl_->need(name, "a font of a page");
}

std::string HaruDoc::image_name(const Page& page, ObjectId object) {
  const char* name = HPDF_Page_GetXObjectName(static_cast<HPDF_Page>(page.handle), impl_->dict(object));
  return impl_->need(name, "an image of a page");
}

void HaruDoc::set_contents(const Page& page, std::string bytes) {
  impl_->stream_of[page.contents.number] = &impl_->streams[begin_stream(std::move(bytes)).index];
}

void HaruDoc::finish_page(const Page& page, std::uint32_t struct_parents, const std::vector<ObjectId>& annotations) {
  auto* dict = static_cast<HPDF_Page>(page.handle);
  HPDF_Dict_AddName(dict, "Tabs", "S");
  HPDF_Dict_AddNumber(dict, "StructParents", static_cast<HPDF_INT32>(struct_parents));
  if (!annotations.empty()) {
    HPDF_Array array = impl_->need(HPDF_Array_New(impl_->doc()->mmgr), "an array");
    HPDF_Dict_Add(dict, "Annots", array);
    for (const ObjectId each : annotations)
      HPDF_Array_Add(array, impl_->dict(each));
  }
  impl_->check("the links of a page");
}

ObjectId HaruDoc::catalog() const { return Impl::id_of(impl_->doc()->catalog); }
ObjectId HaruDoc::info() const { return Impl::id_of(impl_->doc()->info); }

void HaruDoc::set_info(std::string_view body) { *static_cast<std::string*>(impl_->doc()->info->attr) = body; }

void HaruDoc::extend_catalog(std::string_view body) { *static_cast<std::string*>(impl_->doc()->catalog->attr) += body; }

std::uint32_t HaruDoc::object_end() const { return impl_->doc()->xref->entries->count; }

std::string HaruDoc::text_of(ObjectId id) const {
  std::string text;
  append_text(text, id);
  return text;
}

void HaruDoc::append_text(std::string& to, ObjectId id) const {
  void* object = impl_->object(id);
  if (!object || impl_->unused.contains(id.number)) return;
  if (const std::string* body = impl_->own_body(object)) {
    to += "<<\n";
    to += *body;
    to += ">>";
    return;
  }
  if (!is_dict(object) || !static_cast<HPDF_Dict>(object)->stream) {
    to += impl_->text_of(object);
    return;
  }
  // The contents of a page: the bytes are ours, so libharu shall see a plain dictionary.
  auto* dict = static_cast<HPDF_Dict>(object);
  HPDF_Stream kept = dict->stream;
  dict->stream = nullptr;
  to += impl_->text_of(dict);
  dict->stream = kept;
}

const HaruDoc::Stream* HaruDoc::stream_of(ObjectId object) const {
  const auto found = impl_->stream_of.find(object.number);
  return found == impl_->stream_of.end() ? nullptr : found->second;
}

void HaruDoc::finish_deflating(std::span<std::string* const> texts) {
  for (std::string* text : texts) impl_->background.add_first([this, text] { *text = deflated(*text); });
  impl_->background.finish();
}

BackgroundWork& HaruDoc::background() { return impl_->background; }

std::string HaruDoc::deflated(std::string_view bytes) const { return pdf::deflated(bytes, impl_->level); }

}  // namespace briefpack::pdf

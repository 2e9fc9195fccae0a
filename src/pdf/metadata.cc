#include "pdf/metadata.h"

#include <fmt/format.h>

#include "base/utf8.h"
#include "pdf/icc_profile.h"
#include "pdf/pdf_syntax.h"

namespace briefpack::pdf {

namespace {

/// Text inside an XML element; control characters, which XML 1.0 cannot hold, are left out.
std::string xml_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    switch (code) {
      case U'&':
        out += "&amp;";
        break;
      case U'<':
        out += "&lt;";
        break;
      case U'>':
        out += "&gt;";
        break;
      default:
        if (code >= 0x20 && code != 0xFFFE && code != 0xFFFF) append_utf8(out, code);
    }
  }
  return out;
}

/// A schema outside PDF/A's own list has to be described (ISO 19005-3, 6.6.2.3.3).
constexpr std::string_view kUaSchema =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
    "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
    "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n";

std::string description(std::string_view prefix, std::string_view uri, std::string_view properties) {
  return fmt::format("<rdf:Description rdf:about=\"\" xmlns:{}=\"{}\">{}</rdf:Description>\n", prefix, uri, properties);
}

std::string in_default_language(std::string_view property, const std::string& text) {
  if (text.empty()) return {};
  return fmt::format("<{0}><rdf:Alt><rdf:li xml:lang=\"x-default\">{1}</rdf:li></rdf:Alt></{0}>", property,
                     xml_text(text));
}

std::string element(std::string_view property, const std::string& text) {
  return text.empty() ? std::string() : fmt::format("<{0}>{1}</{0}>", property, xml_text(text));
}

std::string dublin_core(const page::DocumentInfo& info) {
  std::string out = "<dc:format>application/pdf</dc:format>";
  out += in_default_language("dc:title", info.title);
  if (!info.author.empty())
    out += fmt::format("<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>", xml_text(info.author));
  out += in_default_language("dc:description", info.subject);
  return out + fmt::format("<dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>", xml_text(info.lang));
}

/// The information dictionary. PDF/A asks that it says the same as the XMP packet.
std::string info_body(const page::DocumentInfo& info, const std::string& producer) {
  std::string out = "/Title" + text_string(info.title);
  if (!info.author.empty()) out += "/Author" + text_string(info.author);
  if (!info.subject.empty()) out += "/Subject" + text_string(info.subject);
  if (!info.keywords.empty()) out += "/Keywords" + text_string(info.keywords);
  const std::string date = byte_string(pdf_date(info.date));
  return out + "/Creator" + text_string(producer) + "/Producer" + text_string(producer) + "/CreationDate" + date +
         "/ModDate" + date;
}

ObjectId write_output_intent(HaruDoc& doc) {
  const ObjectId profile = doc.add_stream("/N 3", srgb_profile());
  return doc.add(
      "/Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile " +
      profile.reference());
}

}  // namespace

std::string xmp_packet(const page::DocumentInfo& info, const std::string& producer) {
  const std::string date = iso_date(info.date);
  std::string out =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n";
  out += description("dc", "http://purl.org/dc/elements/1.1/", dublin_core(info));
  out += description(
      "xmp", "http://ns.adobe.com/xap/1.0/",
      element("xmp:CreateDate", date) + element("xmp:ModifyDate", date) + element("xmp:CreatorTool", producer));
  out += description("pdf", "http://ns.adobe.com/pdf/1.3/",
                     element("pdf:Keywords", info.keywords) + element("pdf:Producer", producer));
  out += description("pdfaid", "http://www.aiim.org/pdfa/ns/id/",
                     "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>");
  out += description("pdfuaid", "http://www.aiim.org/pdfua/ns/id/", "<pdfuaid:part>1</pdfuaid:part>");
  out += kUaSchema;
  return out + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

void write_metadata(const page::DocumentInfo& info, const std::string& producer, HaruDoc& doc) {
  doc.set_info(info_body(info, producer));
  // Unpacked, so that programs that know no PDF find it (ISO 19005-3, 6.6.2.1).
  const ObjectId packet = doc.add_stream("/Type/Metadata/Subtype/XML", xmp_packet(info, producer), false);
  doc.extend_catalog(fmt::format(
      "/Metadata {}/OutputIntents[{}]/Lang{}/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>",
      packet.reference(), write_output_intent(doc).reference(), byte_string(info.lang)));
}

}  // namespace briefpack::pdf

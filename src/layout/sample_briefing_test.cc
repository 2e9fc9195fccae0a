#include "layout/sample_parts.h"

#include <utility>

// Words and figures of the reference pages, so that pages can be laid beside them. They serve to judge layout only:
// some of these figures are withheld in the real briefing.
namespace briefpack::layout::sample {

using namespace document;

namespace {

void add_notes(Sample& sample) {
  sample.note("S1", ", para. 2. SK Telecom chief executive, SK AI Summit; undated.");
  sample.note("S1", ", Key Metrics row 2. Given to China, no origin cited; see D1.");
  sample.note("S2", ", headline. Given to Meta, which the body never names; see D1.");
  sample.note("S1", ", “France” section, para. 1. Index, years not named.");
  sample.note("S3", ", Song, first answer. Enrolment in 2024 alone; lower bound.");
  sample.note("S4", ", para. 2. Several plans together; lower bound, no period.");
  sample.note("S1", ", para. 2. Company totals, not country totals; undated.");
  sample.note("Own calculation", ", 100,000 ÷ 2,000. A company against a country.");
  sample.note("S1", ", Key Metrics row 4. Index and list length not named.");
  sample.note("S5", ", para. 6. Filed 2010–2021; about 77% on machine learning.");
  sample.note("S3", ", Song, first answer. Since the 2018 action plan; lower bound.");
  sample.note("S5", ", para. 4. From over 200 institutions; lower bound.");
  sample.note("S5", ", para. 4. AI Innovation Hub; “up to”, first investment.");
  sample.note("S1", ", para. 1. BCG AI Maturity Matrix; edition not stated.");
  sample.note("S1", ", para. 1. BCG AI Maturity Matrix; five leading countries named.");
  sample.note("S1", ", Key Metrics row 1. Table against list in para. 1; see D2.");
  sample.note("S1", ", “China” section, para. 1. Applications; period not stated.");
  sample.note("S1", ", “Trap” section, para. 2. Edition not stated.");
  sample.note("S1", ", “Trap” section, para. 2. Of 38; year not stated.");
  sample.note("S1", ", Key Metrics row 2. Printed “N/A”, read as not found.");
  sample.note("S5", ", para. 3. AI scale-ups in the hundreds; not counted.");
  sample.note("S1", ", “China” section, para. 1. Year, definition not stated.");
  sample.note("S1", ", “China” section, para. 1. About KRW 100 tn; undated.");
  sample.note(
      "S1",
      ", “China” section, para. 1. View of NAVER Cloud’s AI centre head; the 100-point country is not named, read as "
      "the US.");
  sample.note("Own calculation", ", 35,000 ÷ 2,000. A company against a country.");
  sample.note("S5", ", para. 2. 100 tasks, nine sub-strategies; budget not stated.");
  sample.note("S4", ", para. 3. Named as a constraint; date and scope not stated.");
}

Block legend_of_marks(Sample& sample) {
  using Swatch = Legend::Swatch;
  Legend legend;
  const auto item = [&](Swatch swatch, std::string sign, std::string_view text) {
    Legend::Item entry;
    entry.swatch = swatch;
    entry.sign = std::move(sign);
    entry.text = sample.in(text);
    legend.items.push_back(std::move(entry));
  };
  item(Swatch::mark, "12", "source note at the foot of the page");
  item(Swatch::tag, "D1", "disputed: sources conflict, entry on page @compute@");
  item(Swatch::text, "..", "no figure found in the sources");
  item(Swatch::text, "n/a", "the measure cannot apply");
  Box box;
  box.heading = sample.in("How to read the marks");
  box.body.push_back(block(std::move(legend)));
  return block(std::move(box));
}

Section cover(Sample& sample) {
  Section section = section_of(sample, "cover", "Cover");
  section.variant = Section::Variant::cover;
  section.unit_name = "AI Policy Evidence Unit";
  section.issue_line = "Monthly briefing · Issue 2026/11";
  section.band_title = sample.in("AI compute, talent, rankings and policy actions");
  section.period_line = sample.in("Country comparison, November 2026");
  section.sub_line = sample.in(
      "Korea and six comparators · Data cut-off 20 November 2026 · Five supplied sources, of which four are "
      "independent");
  KeyFigures strip;
  const auto figure = [&](std::string_view text, std::string_view caption) {
    strip.items.push_back({sample.in(text), sample.in(caption)});
  };
  figure("{2,000}^1^", "H100 GPUs stated for Korea as a whole");
  figure("{350,000}^2,3^", "H100 GPUs given to China in a table, to Meta in the headline <D1>");
  figure("{13th} -> {5th}^4^", "France’s move in an unnamed AI ranking in one year");
  figure("{> |40,000|}^5^", "AI undergraduates enrolled in China in 2024");
  figure("{> USD |150| bn}^6^", "public AI funding reported for China");
  section.body.push_back(block(std::move(strip)));

  KeyMessages messages;
  for (const char* message :
       {"*Korea’s declared compute is small next to single companies.* The only national count in our sources is "
        "{2,000} H100 "
        "GPUs^1^. xAI alone is put at {100,000}^7^, {fifty times} as many^8^.",
        "*The largest compute figure cannot yet be used.* One page gives {350,000} H100 GPUs to China in its table and "
        "to Meta in "
        "its headline^2,3^ <D1>. We show both, rank neither and withdraw the gap.",
        "*France climbed eight places, on an unnamed index.* It went from {13th} to {5th} within a year^4^; the same "
        "page places "
        "China {2nd} and Korea {35th}^9^. Korea stands {3rd} in AI patents^10^, so its place depends on the measure.",
        "*Talent figures describe different stages and do not line up.* China reports {over 500} AI departments^11^; "
        "Korea reports "
        "{over 630} researchers in state projects^12^. No stage has a national figure for both.",
        "*Policy money is not comparable either.* More than {USD 150 bn} covers several Chinese plans^6^; {USD 35 m} "
        "is the first "
        "outlay on one Korean centre^13^."}) {
    messages.items.push_back(sample.in(message));
  }
  Contents contents;
  contents.heading = sample.in("Contents");
  contents.entries = {{"Scorecard", "scorecard", {}},
                      {"Compute", "compute", {}},
                      {"Policy actions", "policy", {}},
                      {"Sources and conventions", "sources", {}},
                      {"Korean summary · 국문 요약", "summary", {}}};
  Columns columns;
  columns.widths = {8, 4};
  columns.columns = {
      {sample.heading("Key messages"), block(std::move(messages))},
      {block(std::move(contents)), legend_of_marks(sample), sample.heading("This issue in numbers", 3, true),
       pairs(sample, {"Scorecard cells found|| **{27 of 95}", "Open disputes|| **{3}", "Changes since October|| **{9}",
                      "Source notes|| **{39}"})}};
  section.body.push_back(block(std::move(columns)));
  return section;
}

Block shading_legend(Sample& sample) {
  using Swatch = Legend::Swatch;
  Legend legend;
  legend.is_row = true;
  const auto item = [&](Swatch swatch, std::string_view text, std::string sign = "") {
    Legend::Item entry;
    entry.swatch = swatch;
    entry.sign = std::move(sign);
    entry.text = sample.in(text);
    legend.items.push_back(std::move(entry));
  };
  item(Swatch::band1, "1st–5th place, or leading tier");
  item(Swatch::band2, "6th–20th place, or second tier");
  item(Swatch::band3, "21st or lower, or third tier");
  item(Swatch::unshaded, "not shaded: no ranking or too few values");
  item(Swatch::disputed, "disputed, never ranked");
  item(Swatch::text, "not found", "..");
  return block(std::move(legend));
}

Section scorecard(Sample& sample) {
  Section section = section_of(sample, "scorecard", "Scorecard");
  section.headline = sample.in("Korea and China are documented; the others barely are");
  section.standfirst = sample.in(
      "{27} of the {95} cells that could hold a figure do. {3} of those {27} are disputed. Read along a row; columns "
      "are never "
      "summed.");
  section.notes_line =
      "China and Singapore are not OECD members, so OECD productivity cannot apply. The United States is the reference "
      "for the "
      "expert score. Sources in full: page 8.";
  Table table;
  table.style = TableStyle::scorecard;
  table.columns = {column(sample, "Measure, unit"), column(sample, "Korea", Align::center, 0, true)};
  for (const char* name : {"China", "United States", "France", "Canada", "Singapore", "United Kingdom"}) {
    table.columns.push_back(column(sample, name, Align::center));
  }
  table.columns.push_back(column(sample, "Found", Align::right));
  const auto group = [&](std::string_view name) {
    table.rows.push_back(sample.row(name));
    table.rows.back().kind = Row::Kind::group;
  };
  const auto measure = [&](std::string_view cells) { table.rows.push_back(sample.row(cells)); };
  group("Rankings");
  measure(
      "AI maturity tier¦BCG matrix; tier|| =2 {Tier 2}^14^|| =1 {Leading}^15^|| =1 {Leading}^15^|| =! "
      "{Leading}^16^<D2>|| "
      "=1 {Leading}^15^|| =1 {Leading}^15^|| =1 {Leading}^15^|| {7 of 7}");
  measure(
      "Global AI ranking¦index not named; place|| =3 {35th}^9^|| =1 {2nd}^9^|| ..|| =1 {5th}^9^|| ..|| ..|| ..|| {3 of "
      "7}");
  measure("AI patents¦place; scopes differ|| =1 {3rd}^10^|| =1 {2nd}^17^|| ..|| ..|| ..|| ..|| ..|| {2 of 7}");
  measure("Manufacturing competitiveness¦UNIDO; place|| =1 {4th}^18^|| ..|| ..|| ..|| ..|| ..|| ..|| {1 of 7}");
  measure("Labour productivity¦OECD; place of 38|| =3 {33rd}^19^|| n/a|| ..|| ..|| ..|| n/a|| ..|| {1 of 5}");
  group("Compute");
  measure(
      "H100 GPUs¦units, whole country|| **{2,000}^1^|| =! {350,000}^2^<D1>|| ..|| ~..~^20^|| ..|| ..|| ..|| {2 of 7}");
  measure("State research compute¦petaFLOPS|| **{up to 35}^13^|| ..|| ..|| ..|| ..|| ..|| ..|| {1 of 7}");
  group("Industry");
  measure("AI companies¦number|| **{hundreds}^21^|| **{4,300}^22^|| ..|| ..|| ..|| ..|| ..|| {2 of 7}");
  measure("AI industry size¦CNY bn|| ..|| **{500}^23^|| ..|| ..|| ..|| ..|| ..|| {1 of 7}");
  group("Talent");
  measure("University AI departments¦number since 2018|| ..|| **{> 500}^11^|| ..|| ..|| ..|| ..|| ..|| {1 of 7}");
  measure("AI undergraduate enrolment¦persons, 2024|| ..|| **{> 40,000}^5^|| ..|| ..|| ..|| ..|| ..|| {1 of 7}");
  measure("State-project researchers¦persons, 2024|| **{> 630}^12^|| ..|| ..|| ..|| ..|| ..|| ..|| {1 of 7}");
  group("Capability and money");
  measure(
      "Expert score¦points, reference = 100|| **{30}^24^|| =! {50–54}^24^<D3>|| n/a|| ..|| ..|| ..|| ..|| {2 of 6}");
  measure("Public AI funding¦USD bn; scopes differ|| **{0.035}^13^|| **{> 150}^6^|| ..|| ..|| ..|| ..|| ..|| {2 of 7}");
  table.rows.push_back(sample.row(
      "Measures found|| {11 of 14}|| {10 of 13}|| {1 of 13}|| {2 of 14}|| {1 of 14}|| {1 of 13}|| {1 of 14}|| "));
  table.rows.back().kind = Row::Kind::total;
  section.body.push_back(block(table_exhibit(sample, 1, "Fourteen measures, seven countries",
                                             "Latest value found up to the cut-off date. Shading follows the published "
                                             "place or tier and darkens towards the top; the "
                                             "printed value always carries the meaning.",
                                             std::move(table))));
  section.body.push_back(shading_legend(sample));
  return section;
}

}  // namespace

Document briefing() {
  Sample sample;
  sample.document.title = "AI compute, talent, rankings and policy actions";
  sample.document.author = "AI Policy Evidence Unit";
  add_notes(sample);
  sample.dispute("D1", "dispute:D1");
  sample.dispute("D2", "");
  sample.dispute("D3", "");
  sample.document.sections.push_back(cover(sample));
  sample.document.sections.push_back(scorecard(sample));
  sample.document.sections.push_back(compute(sample));
  sample.document.sections.push_back(policy(sample));
  sample.document.sections.push_back(sources(sample));
  sample.document.sections.push_back(korean(sample));
  return std::move(sample.document);
}

}  // namespace briefpack::layout::sample

#include <utility>

#include "layout/sample_document.h"

// Words and figures of the reference pages, so that pages can be laid beside them. They serve to judge layout only:
// some of these figures are withheld in the real briefing.
namespace briefpack::layout::sample {

using namespace document;

namespace {

template <typename T>
Block block(T content) {
  return Block{std::move(content)};
}

Section section_of(Sample& sample, std::string label, std::string title) {
  Section section;
  section.lang = "en";
  section.label = std::move(label);
  section.title = std::move(title);
  section.running_title = "AI Country Briefing";
  section.running_period = "November 2026";
  section.footer = "AI Policy Evidence Unit · Issue 2026/11 · Data cut-off 20 November 2026";
  section.notes_line =
      "Sources in full, with publisher, title, date and link: page 8. Note numbers match the Notes sheet of the "
      "workbook.";
  section.page_of = "Page {page} of {pages}";
  section.kicker = sample.in(section.title);
  return section;
}

Exhibit table_exhibit(Sample& sample, std::uint32_t number, std::string_view title, std::string_view subtitle,
                      Table table) {
  Exhibit exhibit;
  exhibit.is_table = true;
  exhibit.number = number;
  exhibit.number_text = "Table " + std::to_string(number);
  exhibit.label = "tab-" + std::to_string(number);
  exhibit.title = sample.in(title);
  exhibit.subtitle = sample.in(subtitle);
  exhibit.content = std::move(table);
  return exhibit;
}

TableColumn column(Sample& sample, std::string_view head, Align align = Align::left, double width = 0,
                   bool focus = false) {
  TableColumn column;
  column.head = sample.in(head);
  column.align = align;
  column.width = width;
  column.is_focus = focus;
  return column;
}

Block pairs(Sample& sample, const std::vector<std::string_view>& rows) {
  Table table;
  table.style = TableStyle::pairs;
  table.has_head = false;
  table.columns = {column(sample, ""), column(sample, "", Align::right)};
  for (const auto& row : rows)
    table.rows.push_back(sample.row(row));
  Exhibit exhibit;
  exhibit.is_table = true;
  exhibit.content = std::move(table);
  return block(std::move(exhibit));
}

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

ChartSpec paired_chart(bool is_korean) {
  ChartSpec chart;
  chart.mark = Mark::paired;
  chart.lang = is_korean ? "ko" : "en";
  chart.axis_scale = 0.001;
  chart.panel_a = is_korean ? "A  길이: 0에서 시작하는 선형 축" : "A  Length: linear scale from zero";
  chart.panel_b = is_korean ? "B  위치: 로그 축, 한 칸 = 10배" : "B  Position: log scale, one line = ×10";
  chart.multiple_head = is_korean ? "한국 대비" : "× Korea";
  chart.withdrawn_text = is_korean ? "산출 보류" : "withdrawn";
  const auto row = [&](std::string label, std::string sub, double number, std::string text, NoteIndex note,
                       Holder holder) {
    ChartRow it;
    it.label = std::move(label);
    it.sublabel = std::move(sub);
    it.holder = holder;
    ChartValue value;
    value.number = number;
    value.label = std::move(text);
    value.figure = 0;
    value.notes = {note};
    it.values.push_back(std::move(value));
    chart.rows.push_back(std::move(it));
  };
  row(is_korean ? "중국" : "China", is_korean ? "표의 기재" : "according to the table", 350000, "350,000", 1,
      Holder::country);
  row(is_korean ? "메타" : "Meta", is_korean ? "제목의 기재" : "according to the headline", 350000, "350,000", 2,
      Holder::company);
  for (auto& it : chart.rows) {
    it.values.front().dispute = 0;
    it.values.front().figure = 1;
    it.multiple.is_withdrawn = true;
  }
  row("xAI", is_korean ? "기업" : "company", 100000, "100,000", 6, Holder::company);
  chart.rows.back().multiple.number = 50;
  chart.rows.back().multiple.label = "50";
  chart.rows.back().multiple.notes = {7};
  row(is_korean ? "테슬라" : "Tesla", is_korean ? "기업" : "company", 35000, "35,000", 6, Holder::company);
  chart.rows.back().multiple.number = 17.5;
  chart.rows.back().multiple.label = "17.5";
  chart.rows.back().multiple.notes = {24};
  row(is_korean ? "한국" : "Korea", is_korean ? "국가" : "country", 2000, "2,000", 0, Holder::country);
  chart.rows.back().is_focus = true;
  chart.rows.back().multiple.number = 1;
  chart.rows.back().multiple.label = "1";
  using Swatch = ChartSpec::KeyItem::Swatch;
  chart.key = {
      {Swatch::circle, is_korean ? "국가" : "country"},
      {Swatch::square, is_korean ? "기업" : "company"},
      {Swatch::dashed_circle, is_korean ? "점선 테두리와 빗금: 쟁점 수치"
                                        : "dashed outline or hatching: disputed, one number given to two holders"}};
  return chart;
}

Block figure_exhibit(Sample& sample, std::string number_text, std::string_view title, std::string_view subtitle,
                     std::string alt, ChartSpec chart) {
  Exhibit exhibit;
  exhibit.number = 1;
  exhibit.label = "fig-" + chart.lang + "-1";
  exhibit.number_text = std::move(number_text);
  exhibit.title = sample.in(title);
  exhibit.subtitle = sample.in(subtitle);
  exhibit.alt = std::move(alt);
  exhibit.content = std::move(chart);
  return block(std::move(exhibit));
}

Section compute(Sample& sample) {
  Section section = section_of(sample, "compute", "Compute");
  section.headline = sample.in("One company is put at fifty times Korea’s stock");
  section.standfirst = sample.in(
      "GPU counts decide how many large models a country can train. The counts found are statements, not audits, and "
      "the largest "
      "one has no settled owner.");
  section.body.push_back(figure_exhibit(sample, "Figure 1", "Korea’s 2,000 GPUs are barely visible on an honest scale",
                                        "NVIDIA H100 GPUs, thousand units (A) and units (B). Count dates not stated.",
                                        "H100 GPUs by holder, from 2,000 in Korea to 350,000 given to China or Meta.",
                                        paired_chart(false)));
  Box box;
  box.heading = sample.in("Dispute D1: who holds the 350,000 H100 GPUs?");
  box.aside = sample.in("Open since November 2026 · not ranked · not summed");
  box.label = "dispute:D1";
  Columns positions;
  positions.widths = {4, 4, 4};
  const auto position = [&](std::string_view head, std::string_view claim, std::string_view text) {
    positions.columns.push_back({sample.text(head, TextRole::column_head), sample.text(claim, TextRole::claim),
                                 sample.text(text, TextRole::small)});
  };
  position("The table says", "China",
           "Row “GPU Units (H100)” of the key-metrics table gives {350,000} to China^2^. The running text gives no "
           "figure for China "
           "and names no origin.");
  position("The headline of the copy says", "Meta",
           "“{350,000} vs {2,000}” stands next to Meta’s name^3^. The body never mentions Meta, so the pairing cannot "
           "be checked "
           "there.");
  position("What this briefing does", "Shows both",
           "One number with two holders is counted once at most. No gap is published until a primary source names the "
           "holder.");
  box.body.push_back(block(std::move(positions)));
  section.body.push_back(block(std::move(box)));

  Table table;
  table.columns = {column(sample, "Country"), column(sample, "H100 GPUs", Align::right),
                   column(sample, "State research\npetaFLOPS", Align::right),
                   column(sample, "What limits or widens supply")};
  for (const char* cells :
       {"!!Korea|| **{2,000}^1^|| **{35}^13^|| First outlay of {USD 35 m} on the Seoul hub",
        "**China|| **{350,000}^2^<D1>|| ..|| US export controls on advanced chips^27^", "**France|| ~..~^20^|| ..|| ..",
        "**United States|| ..|| ..|| Company totals only: xAI {100,000}; Tesla {35,000}^7^",
        "**Canada, Singapore, United Kingdom|| ..|| ..|| .."}) {
    table.rows.push_back(sample.row(cells));
  }
  Columns columns;
  columns.widths = {8, 4};
  columns.columns = {
      {block(table_exhibit(sample, 2, "Compute evidence by country",
                           "Values as printed in the source; no figure is carried over from one country to another.",
                           std::move(table)))},
      {sample.heading("What it means"),
       sample.text("Korea’s stated stock equals {2%} of xAI’s^8^. A company is not a country, so Figure 1 marks the "
                   "holder type with "
                   "a shape."),
       sample.text(
           "Petaflops and GPU counts measure different things. They stay in separate columns and are not converted."),
       sample.text(
           "*Next step.* Ask for a dated national count, by chip type, from one official source per country.")}};
  section.body.push_back(block(std::move(columns)));
  return section;
}

Section policy(Sample& sample) {
  Section section = section_of(sample, "policy", "Policy actions");
  section.headline = sample.in("Eight actions, three of them without a date");
  Table table;
  table.columns = {column(sample, "Country"),
                   column(sample, "Date"),
                   column(sample, "Instrument"),
                   column(sample, "Type"),
                   column(sample, "Amount", Align::right),
                   column(sample, "Status")};
  const auto row = [&](std::string_view cells, bool starts_group) {
    table.rows.push_back(sample.row(cells));
    table.rows.back().has_group_rule = starts_group;
  };
  row("!!Korea|| Dec 2019|| *National Strategy for AI*^26^¦100 tasks under nine sub-strategies|| National strategy|| "
      "..|| "
      "%fReleased",
      false);
  row("|| 2020|| *Digital New Deal, AI Open Data Project*^12^¦AI placed at the core of the programme|| Investment "
      "programme|| ..|| %fLaunched",
      false);
  row("|| 2024|| *AI Innovation Hub, Seoul*^13^¦First outlay; up to 35 petaFLOPS|| Research compute|| **{USD 35 "
      "m}^13^|| "
      "%oOpening announced",
      false);
  row("**China|| c. 2015|| *Made in China 2025*^24^¦Amount covers this and the next plan|| Industrial strategy|| "
      "**{> USD 150 bn}^6^|| %fTarget year passed",
      true);
  row("|| ..|| *New Generation AI Development Plan*^27^¦Localised chains, national AI centres|| National AI plan|| "
      "~see "
      "above~|| %hUnder way",
      false);
  row("**France|| ..|| *Presidential support for AI*^4^¦Place moved from 13th to 5th|| Not named|| ..|| %dNot stated",
      true);
  section.body.push_back(
      block(table_exhibit(sample, 4, "Policy actions by country",
                          "Amounts in the currency of the source. “..” no figure or date found; “n/a” cannot "
                          "apply.",
                          std::move(table))));
  Columns columns;
  columns.widths = {6, 6};
  List questions;
  questions.is_ordered = true;
  questions.role = TextRole::small;
  for (const char* question :
       {"How many students enter AI departments in Korea each year?",
        "Does “over 40,000” count new entrants or all enrolled students, part-time ones included?"}) {
    ListItem item;
    item.body.push_back(sample.text(question, TextRole::small));
    questions.items.push_back(std::move(item));
  }
  Box box;
  box.heading = sample.in("Questions to close next month");
  box.body.push_back(block(std::move(questions)));
  columns.columns = {
      {sample.heading("What it means"),
       sample.text("The two amounts cannot be set against each other. The Chinese sum covers several plans over an "
                   "unstated period; the Korean one is the first outlay on a single centre.")},
      {block(std::move(box))}};
  section.body.push_back(block(std::move(columns)));
  return section;
}

Section sources(Sample& sample) {
  Section section = section_of(sample, "sources", "Sources and conventions");
  section.headline = sample.in("Where every figure comes from");
  Table table;
  table.columns = {column(sample, "Author, year"), column(sample, "Title"), column(sample, "Link")};
  table.rows = {sample.row("Zhang, Y. (2021)|| China’s New Generation AI Development Plan: An Overview|| "
                           "[example.org/science/article/pii/S2405456321000625](https://example.org/science/article/"
                           "pii/S2405456321000625)"),
                sample.row("Wang, L. (2020)|| Made in China 2025: An Overview and Analysis|| "
                           "[example.org/science/article/pii/S2405456320300942](https://example.org/science/article/"
                           "pii/S2405456320300942)")};
  section.body.push_back(block(table_exhibit(sample, 7, "References cited inside S4",
                                             "Carried for follow-up, links not checked.", std::move(table))));
  Table ledger;
  ledger.style = TableStyle::ledger;
  ledger.columns = {column(sample, "Measure"),
                    column(sample, "Korea", Align::right),
                    column(sample, "Reference period"),
                    column(sample, "Best comparator found"),
                    column(sample, "Flag"),
                    column(sample, "Source", Align::right)};
  ledger.rows = {sample.row("Rankings"),
                 sample.row("AI maturity tier|| **{Tier 2}^14^|| ~not stated~|| US, China: leading^15^|| Undated|| S1"),
                 sample.row("Labour productivity|| **{33rd of 38}^19^|| ~not stated~|| ..|| Undated|| S1"),
                 sample.row("Compute"),
                 sample.row("H100 GPUs|| **{2,000}^1^|| ~not stated~|| withheld^2^<D1>|| Undated|| S1"),
                 sample.row("State research compute, petaFLOPS|| **{up to 35}^13^|| 2024|| ..|| Stale|| S5")};
  ledger.rows[0].kind = ledger.rows[3].kind = Row::Kind::group;
  section.body.push_back(block(
      table_exhibit(sample, 8, "Every Korean figure with its period", "Flags: stale, undated.", std::move(ledger))));
  Columns columns;
  columns.widths = {6, 6};
  columns.columns = {
      {sample.heading("How figures are written", 2, true),
       pairs(sample, {"**Numerals|| Comma for thousands, point for decimals: 350,000; 17.5.",
                      "**Bounds|| “>” more than, “up to” maximum, “about” rounded. A bound is never printed as a "
                      "point value."})},
      {sample.heading("Shading in Table 1", 2, true),
       sample.text("Three tints of one blue with falling lightness, so that the order survives grey printing and "
                   "colour blindness.",
                   TextRole::small)}};
  auto& rows = std::get<Table>(std::get<Exhibit>(columns.columns[0][1].content).content);
  rows.columns[1].align = Align::left;
  section.body.push_back(block(std::move(columns)));
  return section;
}

Section korean(Sample& sample) {
  Section section = section_of(sample, "summary", "국문 요약");
  section.variant = Section::Variant::summary;
  section.lang = "ko";
  section.unit_name = "AI 정책 근거 분석팀";
  section.issue_line = "월간 브리핑 · 제2026/11호 · 국문 요약";
  section.band_title = sample.in("AI 연산 자원, 인재, 순위, 정책");
  section.period_line = sample.in("국가 비교, 2026년 11월");
  section.sub_line = sample.in("한국과 비교 대상 6개국 · 자료 기준일 2026년 11월 20일");
  section.footer = "AI 정책 근거 분석팀 · 제2026/11호 · 자료 기준일 2026년 11월 20일";
  section.notes_line = "출처의 발행처, 제목, 날짜, 링크는 8쪽에 있다. 주석 번호는 워크북의 주석 시트와 같다.";
  section.page_of = "{page}쪽 / 전체 {pages}쪽";
  KeyFigures strip;
  strip.items = {{sample.in("{2,000장}^1^"), sample.in("한국 전체의 H100 GPU")},
                 {sample.in("{35만 장}^2,3^"), sample.in("표에서는 중국, 제목에서는 메타의 H100 GPU <D1>")},
                 {sample.in("{13위} -> {5위}^4^"), sample.in("프랑스의 1년간 AI 순위 변화(지수 미상)")},
                 {sample.in("{4만 명 초과}^5^"), sample.in("2024년 중국 AI 학과 학부 등록생")},
                 {sample.in("{1,500억 달러 초과}^6^"), sample.in("보도된 중국의 AI 공공 재원")}};
  section.body.push_back(block(std::move(strip)));
  KeyMessages messages;
  messages.items = {
      sample.in(
          "*한국의 공개된 연산 자원은 개별 기업보다 작다.* 확인된 국가 집계는 H100 GPU {2,000장}뿐이다^1^. xAI 한 곳이 "
          "{10만 장}으로^7^ 그 {50배}다^8^."),
      sample.in("*가장 큰 수치는 아직 쓸 수 없다.* 같은 글이 {35만 장}을 표에서는 중국, 제목에서는 메타의 것으로 "
                "적었다^2,3^ <D1>. 둘 다 "
                "싣되 순위에는 넣지 않는다.")};
  Table table;
  table.style = TableStyle::scorecard;
  table.columns = {column(sample, "지표"), column(sample, "한국", Align::center, 0, true),
                   column(sample, "중국", Align::center), column(sample, "미국", Align::center),
                   column(sample, "프랑스", Align::center)};
  table.rows = {sample.row("AI 성숙도(BCG)|| =2 {2군}^14^|| =1 {선도}^15^|| =1 {선도}^15^|| =! {선도}^16^<D2>"),
                sample.row("H100 GPU(장)|| **{2,000}^1^|| =! {350,000}^2^<D1>|| ..|| .."),
                sample.row("노동생산성(OECD)|| =3 {33위}^19^|| ~해당 없음~|| ..|| ..")};
  Exhibit exhibit = table_exhibit(sample, 1, "주요 지표 비교",
                                  "색이 짙을수록 상위. 빗금은 쟁점 수치이며 순위에서 제외.", std::move(table));
  exhibit.number_text = "표 1";
  exhibit.label = "tab-ko";
  Columns columns;
  columns.widths = {6, 6};
  columns.columns = {{sample.heading("핵심 메시지"), block(std::move(messages))}, {block(std::move(exhibit))}};
  section.body.push_back(block(std::move(columns)));
  section.body.push_back(figure_exhibit(sample, "그림 1", "정직한 축에서 한국의 2,000장은 거의 보이지 않는다",
                                        "엔비디아 H100 GPU, 천 장(A)과 장(B). 집계 시점 미상.", "보유 주체별 H100 GPU",
                                        paired_chart(true)));
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

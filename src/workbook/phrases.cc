#include "workbook/phrases.h"

#include <array>

#include "numfmt/number_text.h"

namespace briefpack::workbook {

namespace {

struct Row {
  Phrase phrase;
  std::string_view english, korean;
};

// In the order of the enum, so that a phrase is its own row number.
constexpr std::array kRows{
    Row{Phrase::none, "none", "없음"},
    Row{Phrase::yes, "Yes", "예"},
    Row{Phrase::no, "No", "아니요"},
    Row{Phrase::withdrawn, "withdrawn", "산출 보류"},
    Row{Phrase::changed, "changed", "달라짐"},
    Row{Phrase::interval, "interval", "구간"},
    Row{Phrase::inferred, "inferred", "추정"},
    Row{Phrase::back_to_contents, "Back to contents", "차례로"},
    Row{Phrase::back_to_cover, "Back to cover", "표지로"},
    Row{Phrase::to_contents, "Go to the table of contents", "차례 보기"},
    Row{Phrase::to_data, "Go to data", "자료 보기"},
    Row{Phrase::to_actions, "Go to actions", "정책 조치 보기"},
    Row{Phrase::refers_to_notes, "This worksheet refers to notes. Note markers are in square brackets; the texts are in the Notes worksheet.",
        "이 시트는 주석을 참조한다. 주석 표시는 대괄호 안에 있고 본문은 Notes 시트에 있다."},
    Row{Phrase::refers_to_no_notes, "This worksheet does not refer to notes.", "이 시트에는 주석이 없다."},
    Row{Phrase::sources_elsewhere, "Sources are described in the Sources worksheet.",
        "출처는 Sources 시트에 있다."},
    Row{Phrase::website_of, "{title} (website)", "{title} (웹사이트)"},
    Row{Phrase::pages, "p. {pages}", "{pages}쪽"},
    Row{Phrase::thousand, "thousand", "천"},
    Row{Phrase::million, "million", "백만"},
    Row{Phrase::billion, "billion", "십억"},
    Row{Phrase::trillion, "trillion", "조"},
    Row{Phrase::per_cent, "per cent", "퍼센트"},
    Row{Phrase::rank, "rank", "순위"},
    Row{Phrase::rank_of, "rank of {n}", "{n} 중 순위"},
    Row{Phrase::category, "category", "범주"},
    Row{Phrase::about, "about", "약"},
    Row{Phrase::over, "over", "초과"},
    Row{Phrase::under, "under", "미만"},
    Row{Phrase::at_least, "at least", "이상"},
    Row{Phrase::at_most, "at most", "이하"},
    Row{Phrase::up_to, "up to", "이하"},
    Row{Phrase::contents_title, "Contents", "차례"},
    Row{Phrase::figures_title, "Figures: every number printed in the PDF, recalculated from the data",
        "Figures: PDF에 인쇄된 모든 수를 자료에서 다시 계산"},
    Row{Phrase::comparison_title, "Comparison: the measures of the scorecard by country",
        "Comparison: 국가별 주요 지표"},
    Row{Phrase::disputes_title, "Disputes: what sources contradict each other about, and what is done with it",
        "Disputes: 출처가 서로 어긋나는 사항과 처리"},
    Row{Phrase::policy_title, "Policy actions, newest first", "정책 조치(최신순)"},
    Row{Phrase::data_title, "Data: every observation of this pack, one row each",
        "Data: 모든 관측값, 한 행에 하나"},
    Row{Phrase::metrics_title, "Metrics: what is measured, and how", "Metrics: 지표와 정의"},
    Row{Phrase::sources_title, "Sources", "출처"},
    Row{Phrase::codes_title, "Codes: observation status and shorthand", "Codes: 관측값 상태와 약호"},
    Row{Phrase::notes_title, "Notes", "주석"},
    Row{Phrase::cover_what, "Workbook of the pack {value}. It holds every observation that may be shown, every number that the PDF prints, and the sources of both.",
        "자료 묶음 {value}의 워크북. 공개할 수 있는 모든 관측값과 PDF에 인쇄된 모든 수, 그 출처가 있다."},
    Row{Phrase::cover_marking, "Marking: {value}", "취급: {value}"},
    Row{Phrase::cover_use, "How to use this workbook", "워크북 이용법"},
    Row{Phrase::cover_tables, "Every worksheet after this one has its title in cell A1 and one table whose headings are in row 6 (five rows to skip when reading by program).",
        "표지 뒤의 모든 시트는 A1 칸에 제목이 있고, 표 하나의 머리글이 6행에 있다(프로그램으로 읽을 때 다섯 행을 건너뛴다)."},
    Row{Phrase::cover_notes, "Note markers are in square brackets, such as [note 1]; the texts are in the Notes worksheet. Their numbers are those of the PDF.",
        "주석 표시는 [note 1]처럼 대괄호 안에 있고 본문은 Notes 시트에 있다. 번호는 PDF와 같다."},
    Row{Phrase::cover_marks, "Words and marks beside a number, such as over or [e] (estimated), are shown by its number format: the cell stays a number. The marks are explained in the Codes worksheet; [D1] names a dispute of the Disputes worksheet.",
        "수 옆의 말과 [e](추정) 같은 표시는 표시 형식이며 칸에는 수가 있다. 표시는 Codes 시트에서 설명한다. [D1]은 Disputes 시트의 쟁점이다."},
    Row{Phrase::cover_missing, "A value that is missing is shown as [x] (not available), [z] (not applicable) or [c] (confidential), never as 0.",
        "없는 값은 [x](없음), [z](해당 없음), [c](비공개)로 적고 0으로 적지 않는다."},
    Row{Phrase::cover_withheld, "Withheld and confidential values are not in this workbook.",
        "보류된 값과 비공개 값은 이 워크북에 없다."},
    Row{Phrase::cover_checks, "Checks that this workbook makes itself", "워크북이 스스로 하는 점검"},
    Row{Phrase::cover_check_figures, "Printed numbers that agree with the data: {a} of {b}",
        "자료와 맞는 인쇄된 수: {a} / {b}"},
    Row{Phrase::cover_check_data, "Observations: {a}, of which without a value: {b}",
        "관측값: {a}, 그중 값이 없는 것: {b}"},
    Row{Phrase::cover_publication, "Publication", "발행"},
    Row{Phrase::cover_publisher, "Publisher: {value}", "발행처: {value}"},
    Row{Phrase::cover_issue, "Issue: {value}", "호: {value}"},
    Row{Phrase::cover_version, "Version: {value}", "판: {value}"},
    Row{Phrase::cover_issued, "Published: {value}", "발행일: {value}"},
    Row{Phrase::cover_cutoff, "Data cut-off: {value}", "자료 기준일: {value}"},
    Row{Phrase::cover_next, "Next update: {value}", "다음 발행: {value}"},
    Row{Phrase::cover_supersedes, "Supersedes: {value}", "이전 판: {value}"},
    Row{Phrase::cover_contact, "Contact: {value}", "문의: {value}"},
    Row{Phrase::cover_licence, "Licence: {value}", "이용 조건: {value}"},
    Row{Phrase::contents_what, "This worksheet contains one table: the worksheets of this workbook, with links.",
        "이 시트에는 표가 하나 있다. 워크북의 시트와 링크이다."},
    Row{Phrase::figures_what, "This worksheet contains one table. Live value is a formula over the other worksheets; Agrees compares it, rounded, with the printed number. Blank cells: the high end is given for intervals, the bound where a value has one, and decimals for numbers.",
        "이 시트에는 표가 하나 있다. ‘현재 값’은 다른 시트에 대한 수식이고 ‘일치’는 이를 반올림해 인쇄된 수와 견준다. 빈칸: 상단은 구간에만, 한계는 한계값에만, 소수 자릿수는 수에만 있다."},
    Row{Phrase::figures_notes, "Numbers of kind yes or no (claims) are 1 or 0. A number is printed in the unit size of its row: 1,000,000 for m, 0.01 for per cent of a fraction. Note markers are explained in the Notes worksheet.",
        "참·거짓(주장)은 1이나 0이다. 인쇄된 수의 단위는 행의 ‘단위 크기’이다. 주석 표시는 Notes 시트에서 설명한다."},
    Row{Phrase::figures_sources, "Sources are in the columns source_id and Source and described in the Sources worksheet.",
        "출처는 source_id와 출처 열에 있고 Sources 시트에서 설명한다."},
    Row{Phrase::comparison_what, "This worksheet contains one table. Each value is looked up in the Data worksheet by its obs_id. Marks such as [e] and cells with a mark only, such as [x], are explained in the Codes worksheet. Blank periods are not stated by the source.",
        "이 시트에는 표가 하나 있다. 각 값은 obs_id로 Data 시트에서 찾는다. [e] 같은 표시와 [x]만 있는 칸은 Codes 시트에서 설명한다. 빈 시점은 출처가 밝히지 않은 것이다."},
    Row{Phrase::comparison_notes, "Notes to each value are in the Data worksheet, column note. [D1] beside a value: it is disputed, see the Disputes worksheet.",
        "각 값의 주석은 Data 시트의 note 열에 있다. 값 옆의 [D1]은 쟁점이며 Disputes 시트에 있다."},
    Row{Phrase::comparison_sources, "Sources: see each observation in the Data worksheet and the list in the Sources worksheet.",
        "출처: Data 시트의 각 관측값과 Sources 시트."},
    Row{Phrase::exhibit_one_chart, "This worksheet contains one table and one chart to the right of it (cell {cell}).",
        "이 시트에는 표 하나와 그 오른쪽의 차트 하나가 있다({cell} 칸)."},
    Row{Phrase::exhibit_two_charts, "This worksheet contains one table and two charts to the right of it (from cell {cell}): lengths from zero, and positions on a log scale.",
        "이 시트에는 표 하나와 그 오른쪽의 차트 둘이 있다({cell} 칸부터). 하나는 0부터의 길이, 하나는 로그 눈금이다."},
    Row{Phrase::exhibit_sources, "Sources: see the notes, and each figure in the Figures worksheet.",
        "출처: 주석과 Figures 시트의 각 수."},
    Row{Phrase::numbers_in, "The numbers are in the table {table} of this worksheet.",
        "수는 이 시트의 표 {table}에 있다."},
    Row{Phrase::disputes_what, "This worksheet contains one table, one row for each position. A disputed value is not ranked, shaded or summed. Blank in closed: the dispute is open.",
        "이 시트에는 표가 하나 있고 주장마다 한 행이다. 쟁점 값은 순위, 음영, 합계에 넣지 않는다. closed가 비어 있으면 미결이다."},
    Row{Phrase::disputes_sources, "Sources are named in the table and described in the Sources worksheet.",
        "출처는 표에 있고 Sources 시트에서 설명한다."},
    Row{Phrase::policy_what, "This worksheet contains one table. A date of lower precision stands at its first day. Blank dates are not stated by the source; blank amounts are explained in the amount remark: [x] means not available.",
        "이 시트에는 표가 하나 있다. 정밀도가 낮은 날짜는 첫날로 적는다. 빈 날짜는 출처가 밝히지 않은 것이고, 빈 금액은 금액 비고에서 설명한다. [x]는 없음이다."},
    Row{Phrase::policy_sources, "Sources are in the column source_ids and described in the Sources worksheet.",
        "출처는 source_ids 열에 있고 Sources 시트에서 설명한다."},
    Row{Phrase::data_what, "This worksheet contains one table. A value times 10 to the power of unit_mult is in the unit. Blank in value: there is no single number; low and high have a range, text has words, status and shorthand say why there is none. Other blank cells: not stated or not applicable; country_code and country are for countries and economies only.",
        "이 시트에는 표가 하나 있다. 값에 10의 unit_mult 제곱을 곱하면 unit의 단위가 된다. value가 비어 있으면 수 하나로 된 값이 없다. low와 high는 구간, text는 말로 된 값, status와 shorthand는 값이 없는 까닭이다. 그 밖의 빈칸은 미상이거나 해당 없음이다. country_code와 country는 국가와 경제권에만 있다."},
    Row{Phrase::data_notes, "Note numbers are in the column note and explained in the Notes worksheet. Status codes are explained in the Codes worksheet.",
        "주석 번호는 note 열에 있고 Notes 시트에서 설명한다. 상태 코드는 Codes 시트에서 설명한다."},
    Row{Phrase::data_sources, "Sources are in the columns source_ids and source, as stated there in quotation marks, and described in the Sources worksheet.",
        "출처는 source_ids와 source 열에 있고(원문은 따옴표 안) Sources 시트에서 설명한다."},
    Row{Phrase::metrics_what, "This worksheet contains one table. Blank in decimals and better when: not stated.",
        "이 시트에는 표가 하나 있다. 빈칸은 정하지 않은 것이다."},
    Row{Phrase::sources_what, "This worksheet contains one table. Observations counts the rows of the Data worksheet that use the source. same_as: the same text under another name, never a second witness. Blank cells: not stated.",
        "이 시트에는 표가 하나 있다. 관측값은 그 출처를 쓰는 Data 시트의 행 수이다. same_as는 이름만 다른 같은 글로, 두 번째 근거가 아니다. 빈칸은 미상이다."},
    Row{Phrase::sources_retrieval, "Places within the sources are in the Data and Notes worksheets.",
        "출처 안의 위치는 Data와 Notes 시트에 있다."},
    Row{Phrase::codes_what, "This worksheet contains one table. Blank in shorthand: no mark is shown in this workbook.",
        "이 시트에는 표가 하나 있다. 약호가 비어 있으면 표시하지 않는다."},
    Row{Phrase::codes_source, "Source: SDMX code list CL_OBS_STATUS 2.2; shorthand after guidance of the UK Government Analysis Function. [r] marks a revised value, [D1] a dispute.",
        "출처: SDMX 코드 목록 CL_OBS_STATUS 2.2. 약호는 영국 정부 분석부서 지침을 따른다. [r]은 수정된 값, [D1]은 쟁점이다."},
    Row{Phrase::notes_what, "This worksheet contains one table. Numbers are those of the PDF. Blank in applies to: the note belongs to a calculation or a quotation.",
        "이 시트에는 표가 하나 있다. 번호는 PDF와 같다. 적용 대상이 비어 있으면 계산이나 인용의 주석이다."},
    Row{Phrase::notes_used, "Note markers are used in the Figures, Data and Policy_actions worksheets and beside charts.",
        "주석 표시는 Figures, Data, Policy_actions 시트와 차트 옆에 있다."},
    Row{Phrase::h_worksheet, "Worksheet", "시트"},
    Row{Phrase::h_holds, "What it holds", "내용"},
    Row{Phrase::h_table, "Table name", "표 이름"},
    Row{Phrase::h_rows, "Rows", "행 수"},
    Row{Phrase::h_where, "Where in the PDF", "PDF 위치"},
    Row{Phrase::h_text, "Text as printed", "인쇄된 글"},
    Row{Phrase::h_printed, "Printed value", "인쇄된 값"},
    Row{Phrase::h_printed_high, "Printed high end", "인쇄된 상단"},
    Row{Phrase::h_printed_bound, "Printed bound", "인쇄된 한계"},
    Row{Phrase::h_decimals, "Decimals", "소수 자릿수"},
    Row{Phrase::h_unit_size, "Unit size", "단위 크기"},
    Row{Phrase::h_unit, "Unit", "단위"},
    Row{Phrase::h_live, "Live value", "현재 값"},
    Row{Phrase::h_live_high, "Live high end", "현재 상단"},
    Row{Phrase::h_live_bound, "Live bound", "현재 한계"},
    Row{Phrase::h_rounded, "Live value, rounded", "현재 값(반올림)"},
    Row{Phrase::h_agrees, "Agrees", "일치"},
    Row{Phrase::h_calculation, "Calculation", "계산"},
    Row{Phrase::h_inputs, "Inputs", "입력"},
    Row{Phrase::h_first_input, "First input", "첫 입력"},
    Row{Phrase::h_source, "Source", "출처"},
    Row{Phrase::h_country, "Country", "국가"},
    Row{Phrase::h_entity, "Entity", "주체"},
    Row{Phrase::h_metric, "Metric", "지표"},
    Row{Phrase::h_topic, "Topic", "분야"},
    Row{Phrase::h_better, "Better when", "좋은 방향"},
    Row{Phrase::h_definition, "Definition", "정의"},
    Row{Phrase::h_observations, "Observations", "관측값"},
    Row{Phrase::h_title, "Title", "제목"},
    Row{Phrase::h_publisher, "Publisher", "발행처"},
    Row{Phrase::h_author, "Author", "필자"},
    Row{Phrase::h_licence, "Licence", "이용 조건"},
    Row{Phrase::h_remarks, "Remarks", "비고"},
    Row{Phrase::h_link, "Link", "링크"},
    Row{Phrase::h_shorthand, "Shorthand", "약호"},
    Row{Phrase::h_in_pdf, "In the PDF", "PDF 표시"},
    Row{Phrase::h_meaning, "Meaning", "뜻"},
    Row{Phrase::h_note_text, "Note text", "주석"},
    Row{Phrase::h_in_full, "In full", "전체"},
    Row{Phrase::h_applies_to, "Applies to", "적용 대상"},
    Row{Phrase::h_question, "Question", "쟁점"},
    Row{Phrase::h_by, "Who says it", "주장한 곳"},
    Row{Phrase::h_claim, "Claim", "주장"},
    Row{Phrase::h_position, "What it says", "내용"},
    Row{Phrase::h_treatment, "Treatment", "처리"},
    Row{Phrase::h_settled_by, "Settled by", "해소 조건"},
    Row{Phrase::h_status_label, "Status in words", "상태"},
    Row{Phrase::h_action, "Action", "조치"},
    Row{Phrase::h_summary, "Summary", "요약"},
    Row{Phrase::h_amount_remark, "Amount remark", "금액 비고"},
    Row{Phrase::h_row, "Row", "행"},
    Row{Phrase::h_detail, "Detail", "설명"},
    Row{Phrase::h_value, "Value", "값"},
    Row{Phrase::h_low, "Low", "하단"},
    Row{Phrase::h_high, "High", "상단"},
    Row{Phrase::h_as_printed, "As printed", "인쇄된 글"},
    Row{Phrase::h_multiple, "Multiple", "배수"},
    Row{Phrase::h_chart_label, "Label in the chart", "차트 이름표"},
    Row{Phrase::h_bar_start, "Bar starts at", "막대 시작"},
    Row{Phrase::h_bar_length, "Bar length", "막대 길이"},
    Row{Phrase::h_rest, "Rest of the whole", "나머지"},
    Row{Phrase::value_in, "Value ({unit})", "값({unit})"},
    Row{Phrase::period_of, "{name}: period", "{name}: 시점"},
    Row{Phrase::amount_in, "Amount ({unit})", "금액({unit})"},
    Row{Phrase::within, "included in {id}", "{id}에 포함"},
    Row{Phrase::action_at, "Action {id} in {title}", "조치 {id}, {title}"},
    Row{Phrase::higher, "Higher", "높을수록"},
    Row{Phrase::lower, "Lower", "낮을수록"},
    Row{Phrase::as_published, "As published", "공표된 그대로"},
    Row{Phrase::not_live, "A constant here: no worksheet holds what is counted.",
        "상수: 세는 대상이 워크북에 없다."},
    Row{Phrase::changes_title, "Changes: what is different from the edition before, and why", "변경: 이전 호 이후 달라진 것과 이유"},
    Row{Phrase::changes_what,
        "This worksheet contains one table, one row for each change. Blank in the number columns: one of the two values is no single number, or it did not change. Blank in metric_id: a policy action.",
        "이 시트에는 표가 하나 있고 변경마다 한 행이다. 수치 열의 빈칸은 두 값 가운데 하나가 단일 수치가 아니거나 값이 그대로라는 뜻이다. metric_id의 빈칸은 정책 조치라는 뜻이다."},
    Row{Phrase::h_change, "Change", "변경"},
    Row{Phrase::h_measure, "Measure or action", "지표·조치"},
    Row{Phrase::h_earlier, "Earlier", "이전"},
    Row{Phrase::h_now, "Now", "현재"},
    Row{Phrase::h_earlier_number, "Earlier number", "이전 수치"},
    Row{Phrase::h_now_number, "Number now", "현재 수치"},
    Row{Phrase::h_difference, "Difference", "차이"},
    Row{Phrase::h_reason, "Reason", "이유"},
};

constexpr bool rows_follow_the_enum() {
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    if (static_cast<std::size_t>(kRows[i].phrase) != i) return false;
  }
  return kRows.size() == static_cast<std::size_t>(Phrase::kEnd);
}
static_assert(rows_follow_the_enum());

}  // namespace

std::string_view phrase(Phrase phrase, std::string_view lang) {
  const Row& row = kRows[static_cast<std::size_t>(phrase)];
  return numfmt::is_korean(lang) ? row.korean : row.english;
}

std::string filled(Phrase wanted, std::string_view lang, std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
  std::string out;
  std::string_view rest = phrase(wanted, lang);
  while (!rest.empty()) {
    const auto open = rest.find('{');
    out += rest.substr(0, open);
    if (open == std::string_view::npos) break;
    const auto close = rest.find('}', open);
    const std::string_view name = rest.substr(open + 1, close - open - 1);
    for (const auto& [key, value] : values) {
      if (key == name) out += value;
    }
    rest = rest.substr(close + 1);
  }
  return out;
}

}  // namespace briefpack::workbook

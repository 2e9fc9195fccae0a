#include <array>

#include "numfmt/strings.h"

namespace briefpack::numfmt {

namespace {

constexpr std::array kRows{
    // Exhibits, pages
    WordRow{Word::figure_n, "그림 {n}"},
    WordRow{Word::table_n, "표 {n}"},
    WordRow{Word::page_of, "{page}쪽 / 전체 {pages}쪽"},
    WordRow{Word::contents, "차례"},
    WordRow{Word::sources_in_full, "출처의 발행처, 제목, 날짜, 링크는 {page}쪽에 있다."},
    WordRow{Word::note_numbers_match, "주석 번호는 워크북의 주석 시트와 같다."},
    // Notes
    WordRow{Word::own_calculation, "자체 계산"},
    WordRow{Word::see_dispute, "{id} 참조"},
    WordRow{Word::undated, "시점 미상"},
    WordRow{Word::estimated, "추정값"},
    WordRow{Word::unverified, "미검증"},
    WordRow{Word::lower_bound, "하한값"},
    WordRow{Word::upper_bound, "상한값"},
    WordRow{Word::approximate, "어림값"},
    WordRow{Word::period_not_stated, "시점 미상"},
    WordRow{Word::other_value, "{source}에는 {value}."},
    // Values
    WordRow{Word::not_stated, "미상"},
    WordRow{Word::missing, ".."},
    WordRow{Word::not_applicable, "해당 없음"},
    WordRow{Word::confidential, "비공개"},
    WordRow{Word::withdrawn, "산출 보류"},
    WordRow{Word::disputed, "쟁점"},
    WordRow{Word::disputed_see, "쟁점, {id} 참조"},
    WordRow{Word::place_one, "계단"},
    WordRow{Word::place_many, "계단"},
    WordRow{Word::percentage_point_one, "%p"},
    WordRow{Word::percentage_point_many, "%p"},
    // Comparability
    WordRow{Word::unlike_company_country, "기업과 국가를 견준 값."},
    WordRow{Word::unlike_kinds, "보유 주체가 다름: {a}, {b}."},
    WordRow{Word::unlike_period, "시점이 다름: {a}, {b}."},
    WordRow{Word::unlike_one_undated, "한쪽 값의 시점 미상."},
    WordRow{Word::unlike_unit, "단위가 다름: {a}, {b}."},
    WordRow{Word::unlike_currency, "통화가 다름: {a}, {b}."},
    WordRow{Word::unlike_definition, "정의가 다름."},
    WordRow{Word::unlike_break, "사이에 시계열 단절이 있음."},
    WordRow{Word::both_undated, "두 값 모두 시점 미상."},
    WordRow{Word::rests_on, "{id}에 근거함"},
    WordRow{Word::rests_on_withheld, "보류된 값에 근거함"},
    // Words of calculations
    WordRow{Word::sum_of, "값 {n}개의 합"},
    WordRow{Word::mean_of, "값 {n}개의 평균"},
    WordRow{Word::median_of, "값 {n}개의 중앙값"},
    WordRow{Word::smallest_of, "값 {n}개 중 최솟값"},
    WordRow{Word::largest_of, "값 {n}개 중 최댓값"},
    WordRow{Word::place_among, "값 {n}개 중 {x}의 순위"},
    WordRow{Word::leader_of, "값 {n}개 중 1위"},
    WordRow{Word::count_of, "값 {n}개의 개수"},
    // Statuses
    WordRow{Word::status_normal, "정상"},
    WordRow{Word::status_break, "시계열 단절"},
    WordRow{Word::status_definition, "정의가 다름"},
    WordRow{Word::status_unvalidated, "미확인"},
    WordRow{Word::status_provisional, "잠정값"},
    WordRow{Word::status_estimated, "추정값"},
    WordRow{Word::status_imputed, "대체값"},
    WordRow{Word::status_forecast, "전망값"},
    WordRow{Word::status_unreliable, "신뢰도 낮음"},
    WordRow{Word::status_not_significant, "유의하지 않음"},
    WordRow{Word::status_missing, "수치 없음"},
    WordRow{Word::status_not_collected, "존재하나 수집되지 않음"},
    WordRow{Word::status_not_applicable, "적용할 수 없음"},
    WordRow{Word::status_suppressed, "비공개"},
    WordRow{Word::status_elsewhere, "다른 항목에 포함"},
    WordRow{Word::status_includes_other, "다른 항목을 포함"},
    // Notes in full
    WordRow{Word::publisher_not_stated, "발행처 미상"},
    WordRow{Word::source_undated, "날짜 미상"},
    WordRow{Word::published_on, "{date}"},
    WordRow{Word::accessed_on, "{date} 열람"},
    WordRow{Word::as_stated, "원문: “{text}”."},
    WordRow{Word::no_link, "링크 없음"},
};

}  // namespace

std::span<const WordRow> korean_words() { return kRows; }

}  // namespace briefpack::numfmt

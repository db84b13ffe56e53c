import type { Translation } from '../../text.ts'
import type { en } from './en.ts'

export const ko = {
  reviews: '구매 리뷰',
  outOf: '별점 5점 만점에 {value}점',
  count: { other: '리뷰 {count}개' },
  starsRow: '{stars}점: {count}개. 이 별점만 보기',
  showAll: '모든 리뷰 보기',
  sort: '정렬',
  newest: '최신순',
  highest: '별점 높은순',
  lowest: '별점 낮은순',
  helpful: '도움순',
  verified: '구매 확인',
  reply: '판매자 답글',
  vote: '도움이 돼요',
  voted: '고맙습니다',
  more: '리뷰 더 보기',
  loading: '리뷰를 불러오는 중',
  empty: '아직 리뷰가 없습니다.',
  emptyFilter: '이 별점의 리뷰가 없습니다.',
  failed: '리뷰를 불러오지 못했습니다.',
  retry: '다시 시도',
  price: '판매가',
  from: '{price}부터',
  before: '정가',
  off: '{percent}% 할인',
} as const satisfies Translation<typeof en, 'ko'>

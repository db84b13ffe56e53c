const en = {
  /** Of these texts. */
  language: 'en',
  reviews: 'Customer reviews',
  outOf: (value: string) => `${value} out of 5 stars`,
  count: (count: number, text: string) => (count === 1 ? '1 review' : `${text} reviews`),
  starsRow: (stars: number, count: string) => `${stars} stars: ${count}. Show only these`,
  showAll: 'Show all reviews',
  sort: 'Sort by',
  newest: 'Newest',
  highest: 'Highest rating',
  lowest: 'Lowest rating',
  helpful: 'Most helpful',
  verified: 'Verified purchase',
  reply: 'Reply from the shop',
  vote: 'Helpful',
  voted: 'Thank you',
  more: 'Show more reviews',
  loading: 'Loading reviews',
  empty: 'No reviews yet.',
  emptyFilter: 'No reviews with this rating.',
  failed: 'The reviews could not be loaded.',
  retry: 'Try again',
  price: 'Price',
  from: (price: string) => `from ${price}`,
  before: 'Price before',
  off: (percent: number) => `${percent}% off`,
}

export type Words = typeof en

const ko: Words = {
  language: 'ko',
  reviews: '구매 후기',
  outOf: (value) => `별점 5점 만점에 ${value}점`,
  count: (_count, text) => `후기 ${text}개`,
  starsRow: (stars, count) => `${stars}점: ${count}개. 이 별점만 보기`,
  showAll: '모든 후기 보기',
  sort: '정렬',
  newest: '최신순',
  highest: '별점 높은순',
  lowest: '별점 낮은순',
  helpful: '도움순',
  verified: '구매 확인',
  reply: '판매자 답변',
  vote: '도움이 돼요',
  voted: '고맙습니다',
  more: '후기 더 보기',
  loading: '후기를 불러오는 중',
  empty: '아직 후기가 없습니다.',
  emptyFilter: '이 별점의 후기가 없습니다.',
  failed: '후기를 불러오지 못했습니다.',
  retry: '다시 시도',
  price: '판매가',
  from: (price) => `${price}부터`,
  before: '할인 전 가격',
  off: (percent) => `${percent}% 할인`,
}

/**
 * The texts for a locale such as `ko-KR`; English for a language we do not speak.
 *
 * @param locale  As `readLocale` gives it.
 */
export const wordsOf = (locale: string): Words => (locale.split('-', 1)[0] === 'ko' ? ko : en)

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
  before: 'Regular price',
  off: (percent: number) => `${percent}% off`,
}

export type Words = typeof en

const ko: Words = {
  language: 'ko',
  reviews: '구매 리뷰',
  outOf: (value) => `별점 5점 만점에 ${value}점`,
  count: (_count, text) => `리뷰 ${text}개`,
  starsRow: (stars, count) => `${stars}점: ${count}개. 이 별점만 보기`,
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
  from: (price) => `${price}부터`,
  before: '정가',
  off: (percent) => `${percent}% 할인`,
}

/**
 * The texts for a locale such as `ko-KR`; English for a language we do not speak.
 *
 * @param locale  As `readLocale` gives it.
 */
export const wordsOf = (locale: string): Words => (locale.split('-', 1)[0] === 'ko' ? ko : en)

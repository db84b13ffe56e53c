import type { RejectReason } from '@afterword/validation/review/schema'
import type { ReviewedHandle, Stars } from './review-text.ts'

interface RejectedText {
  readonly handle: ReviewedHandle
  readonly stars: Stars
  readonly title: string | null
  readonly body: string
  readonly language: 'en' | 'ko'
  readonly reason: RejectReason
}

/** What the shop did not publish, and why. The rating is never the reason. */
export const rejectedReviews: readonly RejectedText[] = [
  {
    handle: 'stoneware-mug',
    stars: 5,
    title: 'BEST DEALS',
    body: 'Same mugs 80% off, only today, visit mugs-deal dot example and use code MUG80 !!!',
    language: 'en',
    reason: 'spam',
  },
  {
    handle: 'waffle-towels',
    stars: 5,
    title: null,
    body: '단기 알바 구합니다. 하루 30만 원, 프로필 링크 클릭하세요.',
    language: 'ko',
    reason: 'spam',
  },
  {
    handle: 'merino-throw',
    stars: 3,
    title: 'Question',
    body: 'Do you also ship to Iceland? I could not find it in the list of countries.',
    language: 'en',
    reason: 'off_topic',
  },
  {
    handle: 'oak-tray',
    stars: 2,
    title: null,
    body: 'This is about the parking at your studio, not about the tray. There is none.',
    language: 'en',
    reason: 'off_topic',
  },
  {
    handle: 'teapot',
    stars: 1,
    title: 'To the other reviewers',
    body: 'Anyone who gives this five stars is a complete idiot and should stick to tea bags.',
    language: 'en',
    reason: 'offensive',
  },
  {
    handle: 'lambswool-cushion',
    stars: 4,
    title: '교환 문의',
    body: '제 번호는 010-0000-0000이고 주소는 그대로입니다. 아이보리로 바꿔 주세요.',
    language: 'ko',
    reason: 'personal_data',
  },
  {
    handle: 'walnut-board',
    stars: 2,
    title: null,
    body: 'I have not bought this one. I make boards myself and mine are thicker.',
    language: 'en',
    reason: 'not_a_customer',
  },
  {
    handle: 'serving-bowl',
    stars: 5,
    title: 'So proud',
    body: 'My brother glazes these bowls and he is the most talented potter in the valley. Buy them all!',
    language: 'en',
    reason: 'conflict_of_interest',
  },
]

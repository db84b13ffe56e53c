import type { MemberRole } from '@afterword/auth/principal'
import type { FreshLinkReason } from '@afterword/jobs/definitions/send-fresh-link'
import type { MailLocale } from '@afterword/services/mail/mailer'

export interface MailTexts {
  /** What one to five stars mean, worst first. */
  readonly ratingWords: readonly [string, string, string, string, string]
  readonly greeting: (name: string | null) => string
  readonly requestSubject: (shop: string) => string
  readonly requestIntro: (shop: string) => string
  readonly requestPreview: string
  readonly freshSubject: (shop: string) => string
  readonly freshIntro: (shop: string) => string
  readonly freshPreview: string
  readonly order: (name: string) => string
  readonly starLabel: (rating: number, word: string, item: string) => string
  /** The lowest of several prices. */
  readonly fromPrice: (price: string) => string
  readonly insteadOf: string
  readonly change: string
  readonly moreItems: (count: number) => string
  readonly requestReason: (shop: string) => string
  readonly freshReason: Readonly<Record<FreshLinkReason, (shop: string) => string>>
  readonly unsubscribe: string
  readonly invitationSubject: (shop: string) => string
  readonly invitationIntro: (inviter: string, shop: string) => string
  readonly invitationPreview: string
  /** What the person will be able to do. */
  readonly invitationRole: Readonly<Record<MemberRole, string>>
  readonly invitationAccept: string
  readonly invitationTerms: string
  readonly invitationReason: (inviter: string) => string
  readonly sender: (shop: string) => string
}

const enNotAsked =
  'If it wasn’t you, you can ignore it: none of your data was shown to anyone. If you unsubscribe, an email like this can be requested once a week at most.'

const en: MailTexts = {
  ratingWords: ['Poor', 'Fair', 'OK', 'Good', 'Excellent'],
  greeting: (name) => (name === null ? 'Hello,' : `Hello ${name},`),
  requestSubject: (shop) => `How do you like your order from ${shop}?`,
  requestIntro: (shop) =>
    `Thank you for your order from ${shop}. How is it? Choose a rating to start your review. You can read it through before you send it.`,
  requestPreview: 'Tap a star to start. It takes a minute.',
  freshSubject: (shop) => `Your review links for ${shop}`,
  freshPreview: 'Choose an item and tap a star to start.',
  freshIntro: (shop) => `Here are new links to review what you bought from ${shop}.`,
  order: (name) => `Order ${name}`,
  starLabel: (rating, word, item) => `${rating} of 5 stars, ${word}: ${item}`,
  fromPrice: (price) => `from ${price}`,
  insteadOf: 'regular price',
  change: 'See or edit your review',
  moreItems: (count) => `Review ${count} more`,
  requestReason: (shop) => `You’re getting this email once, because you bought these items from ${shop}.`,
  freshReason: {
    address_entered: (shop) =>
      `You’re getting this email because someone entered your address on a page of ${shop}. ${enNotAsked}`,
    dead_link: (shop) =>
      `You’re getting this email because someone asked for a new link with one of your old ones from ${shop}. ${enNotAsked}`,
    review_missing: (shop) => `You’re getting this email because your review didn’t reach ${shop}.`,
  },
  unsubscribe: 'Unsubscribe from this shop’s review emails',
  invitationSubject: (shop) => `Join ${shop} on Afterword`,
  invitationPreview: 'You can accept it within seven days.',
  invitationIntro: (inviter, shop) => `${inviter} invites you to help manage the product reviews of ${shop}.`,
  invitationRole: {
    owner: 'As an owner, you can manage reviews, settings and people.',
    moderator: 'As a moderator, you can publish, reject and reply to reviews.',
    viewer: 'As a viewer, you can read reviews and see their status.',
  },
  invitationAccept: 'See the invitation',
  invitationTerms:
    'The link works once and expires in seven days. If the button doesn’t work, copy this address into your browser:',
  invitationReason: (inviter) =>
    `You’re getting this email because ${inviter} entered your address. If you don’t know them, you can ignore it.`,
  sender: (shop) => `${shop} via Afterword`,
}

const koNotAsked =
  '요청하지 않으셨다면 무시해 주세요. 요청한 사람에게는 아무것도 보이지 않습니다. 수신 거부하시면 이런 메일은 일주일에 한 번까지만 발송됩니다.'

const ko: MailTexts = {
  ratingWords: ['별로예요', '아쉬워요', '보통이에요', '좋아요', '아주 좋아요'],
  greeting: (name) => (name === null ? '안녕하세요.' : `${name}님, 안녕하세요.`),
  requestSubject: (shop) => `${shop}에서 주문하신 상품은 어떠셨나요?`,
  requestIntro: (shop) =>
    `${shop}에서 구매해 주셔서 감사합니다. 상품은 어떠셨나요? 별점을 눌러 리뷰를 시작해 주세요. 보내기 전에 내용을 확인하실 수 있습니다.`,
  requestPreview: '별을 눌러 바로 시작하세요. 1분이면 됩니다.',
  freshSubject: (shop) => `${shop} 리뷰 작성 링크`,
  freshPreview: '상품을 고르고 별을 눌러 시작하세요.',
  freshIntro: (shop) => `${shop}에서 구매하신 상품의 리뷰를 쓸 수 있는 새 링크입니다.`,
  order: (name) => `주문 ${name}`,
  starLabel: (rating, word, item) => `별 5개 중 ${rating}개, ${word}: ${item}`,
  fromPrice: (price) => `${price}부터`,
  insteadOf: '정가',
  change: '작성한 리뷰 보기 및 수정',
  moreItems: (count) => `상품 ${count}개 더 리뷰하기`,
  requestReason: (shop) => `${shop}에서 이 상품을 구매하셨기 때문에 한 번만 보내 드리는 메일입니다.`,
  freshReason: {
    address_entered: (shop) => `${shop} 페이지에 이 주소가 입력되어 보내 드렸습니다. ${koNotAsked}`,
    dead_link: (shop) => `${shop}의 예전 링크로 새 링크가 요청되어 보내 드렸습니다. ${koNotAsked}`,
    review_missing: (shop) => `작성하신 리뷰가 ${shop}에 도착하지 않아 보내 드렸습니다.`,
  },
  unsubscribe: '이 쇼핑몰의 리뷰 요청 메일 수신 거부',
  invitationSubject: (shop) => `Afterword에서 ${shop}에 참여해 주세요`,
  invitationPreview: '7일 안에 수락해 주세요.',
  invitationIntro: (inviter, shop) => `${inviter}님이 ${shop}의 상품 리뷰 관리에 초대했습니다.`,
  invitationRole: {
    owner: '소유자는 리뷰와 설정, 구성원을 관리합니다.',
    moderator: '리뷰 담당자는 리뷰를 읽고 게시하거나 거절하며 답글을 답니다.',
    viewer: '열람자는 리뷰와 처리 상태를 볼 수 있습니다.',
  },
  invitationAccept: '초대 확인하기',
  invitationTerms: '링크는 7일 동안 한 번만 사용할 수 있습니다. 버튼이 열리지 않으면 이 주소를 복사해 주세요:',
  invitationReason: (inviter) =>
    `${inviter}님이 이 주소를 입력하여 보내 드렸습니다. 모르는 사람이라면 무시하셔도 됩니다. 아무 일도 일어나지 않습니다.`,
  sender: (shop) => `${shop} (Afterword 발송)`,
}

/** Every word of our mails. A language without its texts does not compile. */
export const mailTexts: Readonly<Record<MailLocale, MailTexts>> = { en, ko }

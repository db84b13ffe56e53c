import type { Translation } from '../../text.ts'
import type { en } from './en.ts'

const notAsked =
  '요청하지 않으셨다면 무시해 주세요. 요청한 사람에게는 아무것도 보이지 않습니다. 수신 거부하시면 이런 메일은 일주일에 한 번까지만 발송됩니다.'

export const ko = {
  greeting: '안녕하세요.',
  greetingNamed: '{name}님, 안녕하세요.',
  requestSubject: '{shop}에서 주문하신 상품은 어떠셨나요?',
  requestIntro:
    '{shop}에서 구매해 주셔서 감사합니다. 상품은 어떠셨나요? 별점을 눌러 리뷰를 시작해 주세요. 보내기 전에 내용을 확인하실 수 있습니다.',
  requestPreview: '별을 눌러 바로 시작하세요. 1분이면 됩니다.',
  freshSubject: '{shop} 리뷰 작성 링크',
  freshPreview: '상품을 고르고 별을 눌러 시작하세요.',
  freshIntro: '{shop}에서 구매하신 상품의 리뷰를 쓸 수 있는 새 링크입니다.',
  order: '주문 {name}',
  starLabel: '별 5개 중 {rating}개, {word}: {item}',
  fromPrice: '{price}부터',
  insteadOf: '정가',
  change: '작성한 리뷰 보기 및 수정',
  moreItems: '상품 {count}개 더 리뷰하기',
  requestReason: '{shop}에서 이 상품을 구매하셨기 때문에 한 번만 보내 드리는 메일입니다.',
  freshReason: {
    address_entered: `{shop} 페이지에 이 주소가 입력되어 보내 드렸습니다. ${notAsked}`,
    dead_link: `{shop}의 예전 링크로 새 링크가 요청되어 보내 드렸습니다. ${notAsked}`,
    review_missing: '작성하신 리뷰가 {shop}에 도착하지 않아 보내 드렸습니다.',
  },
  unsubscribe: '이 쇼핑몰의 리뷰 요청 메일 수신 거부',
  invitationSubject: 'Afterword에서 {shop}에 참여해 주세요',
  invitationPreview: '7일 안에 수락해 주세요.',
  invitationIntro: '{inviter}님이 {shop}의 상품 리뷰 관리에 초대했습니다.',
  invitationRole: {
    owner: '소유자는 리뷰와 설정, 구성원을 관리합니다.',
    moderator: '리뷰 담당자는 리뷰를 읽고 게시하거나 거절하며 답글을 답니다.',
    viewer: '열람자는 리뷰와 처리 상태를 볼 수 있습니다.',
  },
  invitationAccept: '초대 확인하기',
  invitationTerms: '링크는 7일 동안 한 번만 사용할 수 있습니다. 버튼이 열리지 않으면 이 주소를 복사해 주세요:',
  invitationReason:
    '{inviter}님이 이 주소를 입력하여 보내 드렸습니다. 모르는 사람이라면 무시하셔도 됩니다. 아무 일도 일어나지 않습니다.',
  sender: '{shop} (Afterword 발송)',
} as const satisfies Translation<typeof en, 'ko'>

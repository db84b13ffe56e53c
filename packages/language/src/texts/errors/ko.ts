import type { Translation } from '../../text.ts'
import type { en } from './en.ts'

export const ko = {
  messages: {
    'review.rating_required': '별점을 1개에서 5개 사이로 선택해 주세요.',
    'review.body_required': '내용을 조금이라도 적어 주세요.',
    'review.body_too_long': '리뷰가 너무 깁니다(최대 5,000자).',
    'review.title_too_long': '제목이 너무 깁니다(최대 120자).',
    'review.author_name_too_long': '이름이 너무 깁니다(최대 80자).',
    'review.already_written':
      '이미 이 상품의 리뷰를 작성하셨습니다. 지금 작성하신 내용으로 바꾸려면 수정 내용을 저장해 주세요.',
    'line_item.not_reviewable': '환불되거나 취소된 상품이라 리뷰를 작성할 수 없습니다.',
    'line_item.not_found': '이 주문에 없는 상품입니다.',
    'review_link.not_found': '사용할 수 없는 링크입니다.',
    'subscription.email_mismatch': '이 메일은 다른 주소로 보냈습니다. 메일을 받은 주소를 입력해 주세요.',
    'email.invalid': '올바른 이메일 주소가 아닙니다.',
    'rate.limited': '시도가 너무 많습니다. 잠시 후 다시 시도해 주세요.',
    internal: '저희 쪽에서 문제가 생겼습니다. 작성하신 내용은 사라지지 않았습니다.',
  },
} as const satisfies Translation<typeof en, 'ko'>

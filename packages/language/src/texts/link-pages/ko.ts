import type { Translation } from '../../text.ts'
import type { en } from './en.ts'

export const ko = {
  notFoundTitle: '사용할 수 없는 링크입니다',
  notFoundBody: '오래된 링크이거나 복사할 때 일부가 빠졌을 수 있습니다. 이미 보내신 리뷰에는 영향이 없습니다.',
  linkAgainOffer: '이 링크를 받았던 이메일 주소로 새 링크를 보내 드립니다.',
  linkAgain: '새 링크 받기',
  linkAgainColdTitle: '새 리뷰 링크 받기',
  linkAgainCold: '메일로 받은 링크를 열어 주세요. 열리지 않으면 그 페이지의 버튼으로 새 링크를 받으실 수 있습니다.',
  linkAgainTitle: '메일함을 확인해 주세요',
  linkAgainBody:
    '저희가 보낸 링크가 맞다면 그 링크를 받았던 주소로 새 링크를 보내 드립니다. 몇 분 걸릴 수 있으니 스팸함도 확인해 주세요.',
  linkAgainNothing: '메일이 오지 않나요? 쇼핑몰 웹사이트의 리뷰 링크에서 요청하시거나 쇼핑몰에 문의해 주세요.',
  linkAgainElse: '쇼핑몰 웹사이트의 리뷰 링크에서 요청하시거나 쇼핑몰에 문의하실 수도 있습니다.',
  notFoundRemembered: '{shop}에서 새 링크 받기',
  notFoundShop: '해결되지 않나요? 쇼핑몰에서 받은 가장 최근 메일의 링크를 열거나 쇼핑몰에 문의해 주세요.',
  loginTitle: '새 리뷰 링크 받기',
  loginBody: '{shop}에서 주문할 때 사용한 이메일 주소를 입력하세요. 구매하신 상품의 리뷰 링크를 보내 드립니다.',
  email: '이메일 주소',
  sendLink: '링크 받기',
  linkSentTitle: '메일함을 확인해 주세요',
  linkSentBody:
    '이 주소로 {shop}에서 주문한 내역이 있으면 링크를 보내 드립니다. 몇 분 걸릴 수 있으니 스팸함도 확인해 주세요.',
  anotherAddress: '다른 주소 사용',
  subscribedTitle: '{shop}의 리뷰 요청 메일을 수신 거부하시겠어요?',
  subscribedBody: '리뷰를 요청하는 메일을 더 이상 보내지 않습니다. 주문 관련 메일은 계속 받으실 수 있습니다.',
  confirmEmail:
    '메일을 받은 주소({masked})를 입력해 주세요. 메일 검사 프로그램도 버튼을 누르기 때문에 본인인지 확인합니다.',
  unsubscribe: '수신 거부',
  unsubscribedTitle: '수신 거부가 완료되었습니다',
  unsubscribedBody: '{shop}에서 더 이상 리뷰를 요청하지 않습니다. 다시 받으시려면 이메일 주소를 입력해 주세요.',
  resubscribe: '다시 받기',
} as const satisfies Translation<typeof en, 'ko'>

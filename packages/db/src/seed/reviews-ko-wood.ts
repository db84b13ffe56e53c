import { type ReviewText, story, type WoodHandle } from './review-text.ts'

/** What Korean-speaking customers wrote about wood. */
export const koreanWoodReviews: Readonly<Record<WoodHandle, readonly ReviewText[]>> = {
  'walnut-board': [
    story(5, '나뭇결이 아름다워요', ['칼질할 때 소리가 부드럽고 밀리지 않아요. 손님 오면 그대로 치즈를 올려 냅니다.']),
    story(4, '오일이 필요해요', ['처음에 조금 건조했는데 오일을 먹이니 색이 살아났어요.']),
    story(5, null, ['평생 쓸 도마.']),
    story(2, '살짝 휘었어요', [
      '한 달 만에 한쪽이 들떠요. 물에 담가 두지도 않았는데 아쉽습니다.',
      '아쉬우셨겠어요. 새 도마를 보내 드렸습니다. 쓰시던 도마는 저희가 살펴볼 수 있게 보내 주시면 감사하겠습니다.',
    ]),
  ],
  'oak-tray': [
    story(5, '아침상으로 딱이에요', ['두 사람 아침을 한 번에 나를 수 있어요. 손잡이가 깊어서 안정적입니다.']),
    story(4, null, ['바닥에 펠트만 있으면 완벽해요.']),
    story(5, '카페 같아요', ['커피와 케이크를 올리면 집이 카페가 됩니다 ☕🍰']),
  ],
  'beech-spoon': [
    story(5, '냄비가 안 긁혀요', ['가볍고 손에 잘 맞아요. 코팅 냄비에도 마음 놓고 씁니다.']),
    story(4, null, ['가격 생각하면 아주 만족.']),
    story(5, '하나 더 샀어요', ['볶음용, 국물용으로 나눠 쓰려고 또 주문했어요.']),
  ],
}

import { expect, test } from 'vitest'
import { greetingNames } from './greeting-name.ts'

test.each([
  ['수빈', '조', '조수빈', '조수빈'],
  ['조 수빈', null, '조수빈', '조수빈'],
  ['조수빈', '조', '조수빈', '조수빈'],
  [null, '조수빈', '조수빈', '조수빈'],
  ['김·훈', null, '김훈', '김훈'],
  ['김훈 (Hun)', null, '김훈', '김훈'],
  ['김훈님', null, '김훈', '김훈'],
  ['민수', '남궁', '남궁민수', '남궁민수'],
  ['小明', '王', '王小明', '王小明'],
  ['수빈', 'Cho', '수빈', '수빈 Cho'],
  ['Subin', '조', 'Subin', 'Subin 조'],
  ['Mina', 'Kim', 'Mina', 'Mina Kim'],
  ['Jane Doe', 'Doe', 'Jane', 'Jane Doe'],
  ['Jane Doe', 'Jane Doe', 'Jane Doe', 'Jane Doe'],
  ['JANE DOE', 'Doe', 'JANE', 'JANE Doe'],
  ['Doe, Jane', 'Mrs Doe', 'Jane', 'Jane Mrs Doe'],
  ['jane doe', 'Jane Doe', 'jane doe', 'jane doe'],
  ['Jane', 'Jane Doe', 'Jane', 'Jane Doe'],
  ['김수', '김수', '김수', '김수'],
  ['김수', '김', '김수', '김수'],
  ['수빈 조', '조', '조수빈', '조수빈'],
  ['Jane', '.', 'Jane', 'Jane'],
  ['Jane 010-1234-5678', null, 'Jane', 'Jane'],
  [null, 'Kim', null, 'Kim'],
  [null, '이', null, null],
  ['010-1234-5678', null, null, null],
  [null, null, null, null],
])('%s %s is greeted as %s in English and as %s in Korean', (firstName, lastName, en, ko) => {
  expect(greetingNames({ firstName, lastName })).toEqual({ en, ko })
})

import { expect, test } from 'vitest'
import { describeCalls } from './calls.ts'

test('what has a mail sent says so, alone and among others', () => {
  const mailing = [
    'customer.reviewLink.request',
    'admin.member.invite',
    'admin.member.resendInvitation',
    'admin.delivery.resend',
  ]
  for (const procedure of mailing) {
    expect(describeCalls(procedure)).toEqual({ count: 1, isMailing: true })
    expect(describeCalls(`customer.shop.get,${procedure}`)).toEqual({ count: 2, isMailing: true })
  }
  expect(describeCalls('customer.review.submit,customer.shop.get')).toEqual({ count: 2, isMailing: false })
})

test('calls are counted to one too many, and names of nothing are no mail', () => {
  expect(describeCalls(','.repeat(4_900)).count).toBe(11)
  expect(describeCalls('toString,constructor,__proto__')).toEqual({ count: 3, isMailing: false })
})

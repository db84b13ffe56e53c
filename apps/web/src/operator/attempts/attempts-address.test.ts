import { expect, test } from 'vitest'
import { attemptsHref, readAttemptFilters } from './attempts-address.ts'

const orderId = `ord_${'0'.repeat(26)}`

test('an address that was built is read back', () => {
  const filters = { orderId, search: '#1060' }
  expect(readAttemptFilters(new URL(attemptsHref(filters), 'http://x').searchParams)).toEqual(filters)
})

test('what is not known is no condition, and nonsense in the address is left out', () => {
  expect(attemptsHref({ orderId: null, search: undefined })).toBe('/operator/attempts')
  expect(readAttemptFilters(new URLSearchParams('orderId=1&shopId=%00&search=%20&customerId=cus_'))).toEqual({})
})

import { demoCustomers, demoGuests } from '@afterword/db/seed/people'
import { planOrders } from '@afterword/db/seed/plan-orders'
import { planReviews } from '@afterword/db/seed/plan-reviews'
import { createRandom } from '@afterword/db/seed/random'
import { expect, test } from 'vitest'
import { displayName } from './display-name.ts'

const random = createRandom(7)
const now = new Date('2026-03-01T09:00:00Z')
const reviews = planReviews({ random, now, orders: planOrders(random, now) })

test('the demo shows each customer as we show customers, or by an English given name they wrote themselves', () => {
  const written: readonly string[] = demoCustomers.en.map(({ firstName }) => firstName)
  const people = [...demoCustomers.en, ...demoCustomers.ko]
  const shown = new Set([...written, ...people.map((person) => displayName(person))])
  const verified = reviews.filter(({ customerId }) => customerId !== null)
  expect(verified.length).toBeGreaterThan(100)
  expect(verified.filter(({ authorName }) => !shown.has(authorName))).toEqual([])
})

test('no Korean name is whole in the demo: family names of its guests are followed by a star', () => {
  const families = /^[김이박최정강조윤장임한오서신권]\p{Script=Hangul}{1,2}$/u
  // A given name of two letters.
  expect(demoGuests.ko.filter((name) => families.test(name))).toEqual(['한솔'])
})

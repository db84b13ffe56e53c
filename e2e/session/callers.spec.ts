import { openDatabase } from '@afterword/db/connection/client'
import { randomInt } from 'node:crypto'
import { expect } from '@playwright/test'
import { signInFrom } from '../fixtures/from-address.ts'
import { test } from '../fixtures/test.ts'

/** A network of this machine that no other test calls from. */
const ownNetwork = (): string => `127.${randomInt(10, 250)}.${randomInt(250)}`

test('guesses at the sign-in form are counted for the network they come from, whatever their headers say', async () => {
  const network = ownNetwork()
  const statuses: number[] = []
  for (let index = 0; index < 31; index += 1) {
    const guess = { email: `guess-${index}@example.com`, password: 'not the password' }
    const forged = { 'x-forwarded-for': `198.51.${index}.9`, 'x-real-ip': `198.51.${index}.9` }
    statuses.push((await signInFrom(`${network}.7`, guess, forged)).status)
  }
  expect(statuses).toEqual([...Array.from({ length: 30 }, () => 401), 429])
  const claiming = { 'x-forwarded-for': `${network}.7` }
  const other = await signInFrom(`${ownNetwork()}.7`, { email: 'other@example.com', password: 'not it' }, claiming)
  expect(other.status).toBe(401)
})

test('a session stands under the network its person signed in from, and under none that was claimed', async ({
  demo,
}) => {
  const network = ownNetwork()
  const forged = {
    'x-forwarded-for': '198.51.100.9',
    'x-afterword-caller': 'x 198.51.100.9',
    forwarded: 'for=198.51.100.9',
  }
  const answer = await signInFrom(`${network}.7`, demo.admin, forged)
  expect(answer.status).toBe(200)
  const { db, close } = openDatabase({ url: demo.databaseUrl, maxConnections: 1 })
  try {
    const rows = await db.$client<{ place: string }[]>`
      select distinct ip_prefix::text as place from auth_session
      where ip_prefix::text in (${`${network}.0/24`}, '198.51.100.0/24')`
    expect(rows.map(({ place }) => place)).toEqual([`${network}.0/24`])
  } finally {
    await close()
  }
})

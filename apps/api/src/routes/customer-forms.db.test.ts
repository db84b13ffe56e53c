import { lineItem, review, reviewDraft } from '@afterword/db/schema'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { createReviewLink, createReviewShop, fingerprintTables } from '@afterword/services/testing/review-world'
import { encodeId } from '@afterword/validation/primitives/ids'
import { and, eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { startApi } from '../testing/api-server.ts'

const { db } = await useTestDatabase({ maxConnections: 10 })
const api = await startApi(db)
afterAll(api.stop)
const shop = await createReviewShop(db)
const page = `/write/detail/${shop.code}`

/** A new item of the order, and its form. */
const newItem = async (values: Parameters<typeof shop.addItem>[0] = {}) => {
  const { id } = await shop.addItem(values)
  const outside = encodeId('lineItem', id)
  const isOfItem = and(eq(review.shopId, shop.shop.id), eq(review.lineItemId, id))
  return {
    id,
    outside,
    send: async (fields: Record<string, string>) =>
      await api.sendForm(`${page}/reviews`, { lineItemId: outside, submissionId: randomUUID(), ...fields }),
    readReviews: async () => await db.select().from(review).where(isOfItem),
    readDraft: async () => (await db.select().from(reviewDraft).where(eq(reviewDraft.lineItemId, id)))[0],
  }
}

describe('the review form without JavaScript', () => {
  test('stores the review and leads back to its page', async () => {
    const item = await newItem()
    const answer = await item.send({ rating: '4', title: ' Warm ', body: 'Soft,\r\nand warm.', authorName: '' })
    expect([answer.status, answer.headers.location]).toEqual([303, `${page}?item=${item.outside}&sent=1`])
    expect(await item.readReviews()).toMatchObject([
      {
        rating: 4,
        title: 'Warm',
        body: 'Soft,\nand warm.',
        authorName: 'Mina K.',
        status: 'pending',
        isVerified: true,
      },
    ])
  })

  test('sent again, or eight times at once, makes one review', async () => {
    const item = await newItem()
    const fields = { rating: '5', body: 'Once.', submissionId: randomUUID() }
    const answers = await Promise.all(Array.from({ length: 8 }, async () => await item.send(fields)))
    answers.push(await item.send(fields), await item.send({ ...fields, submissionId: randomUUID() }))
    for (const answer of answers) expect(answer.headers.location).toBe(`${page}?item=${item.outside}&sent=1`)
    expect(await item.readReviews()).toMatchObject([{ rating: 5, body: 'Once.' }])
  })

  test.each([
    ['gone back to', true],
    ['opened twice', false],
  ])(
    'sent again with other words, from a page that was %s, leads to the change with them in it',
    async (_how, same) => {
      const item = await newItem()
      const first = { rating: '5', body: 'First.', submissionId: randomUUID() }
      await item.send(first)
      const second = { ...first, rating: '2', body: 'Second.', ...(same ? {} : { submissionId: randomUUID() }) }
      for (let time = 0; time < 2; time += 1) {
        const answer = await item.send(second)
        expect(answer.headers.location).toBe(`${page}?item=${item.outside}&error=review.already_written&edit=1`)
      }
      expect(await item.readReviews()).toMatchObject([{ rating: 5, body: 'First.', version: 1 }])
      expect(await item.readDraft()).toMatchObject({ rating: 2, body: 'Second.' })
      const saved = await item.send({ ...second, edit: '1' })
      expect(saved.headers.location).toContain('sent=1')
      expect(await item.readReviews()).toMatchObject([{ rating: 2, body: 'Second.', version: 2 }])
      expect(await item.readDraft()).toBeUndefined()
    },
  )

  test('sent again with words that cannot be taken leads to the change with them in it', async () => {
    const item = await newItem()
    const first = { rating: '5', body: 'First.', submissionId: randomUUID() }
    await item.send(first)
    const answer = await item.send({ ...first, rating: '', body: 'Second.' })
    expect(answer.headers.location).toBe(`${page}?item=${item.outside}&error=review.rating_required&edit=1`)
    expect(await item.readDraft()).toMatchObject({ body: 'Second.' })
  })

  test('under an id that another item’s review took is stored all the same', async () => {
    const [one, other] = [await newItem(), await newItem()]
    const fields = { rating: '5', body: 'Of this one.', submissionId: randomUUID() }
    for (const item of [one, other]) expect((await item.send(fields)).headers.location).toContain('sent=1')
    expect(await other.readReviews()).toMatchObject([{ body: 'Of this one.' }])
  })

  test('takes what a script takes: a line end counts once, and the same review by both ways is one submission', async () => {
    const item = await newItem()
    const lines = 'A line of text.\n'.repeat(49)
    const body = `${lines}${'x'.repeat(4_990 - lines.length)}`
    const submissionId = randomUUID()
    const typed = { lineItemId: item.outside, submissionId, rating: 4, title: 'Cafe\u0301', body, authorName: '' }
    const byScript = await api.sendOwn('/api/trpc/customer.review.submit', { code: shop.code, ...typed })
    expect(byScript.status).toBe(200)
    const fields = { rating: '4', title: 'Café', body: body.replaceAll('\n', '\r\n'), submissionId, authorName: '' }
    expect((await item.send(fields)).headers.location).toBe(`${page}?item=${item.outside}&sent=1`)
    expect(await item.readReviews()).toMatchObject([{ body, title: 'Café' }])
    const other = await newItem()
    await other.send({ ...fields, submissionId: randomUUID() })
    expect(await other.readReviews()).toMatchObject([{ body, title: 'Café' }])
  })

  test.each([
    [{ rating: '', body: 'No stars.', title: 'T' }, 'review.rating_required'],
    [{ rating: '6', body: 'Six stars.' }, 'review.rating_required'],
    [{ rating: '1e0', body: 'x' }, 'review.rating_required'],
    [{ rating: '3', body: ' \n ' }, 'review.body_required'],
    [{ rating: '3', body: 'x'.repeat(5_001) }, 'review.body_too_long'],
    [{ rating: '3', body: 'x', title: 'x'.repeat(121) }, 'review.title_too_long'],
    [{ rating: '3', body: 'x', submissionId: 'not an id' }, 'input.invalid'],
  ] as const)('keeps what was typed when it cannot be taken: %#', async (fields, code) => {
    const item = await newItem()
    const answer = await item.send({ authorName: 'Mina', title: '', ...fields })
    expect([answer.status, answer.headers.location]).toEqual([303, `${page}?item=${item.outside}&error=${code}`])
    expect(await item.readReviews()).toEqual([])
    expect(await item.readDraft()).toMatchObject({ body: fields.body, authorName: 'Mina' })
    await item.send({ rating: '3', body: 'Corrected.' })
    expect(await item.readDraft()).toBeUndefined()
  })

  test('with a star and no words begins no draft, and the page it leads back to has the star', async () => {
    const item = await newItem()
    const answer = await item.send({ rating: '4', body: '', title: '', authorName: 'Mina' })
    expect(answer.headers.location).toBe(`${page}?item=${item.outside}&error=review.body_required&rating=4`)
    expect(await item.readDraft()).toBeUndefined()
  })

  test('of a change that cannot be taken leads back to the change', async () => {
    const item = await newItem()
    await item.send({ rating: '5', body: 'First.' })
    const answer = await item.send({ edit: '1', rating: '', body: 'Second.' })
    expect(answer.headers.location).toBe(`${page}?item=${item.outside}&error=review.rating_required&edit=1`)
    expect(await item.readDraft()).toMatchObject({ body: 'Second.' })
  })

  test('edits what was written; the review waits for the moderator again', async () => {
    const item = await newItem()
    await item.send({ rating: '5', body: 'First.' })
    const answer = await item.send({ edit: '1', rating: '2', body: 'On second thought.' })
    expect(answer.headers.location).toContain('sent=1')
    expect(await item.readReviews()).toMatchObject([{ rating: 2, body: 'On second thought.', version: 2 }])
  })

  test('for an item that was given back meanwhile leads back to the page with the reason', async () => {
    const item = await newItem()
    await db.update(lineItem).set({ refundedQuantity: 1 }).where(eq(lineItem.id, item.id))
    const answer = await item.send({ rating: '5', body: 'Too late.' })
    expect([answer.status, answer.headers.location]).toEqual([
      303,
      `${page}?item=${item.outside}&error=line_item.not_reviewable`,
    ])
  })

  test('with somebody else’s item, or no item, changes nothing and leads back to the page', async () => {
    const other = await createReviewShop(db)
    const before = await fingerprintTables(db)
    for (const lineItemId of [encodeId('lineItem', other.lineItem.id), '', 'lin_x', encodeId('review', randomUUID())]) {
      const answer = await api.sendForm(`${page}/reviews`, { lineItemId, rating: '5', body: 'Mine?' })
      expect([answer.status, answer.headers.location]).toEqual([303, page])
    }
    expect(await fingerprintTables(db)).toEqual(before)
  })

  test('under a code that is not one leads to its page, which says so in words', async () => {
    for (const code of ['x', 'A'.repeat(64), 'y'.repeat(5_000), '%00', '%20', '..%2f..']) {
      const answer = await api.sendForm(`/write/detail/${code}/reviews`, { rating: '5', body: 'x' })
      expect([answer.status, answer.headers.location], code.slice(0, 20)).toEqual([303, `/write/detail/${code}`])
    }
  })

  test('of another kind, or too large, is refused cleanly', async () => {
    const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'multipart/form-data; boundary=x' }
    const multipart = await api.send(`${page}/reviews`, { method: 'POST', headers, body: '--x--' })
    expect([multipart.status, multipart.json()['code']]).toEqual([400, 'body.invalid'])
    const large = await api.sendForm(`${page}/reviews`, { body: 'x'.repeat(300_000) })
    expect([large.status, large.json()['code']]).toEqual([413, 'body.too_large'])
  })
})

describe('asking for a fresh link without JavaScript', () => {
  const login = `/write/login/${shop.shop.accessCode}`

  test('answers a customer and a stranger alike', async () => {
    for (const email of [shop.customer.email, 'nobody@example.com', ` ${shop.customer.email.toUpperCase()} `]) {
      const answer = await api.sendForm(login, { email })
      expect([answer.status, answer.headers.location]).toEqual([303, `${login}?sent=1`])
    }
  })

  test('gives back what is no address', async () => {
    const answer = await api.sendForm(login, { email: 'mina@' })
    expect(answer.headers.location).toBe(`${login}?error=email.invalid&email=mina%40`)
  })

  test.each(['nobody', '%00', 'x'.repeat(5_000)])('of a shop that is not there leads to its page: %#', async (code) => {
    const answer = await api.sendForm(`/write/login/${code}`, { email: 'mina@example.com' })
    expect([answer.status, answer.headers.location]).toEqual([303, `/write/login/${code}`])
  })
})

describe('unsubscribing', () => {
  const unsubscribeLink = async () => {
    const own = await createReviewShop(db)
    const values = { shopId: own.shop.id, reviewRequestId: own.reviewRequest.id, purpose: 'unsubscribe' } as const
    return { path: `/write/unsubscribe/${await createReviewLink(db, values)}`, email: own.customer.email ?? '' }
  }

  test('by one click from a mail service, from any origin, is a plain 200 (RFC 8058)', async () => {
    const answer = await api.send((await unsubscribeLink()).path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.example' },
      body: 'List-Unsubscribe=One-Click',
    })
    expect([answer.status, answer.text]).toEqual([200, '{"unsubscribed":true}'])
  })

  const form = 'application/x-www-form-urlencoded'
  const multipart = (disposition: string, value = 'One-Click', eol = '\r\n') =>
    ['--b', `Content-Disposition: form-data; ${disposition}`, 'Content-Type: text/plain', '', value, '--b--', ''].join(
      eol,
    )
  const boundary = 'multipart/form-data; boundary=b'

  test.each<[title: string, type: string | undefined, body: string | Buffer | undefined]>([
    ['a form', form, 'List-Unsubscribe=One-Click'],
    ['a form with a charset', `${form}; charset=us-ascii`, 'List-Unsubscribe=One-Click'],
    [
      'a form whose type is in capitals',
      'Application/X-WWW-Form-URLEncoded;charset="UTF-8"',
      'List-Unsubscribe=One-Click',
    ],
    ['a form that ends in a line break', form, 'List-Unsubscribe=One-Click\r\n'],
    ['a form that escapes what needs no escape', form, 'List%2DUnsubscribe=One%2DClick&x=1'],
    ['a form in UTF-16', `${form}; charset=utf-16`, Buffer.from('\uFEFFList-Unsubscribe=One-Click', 'utf16le')],
    ['multipart', boundary, multipart('name="List-Unsubscribe"')],
    ['multipart with bare line feeds', boundary, multipart('name="List-Unsubscribe"', 'One-Click', '\n')],
    ['multipart without quotes, with a file name', boundary, multipart('filename=x; name=List-Unsubscribe')],
    ['multipart without a boundary', 'multipart/form-data', multipart('name="List-Unsubscribe"')],
    [
      'multipart in base64',
      boundary,
      multipart('name="List-Unsubscribe"\r\nContent-Transfer-Encoding: base64', 'T25lLUNsaWNr'),
    ],
    ['plain text', 'text/plain; charset=utf-8', 'List-Unsubscribe=One-Click'],
    ['JSON', 'application/json', '{"List-Unsubscribe":"One-Click"}'],
    ['a type that is none', 'x', 'List-Unsubscribe=One-Click'],
    ['bytes', 'application/octet-stream', 'List-Unsubscribe=One-Click'],
    ['no type', undefined, Buffer.from('List-Unsubscribe=One-Click')],
    ['an empty form', form, ''],
    ['nothing at all', undefined, undefined],
  ])('by one click works when the mail service posts %s', async (_title, type, body) => {
    const { path } = await unsubscribeLink()
    const headers = type === undefined ? {} : { 'content-type': type }
    const before = await fingerprintTables(db)
    const answer = await api.send(path, { method: 'POST', headers, ...(body === undefined ? {} : { body }) })
    expect([answer.status, answer.text]).toEqual([200, '{"unsubscribed":true}'])
    expect((await fingerprintTables(db))['customer']).not.toBe(before['customer'])
  })

  test.each([
    ['text/plain', 'hello'],
    [boundary, multipart('name="List-Unsubscribe"', 'No')],
    [boundary, multipart('name="action"', 'List-Unsubscribe')],
    ['application/json', '{"action":"unsubscribe"}'],
  ])('a body of %s without the word changes nothing: %s', async (type, body) => {
    const { path } = await unsubscribeLink()
    const before = await fingerprintTables(db)
    const answer = await api.send(path, { method: 'POST', headers: { 'content-type': type }, body })
    expect([answer.status, answer.json()['code']]).toEqual([400, 'body.invalid'])
    expect(await fingerprintTables(db)).toEqual(before)
  })

  test('by the page leads back to it; opening it, or asking with HEAD, changes nothing', async () => {
    const { path, email } = await unsubscribeLink()
    const before = await fingerprintTables(db)
    for (const method of ['GET', 'HEAD', 'OPTIONS']) await api.send(path, { method })
    expect(await fingerprintTables(db)).toEqual(before)
    const answer = await api.sendForm(path, { email: ` ${email.toUpperCase()} ` })
    expect([answer.status, answer.headers.location]).toEqual([303, path])
    expect(await fingerprintTables(db)).not.toEqual(before)
  })

  test('takes the address it went to: a scanner that presses the button types nothing, and changes nothing', async () => {
    const { path, email } = await unsubscribeLink()
    const before = await fingerprintTables(db)
    const fields = [{}, { email: '' }, { email: 'else@example.com' }, { action: 'resubscribe' }]
    const answers = await Promise.all(fields.map(async (typed) => await api.sendForm(path, typed)))
    for (const { status, headers } of answers) {
      expect([status, headers.location]).toEqual([303, `${path}?error=subscription.email_mismatch`])
    }
    expect(await fingerprintTables(db)).toEqual(before)
    expect((await api.sendForm(path, { email })).headers.location).toBe(path)
  })
})

test('a person who asks for links too often reads how long to wait', async () => {
  const own = await startApi(db)
  const ask = async (language: string) =>
    await own.sendForm(
      `/write/login/${shop.shop.accessCode}`,
      { email: 'nobody@example.com' },
      { accept: 'text/html', 'accept-language': language },
    )
  for (let turn = 0; turn < 20; turn += 1) expect((await ask('en')).status).toBe(303)
  const [english, korean] = [await ask('en'), await ask('ko')]
  for (const answer of [english, korean]) {
    expect([answer.status, answer.headers['content-type']]).toEqual([429, 'text/html; charset=utf-8'])
    expect(answer.headers['retry-after']).toMatch(/^\d+$/)
  }
  expect(english.text).toMatch(/Please try again in (?:\d{1,2} seconds?|1 minute)\./)
  expect(korean.text).toMatch(/(?:\d{1,2}초|1분) 뒤에 다시 시도해 주세요\./)
  await own.stop()
})

describe('asking for a fresh link by one that opens nothing', () => {
  test('answers alike whether there ever was such a link, and is told in words when it was asked too often', async () => {
    const known = await createReviewLink(db, {
      shopId: shop.shop.id,
      reviewRequestId: shop.reviewRequest.id,
      expiresAt: new Date(0),
    })
    const codes = [known, 'A'.repeat(64), 'fb28fe2f', 'not%20a%20code', '%00']
    const answers = await Promise.all(codes.map(async (code) => await api.sendForm(`/write/detail/${code}`, {})))
    for (const { status, headers, cookies } of answers) {
      expect([status, headers.location, cookies]).toEqual([303, '/write/link-again?sent=1', []])
    }
    for (let turn = codes.length; turn < 20; turn += 1) await api.sendForm('/write/detail/fb28fe2f', {})
    const answer = await api.sendForm('/write/detail/fb28fe2f', {})
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toMatch(/^\/write\/link-again\?error=rate\.limited&retry=3[56]\d\d$/)
  })

  test('writes no review, draft or subscription', async () => {
    const { attempt_count: _counted, ...before } = await fingerprintTables(db)
    await api.sendForm(page, { rating: '5', body: 'Not here', action: 'unsubscribe' })
    const { attempt_count: _recounted, ...after } = await fingerprintTables(db)
    expect(after).toEqual(before)
  })
})

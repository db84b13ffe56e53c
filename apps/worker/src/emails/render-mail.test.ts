import { freshLinkReasons } from '@afterword/jobs/definitions/send-fresh-link'
import type { InvitationMail, MailItem, ReviewRequestMail } from '@afterword/services/mail/mailer'
import { expect, test } from 'vitest'
import { renderMail } from './render-mail.tsx'

const code = 'A'.repeat(64)
const item: MailItem = {
  title: 'Merino <throw> & blanket',
  variantTitle: 'Oat / Large',
  imageUrl: 'https://shop.example/throw.jpg',
  price: { priceMinor: 8900, compareAtMinor: 12000, currency: 'USD' },
  reviewUrl: `https://reviews.example/write/detail/${code}`,
  isReviewed: false,
}
const mail: ReviewRequestMail = {
  kind: 'review_request',
  messageId: '<req_1@reviews.example>',
  to: 'mina@example.com',
  greetingName: 'Mina',
  locale: 'en',
  shop: {
    name: 'Hearth & Wool',
    logoUrl: null,
    accentColor: '#2f5d50',
    websiteUrl: null,
    replyToEmail: null,
    postalAddress: '1 Mill Lane, Leeds',
  },
  order: { name: '#1042', items: [item] },
  unsubscribeUrl: `https://reviews.example/write/unsubscribe/${code}`,
}
const { order: _order, kind: _kind, ...toShop } = mail
const invitation: InvitationMail = {
  ...toShop,
  kind: 'invitation',
  inviterName: 'Ada',
  role: 'moderator',
  acceptUrl: `https://reviews.example/invite/${code}`,
}
const withItem = (changes: Partial<MailItem>): ReviewRequestMail => ({
  ...mail,
  order: { name: '#1042', items: [{ ...item, ...changes }] },
})
const starsOf = (text: string): string[] => [...text.matchAll(/rating=(\d)/g)].map((match) => match[1] ?? '')

test('each item has five stars with words, in HTML and in plain text', async () => {
  const { html, text } = await renderMail(mail)
  expect(starsOf(html)).toEqual(['1', '2', '3', '4', '5'])
  expect(starsOf(text)).toEqual(['1', '2', '3', '4', '5'])
  for (const word of ['Poor', 'Fair', 'OK', 'Good', 'Excellent']) {
    expect(html).toContain(word)
    expect(text).toContain(word)
  }
  expect(html).toContain(`/write/detail/${code}?rating=5`)
})

test('the names that a shop gave run the way they are written', async () => {
  const { html } = await renderMail({
    ...withItem({ title: 'שמיכת צמר', variantTitle: 'أزرق' }),
    shop: { ...mail.shop, name: 'בית הצמר' },
  })
  for (const words of ['שמיכת צמר', 'أزرق', 'בית הצמר'])
    expect(html, words).toMatch(new RegExp(`<p[^>]* dir="auto"[^>]*>${words}</p>`))
})

test('the mail says from whom, why, where they are and how to stop it', async () => {
  const { html, text, subject, senderName } = await renderMail(mail)
  expect(subject).toBe('How do you like your order from Hearth & Wool?')
  expect(senderName).toBe('Hearth & Wool via Afterword')
  for (const part of [html, text]) {
    expect(part).toContain('Hello Mina,')
    expect(part).toContain('because you bought these items')
    expect(part).toContain('1 Mill Lane, Leeds')
    expect(part).toContain(mail.unsubscribeUrl)
  }
})

test('a higher compare-at price is struck out; without one nothing is', async () => {
  const discounted = await renderMail(mail)
  expect(discounted.html).toContain('<s>$120.00</s>')
  expect(discounted.text).toContain('$89.00 (regular price $120.00)')
  const plain = await renderMail(withItem({ price: { priceMinor: 0, compareAtMinor: null, currency: 'USD' } }))
  expect(plain.html).not.toContain('<s>')
  expect(plain.html).toContain('$0.00')
  expect((await renderMail(withItem({ price: null }))).html).not.toMatch(/\$\d/)
})

test('a Korean customer reads Korean', async () => {
  const won = { priceMinor: 12000, compareAtMinor: null, currency: 'KRW' }
  const { html, text, subject } = await renderMail({
    ...withItem({ price: won }),
    locale: 'ko',
    greetingName: '김미나',
  })
  expect(html).toMatch(/<html[^>]*lang="ko"/)
  expect(subject).toContain('어떠셨나요')
  for (const part of [html, text]) {
    expect(part).toContain('김미나님, 안녕하세요.')
    expect(part).toContain('아주 좋아요')
    expect(part).toContain('₩12,000')
  }
})

test('what the shop or the customer typed cannot become markup or style', async () => {
  const hostile = '"><img src=x onerror=alert(1)>'
  const shop = { ...mail.shop, name: hostile, accentColor: 'red;background:url(//evil.example)' }
  const { html } = await renderMail({ ...withItem({ title: hostile }), greetingName: hostile, shop })
  expect(html).not.toContain('<img src=x')
  expect(html).not.toContain('evil.example')
})

test('a mail of 200 items with long names stays below the 102 KB at which Gmail cuts, and leads to the rest', async () => {
  const items = Array.from({ length: 200 }, (_, index) => ({
    ...item,
    title: `${index} ${'very long name '.repeat(17)}`,
    reviewUrl: `https://reviews.example/write/detail/${String(index).padStart(64, 'B')}`,
  }))
  const { html, text } = await renderMail({ ...mail, order: { name: '#1', items } })
  expect(Buffer.byteLength(html)).toBeLessThan(102_000)
  expect(html).toContain('Review 188 more')
  expect(text).toContain('Review 188 more: https://reviews.example/write/detail/')
})

test('nothing in the mail tells the sender that it was opened', async () => {
  const { html } = await renderMail(mail)
  const pictures = [...html.matchAll(/<img[^>]*src="([^"]*)"/g)].map((match) => match[1])
  expect(pictures).toEqual(['https://shop.example/throw.jpg'])
})

test('a fresh link leads to what was written already, says how it came about and how to have fewer', async () => {
  const orders = [{ name: '#1042', items: [{ ...item, isReviewed: true }, item] }]
  const { html, text } = await renderMail({ ...toShop, kind: 'fresh_link', reason: 'address_entered', orders })
  expect(html).toContain('See or edit your review')
  expect(starsOf(html)).toHaveLength(5)
  expect(text).toContain(`See or edit your review: ${item.reviewUrl}`)
  for (const part of [html, text]) {
    expect(part).toContain('once a week at most')
    expect(part).toContain(mail.unsubscribeUrl)
  }
})

test.each(['en', 'ko'] as const)('a fresh link says the one reason it was sent for, in %s', async (locale) => {
  const reasons = {
    address_entered: { en: 'entered your address', ko: '주소가 입력되어' },
    dead_link: { en: 'one of your old ones', ko: '예전 링크로' },
    review_missing: { en: 'didn’t reach', ko: '도착하지 않아' },
  }
  for (const reason of freshLinkReasons) {
    const each = { ...toShop, kind: 'fresh_link', reason, orders: [mail.order], locale } as const
    const { html, text } = await renderMail(each)
    for (const [name, words] of Object.entries(reasons))
      for (const part of [html, text])
        expect([reason, name, part.includes(words[locale])]).toEqual([reason, name, name === reason])
  }
})

test('an invitation says who asks, for what and how long, with one link in HTML and plain text', async () => {
  const invited = { ...invitation, greetingName: null, inviterName: 'Ada <b>Lovelace</b>' }
  const english = await renderMail(invited)
  expect(english.subject).toBe('Join Hearth & Wool on Afterword')
  for (const part of [english.html, english.text]) {
    expect(part).toContain('As a moderator, you can publish, reject and reply to reviews.')
    expect(part).toContain(invited.acceptUrl)
    expect(part).toContain('you can ignore it')
  }
  expect(english.html).not.toContain('<b>Lovelace')
  expect(english.html).not.toMatch(/unsubscribe/i)
  const korean = await renderMail({ ...invited, locale: 'ko' })
  expect(korean.subject).toContain('Hearth & Wool')
  expect(korean.text).toContain('리뷰 담당자')
})

test('the lowest of several prices is called one, in HTML and plain text and in each language', async () => {
  const price = { priceMinor: 8900, compareAtMinor: null, isPriceFrom: true, currency: 'USD' }
  const order = { ...mail.order, items: [{ ...item, price }] }
  const english = await renderMail({ ...mail, order })
  for (const part of [english.html, english.text]) expect(part).toContain('from $89.00')
  expect((await renderMail({ ...mail, order, locale: 'ko' })).text).toContain('US$89.00부터')
})

test('a sign-in mail says where to enter the code right before the code, and not before the link', async () => {
  const url = `https://reviews.example/sign-in/link/${code}`
  const { html, text } = await renderMail({
    kind: 'staff',
    messageId: '<signin_1@reviews.example>',
    to: 'noa@example.com',
    name: 'Noa',
    subject: 'Your sign-in link',
    preview: 'It works once.',
    paragraphs: ['Open this link.'],
    action: { label: 'Sign in', url },
    code: '12345678',
    codeLead: 'Enter the code where you asked:',
    reason: 'Somebody asked.',
  })
  expect(text).toContain(`Open this link.\n\nSign in: ${url}\n\nEnter the code where you asked:\n\nCode: 1234 5678\n`)
  const places = [url, 'Enter the code where you asked:', '1234 5678'].map((part) => html.indexOf(part))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places).not.toContain(-1)
})

test('in dark mode no light surface stays: whatever has a background of its own changes it', async () => {
  const staff = {
    kind: 'staff',
    messageId: '<1@reviews.example>',
    to: 'ada@shop.example',
    name: 'Ada',
    subject: 'Hello',
    preview: 'Words.',
    paragraphs: ['Hello.'],
    action: null,
    code: null,
    reason: 'A test.',
  } as const
  for (const each of [mail, staff]) {
    const { html } = await renderMail(each)
    const tags = html.match(/<[a-z]+ [^>]*background-color:#f[^>]*>/g) ?? []
    expect(tags).toHaveLength(3)
    for (const tag of tags) expect(tag).toMatch(/class="(?:page|card)"/)
    expect(html).toContain('name="viewport"')
  }
})

test.each([
  ['a review request', mail],
  ['fresh links', { ...toShop, kind: 'fresh_link', reason: 'address_entered', orders: [mail.order] }],
  ['an invitation', invitation],
] as const)('%s in Korean greets with the whole name and breaks lines between words', async (_title, each) => {
  const { html, text, senderName } = await renderMail({ ...each, locale: 'ko', greetingName: '조수빈' })
  expect(senderName).toBe('Hearth & Wool (Afterword 발송)')
  expect(text).toMatch(/^조수빈님, 안녕하세요\./)
  expect(html).toContain('조수빈님, 안녕하세요.')
  for (const tag of ['body', 'td'])
    expect(html).toMatch(new RegExp(`<${tag}[^>]*word-break:keep-all;overflow-wrap:break-word`))
  expect(html).not.toContain('word-break:break-word')
})

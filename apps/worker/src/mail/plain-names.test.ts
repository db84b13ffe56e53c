import type { MailMessage, MailShop } from '@afterword/services/mail/mailer'
import { expect, test } from 'vitest'
import { renderMail } from '../emails/render-mail.tsx'
import { withPlainNames } from './plain-names.ts'

const evil = 'Win at https://evil.example/x or evil.example, ask a@evil.example'
const shop: MailShop = {
  name: 'Hearth & Wool',
  logoUrl: null,
  accentColor: '#2f5d50',
  websiteUrl: null,
  replyToEmail: null,
  postalAddress: null,
}
const base = { messageId: '<1@reviews.example>', to: 'b@shop.example', greetingName: evil, locale: 'en', shop } as const
const item = { title: evil, variantTitle: evil, imageUrl: null, price: null, isReviewed: false }
const order = { name: evil, items: [{ ...item, reviewUrl: 'https://reviews.test/write/detail/A' }] }

const mails: MailMessage[] = [
  { ...base, kind: 'review_request', order, unsubscribeUrl: 'https://reviews.test/write/unsubscribe/A' },
  {
    ...base,
    kind: 'fresh_link',
    reason: 'dead_link',
    orders: [order],
    unsubscribeUrl: 'https://reviews.test/write/unsubscribe/A',
  },
  { ...base, kind: 'invitation', inviterName: evil, role: 'viewer', acceptUrl: 'https://reviews.test/invite/A' },
  {
    ...base,
    kind: 'staff',
    name: evil,
    subject: 'Your sign-in link',
    preview: 'It works once.',
    paragraphs: ['Hello'],
    action: null,
    code: null,
    reason: 'Because.',
  },
]

test.each(mails)('a $kind mail makes no link of the names in it', async (mail) => {
  const { subject, html, text } = await renderMail(withPlainNames(mail))
  for (const part of [subject, html, text]) {
    expect(part).not.toContain('evil.example')
    expect(part).not.toContain('a@evil')
  }
  expect(text).toContain('evil. example')
})

test('names of real people and products are sent as they are', () => {
  const named = {
    messageId: base.messageId,
    to: base.to,
    kind: 'staff',
    name: 'J.R.R. 김민아',
    subject: 'Hello',
    preview: 'Words.',
    paragraphs: [],
    action: null,
    code: null,
    reason: '',
  } as const
  expect(withPlainNames(named)).toEqual(named)
})

import { expect, test } from 'vitest'
import { z } from 'zod'
import { jobCatalogue } from './catalogue.ts'
import { longestMailSeconds } from './define/longest-mail.ts'

const definitions = Object.entries(jobCatalogue)

test('no two jobs share a queue, and each queue is named as its definition', () => {
  expect(new Set(definitions.map(([, { name }]) => name)).size).toBe(definitions.length)
  for (const [key, { name }] of definitions)
    expect(name.replaceAll(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase())).toBe(key)
})

test.each(definitions)(
  '%s: a failed try comes again, later each time, and a try that hangs ends',
  (_key, { policy }) => {
    expect(policy.retryLimit).toBeGreaterThan(0)
    expect(policy.retryDelaySeconds).toBeGreaterThan(0)
    expect(policy.retryDelayMaxSeconds).toBeGreaterThanOrEqual(policy.retryDelaySeconds)
    expect(policy.expireInSeconds).toBeGreaterThan(0)
  },
)

test('a job that sends a mail has the time that a slow mail server may take', () => {
  const mails = definitions.filter(([key]) => key.startsWith('send'))
  expect(mails.length).toBeGreaterThan(5)
  for (const [, { policy }] of mails) expect(policy.expireInSeconds).toBe(longestMailSeconds)
})

test.each(definitions)('%s carries ids and words, and refuses what is none', (_key, { schema }) => {
  for (const data of [null, 'text', 7, [], { shopId: 'none' }])
    expect(schema.safeParse(data).success, JSON.stringify(data)).toBe(false)
})

test('the queue’s data holds no code that opens a page', () => {
  const fields = definitions.flatMap(([, { schema }]) => {
    const text = JSON.stringify(z.toJSONSchema(schema, { io: 'input' }))
    return [...text.matchAll(/"properties":\{([^}]*)/g)].flatMap(([, names = '']) => [...names.matchAll(/"(\w+)":\{/g)])
  })
  expect(fields.length).toBeGreaterThan(0)
  expect(
    fields.map(([, name = '']) => name).filter((name) => /^(?:code|token|secret|password|email)$/i.test(name)),
  ).toEqual([])
})

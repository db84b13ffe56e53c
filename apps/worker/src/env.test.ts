import { expect, test } from 'vitest'
import { readEnv } from './env.ts'

const complete = {
  DATABASE_URL: 'postgres://postgres@127.0.0.1:5432/afterword',
  SMTP_URL: 'smtp://127.0.0.1:1025',
  PUBLIC_URL: 'https://reviews.example.com/',
  AFTERWORD_SECRET: 'x'.repeat(32),
}

test('complete settings are read, and the sender follows the public address', () => {
  expect(readEnv(complete)).toMatchObject({
    publicUrl: 'https://reviews.example.com',
    mailFrom: 'reviews@reviews.example.com',
    claimSeconds: 45,
  })
})

const readIncomplete = () => readEnv({ ...complete, SMTP_URL: '', AFTERWORD_SECRET: 'short-secret' })

test('what is missing or wrong is named in one sentence, without its value', () => {
  expect(readIncomplete).toThrow(
    /^Please set SMTP_URL \(a mail server .+\) and AFTERWORD_SECRET \(at least 32 characters/,
  )
  expect(readIncomplete).not.toThrow(/short-secret/)
  expect(() => readEnv({ ...complete, DATABASE_URL: 'mysql://x' })).toThrow(/DATABASE_URL/)
  expect(() => readEnv({ ...complete, WORKER_CLAIM_SECONDS: '600' })).toThrow(/WORKER_CLAIM_SECONDS/)
})

import { expect, test } from 'vitest'
import { readEnv, readListenEnv } from './env.ts'

const whole = {
  DATABASE_URL: 'postgres://localhost/afterword',
  PUBLIC_URL: 'https://reviews.example.com/',
  AFTERWORD_SECRET: 'x'.repeat(32),
}

test('the public address has no slash at its end', () => {
  expect(readEnv(whole).PUBLIC_URL).toBe('https://reviews.example.com')
})

test('what is missing is named in one sentence', () => {
  expect(() => readEnv({ ...whole, DATABASE_URL: undefined })).toThrow('Set DATABASE_URL')
  expect(() => readEnv({ ...whole, PUBLIC_URL: 'reviews' })).toThrow('Set PUBLIC_URL')
  expect(() => readEnv({ ...whole, AFTERWORD_SECRET: 'short' })).toThrow('at least 32 characters')
})

test('without settings the page server listens on this machine only', () => {
  expect(readListenEnv({})).toEqual({ port: 3_001, host: '127.0.0.1', isDevelopment: false })
})

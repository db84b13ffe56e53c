import { expect, test } from 'vitest'
import { readEnv, readListenEnv, showsGallery } from './env.ts'

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

test('without settings people sign in here only', () => {
  expect(readEnv(whole).signInProviders).toEqual({ google: null, oidc: null })
  const empty = { GOOGLE_CLIENT_ID: '', GOOGLE_CLIENT_SECRET: '', OIDC_ISSUER: '', OIDC_NAME: '' }
  expect(readEnv({ ...whole, ...empty }).signInProviders).toEqual({ google: null, oidc: null })
})

test('a provider that is set whole is there, by its own name or a plain one', () => {
  const google = { GOOGLE_CLIENT_ID: 'g', GOOGLE_CLIENT_SECRET: 's' }
  const oidc = { OIDC_ISSUER: 'https://login.example.com', OIDC_CLIENT_ID: 'o', OIDC_CLIENT_SECRET: 's' }
  expect(readEnv({ ...whole, ...google, ...oidc }).signInProviders).toEqual({
    google: { clientId: 'g', clientSecret: 's' },
    oidc: { issuer: 'https://login.example.com', clientId: 'o', clientSecret: 's', name: 'single sign-on' },
  })
  expect(readEnv({ ...whole, ...oidc, OIDC_NAME: 'Example' }).signInProviders.oidc?.name).toBe('Example')
})

test('a provider that is half set is told at once', () => {
  expect(() => readEnv({ ...whole, GOOGLE_CLIENT_ID: 'g' })).toThrow('Set both GOOGLE_CLIENT_ID and')
  expect(() => readEnv({ ...whole, OIDC_CLIENT_SECRET: 's' })).toThrow('Set all of OIDC_ISSUER')
  expect(() => readEnv({ ...whole, OIDC_ISSUER: 'login', OIDC_CLIENT_ID: 'o', OIDC_CLIENT_SECRET: 's' })).toThrow(
    'Set OIDC_ISSUER to the address',
  )
})

test('the gallery of interface parts is for development and for tests that ask for it', () => {
  expect(showsGallery({})).toBe(false)
  expect(showsGallery({ AFTERWORD_GALLERY: '0', NODE_ENV: 'production' })).toBe(false)
  expect(showsGallery({ AFTERWORD_GALLERY: '1' })).toBe(true)
  expect(showsGallery({ NODE_ENV: 'development' })).toBe(true)
})

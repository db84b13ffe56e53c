import { expect, test } from 'vitest'
import { readEnv } from './env.ts'

test('nothing set means port 3000 and the data folder in the checkout; empty means unset', () => {
  const env = readEnv({ DATABASE_URL: '', SMTP_URL: '' })
  expect(env).toMatchObject({
    port: 3000,
    publicUrl: 'http://localhost:3000',
    databaseUrl: undefined,
    smtpUrl: undefined,
  })
  expect(env.dataDir).toMatch(/\.data$/)
})

test('a wrong setting is refused in a sentence that says what to set', () => {
  expect(() => readEnv({ PORT: 'eighty' })).toThrow('PORT must be a port number.')
  expect(() => readEnv({ AFTERWORD_SECRET: 'short' })).toThrow('AFTERWORD_SECRET must have at least 32 characters.')
})

test('the demo can be left out, for an installation of real shops', () => {
  expect([readEnv({}).isDemoWanted, readEnv({ AFTERWORD_DEMO: 'false' }).isDemoWanted]).toEqual([true, false])
  expect(() => readEnv({ AFTERWORD_DEMO: 'perhaps' })).toThrow('AFTERWORD_DEMO must be true or false.')
})

test('a release is named as every report can name it, or the start is refused', () => {
  expect(readEnv({ AFTERWORD_RELEASE: '2026.11.28-rc.1+abc_1' }).release).toBe('2026.11.28-rc.1+abc_1')
  for (const name of ['release of Friday', 'v1/2', 'x'.repeat(61)])
    expect(() => readEnv({ AFTERWORD_RELEASE: name }), name).toThrow(/^AFTERWORD_RELEASE must be at most 60 letters/)
})

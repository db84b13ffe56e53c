import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { checkLocale } from './check-locale.ts'
import { type DatabaseHandle, openDatabase } from '../connection/client.ts'
import { withDatabase } from '../connection/create-database.ts'
import { containsFolded } from './folded-text.ts'
import { migrateDatabase } from '../migrate.ts'

const templateUrl = inject('templateUrl')
const admin = postgres(withDatabase(templateUrl, 'postgres'), { max: 1, onnotice: () => undefined })

/** Anybody's Postgres may have any of these. */
const locales = {
  c: "locale_provider libc locale 'C'",
  builtin: "locale_provider builtin builtin_locale 'C.UTF-8' locale 'C.UTF-8'",
  turkish: "locale_provider icu icu_locale 'tr' locale 'C'",
} as const

const opened: { name: string; handle: DatabaseHandle }[] = []
const open = async (locale: keyof typeof locales) => {
  const name = `fold_${locale}_${process.pid}`
  await admin.unsafe(`create database ${name} template template0 encoding 'UTF8' ${locales[locale]}`)
  const url = withDatabase(templateUrl, name)
  await migrateDatabase(url)
  const handle = openDatabase({ url, maxConnections: 1, applicationName: name })
  opened.push({ name, handle })
  return { ...handle, url }
}

afterAll(async () => {
  for (const { name, handle } of opened) {
    await handle.close()
    await admin.unsafe(`drop database ${name} with (force)`)
  }
  await admin.end()
})

const found = [
  ['un cadeau élégant', 'ÉLÉGANT'],
  ['SCHÖNE Decke', 'schöne'],
  ['Отлично!', 'ОТЛИЧНО'],
  ['ΣΟΦΟΣ', 'σοφος'],
  ['die Straße', 'STRASSE'],
  ['café', 'cafe\u0301'],
  ['cafe\u0301', 'CAFÉ'],
  ['Mme Lefèvre', 'Lefevre'],
  ['Mme Lefèvre', 'lefèvre'],
  ['Mme Lefevre', 'Lefèvre'],
  ['Amélie', 'Amelie'],
  ['AME\u0301LIE', 'amelie'],
  ['José García', 'jose garcia'],
  ['İnci', 'inci'],
  ['inci', 'İNCİ'],
  ['Nguyễn Thị Hồng', 'nguyen thi hong'],
  ['Ångström', 'angstrom'],
  ['Елёна', 'елена'],
  ['Παππά', 'παππα'],
  ['Zoë Østergård', 'zoe østergard'],
  ['배송이 빨라요', '배송'.normalize('NFD')],
  ['ＷＯＯＬ', 'wool'],
  ['ﬁne wool', 'FINE'],
  ['INFO', 'info'],
  ['Ірина', 'ірина'],
  ['100% wool', '100％'],
  ['under_score', '_'],
  ['back\\slash', '\\'],
] as const

const missed = [
  ['wool', '%'],
  ['wool', '％'],
  ['wool', '_'],
  ['wool', '\\'],
  ['wool', 'silk'],
  ['café', '\u0301'],
  ['Østergård', 'ostergard'],
  ['Łukasz', 'lukasz'],
  ['배송', '배종'],
] as const

describe.each(Object.keys(locales) as (keyof typeof locales)[])('on a database of the locale %s', (locale) => {
  test('a search finds every case and spelling of a letter in every script, with and without accents, and takes nothing for a wildcard', async () => {
    const { db, url } = await open(locale)
    const contains = async (text: string, search: string) =>
      (await db.execute<{ hit: boolean }>(sql`select ${containsFolded(sql`${text}::text`, search)} as hit`))[0]?.hit
    for (const [text, search] of found)
      expect([text, search, await contains(text, search)]).toEqual([text, search, true])
    for (const [text, search] of missed) {
      expect([text, search, await contains(text, search)]).toEqual([text, search, false])
    }
    expect((await checkLocale(url)) === null).toBe(locale === 'builtin')
  })
})

test('the index serves the search', async () => {
  const [entry] = opened
  const plan = await entry?.handle.db.transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`)
    return await tx.execute(sql`explain select id from review
      where ${containsFolded(sql`coalesce(review.title, '') || ' ' || review.body || ' ' || review.author_name`, 'élégant')}`)
  })
  expect(JSON.stringify(plan)).toContain('review_text_search')
})

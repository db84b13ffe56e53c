import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findShownTextsIn, type ShownText } from './find-shown-texts.ts'

/** Folders whose components say nothing of their own: every text of theirs stands in a catalogue (packages/language). */
export const wordlessFolders = [
  'apps/web/src/account',
  'apps/web/src/app/(admin)',
  'apps/web/src/app/(auth)',
  'apps/web/src/app/(customer)',
  'apps/web/src/call',
  'apps/web/src/customer',
  'apps/web/src/frame',
  'apps/web/src/invitation',
  'apps/web/src/kept',
  'apps/web/src/operator',
  'apps/web/src/session',
  'apps/web/src/shop',
  'apps/web/src/sign-in',
  'apps/worker/src/emails',
] as const

/** What these write goes to the people of an installation, who read English in their logs. */
const forOperators = ['apps/web/src/customer/reports/']

/** Every text in a component of these folders. @param root  The checkout. */
export const findShownTexts = (root: string): ShownText[] =>
  wordlessFolders
    .flatMap((folder) => globSync('**/*.{ts,tsx}', { cwd: `${root}/${folder}` }).map((file) => `${folder}/${file}`))
    .filter((file) => !/\.test\.tsx?$/.test(file) && !forOperators.some((folder) => file.startsWith(folder)))
    .toSorted()
    .flatMap((file) => findShownTextsIn(file, readFileSync(`${root}/${file}`, 'utf8')))

if (import.meta.main) {
  const found = findShownTexts(fileURLToPath(new URL('../..', import.meta.url)))
  for (const { place, text } of found) console.error(`${place}  ${JSON.stringify(text)} belongs in packages/language`)
  process.exitCode = found.length === 0 ? 0 : 1
}

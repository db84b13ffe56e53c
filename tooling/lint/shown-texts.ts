import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findShownTextsIn, type ShownText } from './find-shown-texts.ts'

/** Folders whose code says nothing of its own: every text of theirs stands in a catalogue (packages/language). */
export const wordlessFolders = ['apps/web/src', 'apps/worker/src/emails'] as const

/** Folders in them that may have texts. */
export const exemptFolders = [
  // The specimens of the gallery, which only developers see.
  'apps/web/src/app/gallery',
  'apps/web/src/gallery',
  // What the operator of an installation reads in its logs.
  'apps/web/src/customer/reports',
  'apps/web/src/server',
] as const

/** Every text in a component of these folders. @param root  The checkout. */
export const findShownTexts = (root: string): ShownText[] =>
  wordlessFolders
    .flatMap((folder) => globSync('**/*.{ts,tsx}', { cwd: `${root}/${folder}` }).map((file) => `${folder}/${file}`))
    .filter((file) => !/\.test\.tsx?$/.test(file) && !exemptFolders.some((folder) => file.startsWith(`${folder}/`)))
    .toSorted()
    .flatMap((file) => findShownTextsIn(file, readFileSync(`${root}/${file}`, 'utf8')))

if (import.meta.main) {
  const found = findShownTexts(fileURLToPath(new URL('../..', import.meta.url)))
  for (const { place, text } of found) console.error(`${place}  ${JSON.stringify(text)} belongs in packages/language`)
  process.exitCode = found.length === 0 ? 0 : 1
}

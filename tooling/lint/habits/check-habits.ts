import { findSleeps } from './find-sleeps.ts'
import { findSuppressions } from './find-suppressions.ts'

const isOfTests = (file: string): boolean => /\.test\.tsx?$|\/(?:testing|chaos)\/|^e2e\//.test(file)

const allows = (place: string, file: string): boolean => (place.endsWith('/') ? file.startsWith(place) : file === place)

/**
 * Whether tests wait for events and not for time, and suppressions are explained.
 *
 * @param sources   Texts by path from the checkout's root.
 * @param sleeping  Where tests may wait for time, by file or folder.
 * @returns One sentence for each fault.
 */
export const checkHabits = (
  sources: ReadonlyMap<string, string>,
  sleeping: Readonly<Record<string, string>>,
): string[] => {
  const places = new Set(Object.keys(sleeping))
  const faults = [...sources].flatMap(([file, text]) => {
    const silenced = findSuppressions(file, text).map(({ line, says }) => `${file}:${line} ${says}`)
    const sleeps = isOfTests(file) ? findSleeps(file, text) : []
    const place = Object.keys(sleeping).find((name) => allows(name, file))
    if (place === undefined) return [...silenced, ...sleeps.map((line) => `${file}:${line} waits for time to pass`)]
    if (sleeps.length > 0) places.delete(place)
    return silenced
  })
  return [...faults, ...[...places].map((place) => `${place} may wait for time, and does not`)]
}

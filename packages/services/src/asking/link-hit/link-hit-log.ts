import type { LinkHit } from './record-link-hits.ts'

/** Two visits closer together than this are one scanner, not one person (observed: 134 ms). */
const pairMs = 1_000
const writeEveryMs = 1_000
/** A flood of visits must not fill the memory; the hits beyond are not counted. */
const mostWaiting = 5_000

export interface LinkHitLog {
  /** Takes note of a visit. Returns at once, never throws. */
  add(hit: LinkHit): void
  /** Writes what waits. */
  close(): Promise<void>
}

interface HitLogDeps {
  readonly write: (hits: readonly LinkHit[]) => Promise<void>
  readonly onError: (error: unknown) => void
  readonly now: () => Date
}

/**
 * Collects visits and writes them in batches, beside the requests that made them. Each waits a second,
 * so that two visits of one link from one network within a second are known as a scanner's.
 */
export const createLinkHitLog = ({ write, onError, now }: HitLogDeps): LinkHitLog => {
  let waiting: LinkHit[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  const writeUntil = async (end: number): Promise<void> => {
    const due = waiting.filter((hit) => hit.at.getTime() <= end)
    if (due.length === 0) return
    waiting = waiting.filter((hit) => hit.at.getTime() > end)
    try {
      await write(due)
    } catch (error) {
      // Counting visits is not worth a second try while the database has other worries.
      onError(error)
    }
  }
  const plan = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined
      void writeUntil(now().getTime() - pairMs).then(() => {
        if (waiting.length > 0) plan()
      })
    }, writeEveryMs).unref()
  }
  const isPair = (first: LinkHit, second: LinkHit): boolean =>
    first.code === second.code &&
    first.ipPrefix === second.ipPrefix &&
    Math.abs(second.at.getTime() - first.at.getTime()) < pairMs

  return {
    add(hit) {
      if (waiting.length >= mostWaiting) return
      const hasPartner = waiting.some((earlier) => isPair(earlier, hit))
      if (hasPartner) {
        waiting = waiting.map((earlier) => (isPair(earlier, hit) ? { ...earlier, kind: 'scanned' } : earlier))
      }
      waiting.push(hasPartner ? { ...hit, kind: 'scanned' } : hit)
      plan()
    },
    async close() {
      clearTimeout(timer)
      await writeUntil(Infinity)
    },
  }
}

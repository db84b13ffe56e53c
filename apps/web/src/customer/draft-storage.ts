import { z } from 'zod'

/** What was typed about one item and not accepted yet. */
const draftSchema = z.object({
  version: z.literal(1),
  /** The same for every try to send this text, so that it can never become two reviews. */
  submissionId: z.uuid(),
  rating: z.int().min(1).max(5).nullable(),
  title: z.string(),
  body: z.string(),
  authorName: z.string(),
  /** Sending began and its outcome is not known: ask before anything else. */
  isSending: z.boolean(),
  /** Milliseconds since 1970. */
  savedAt: z.number(),
})
export type Draft = Omit<z.output<typeof draftSchema>, 'version' | 'savedAt'>

type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Old drafts of somebody who borrowed the phone are of no use to anybody. */
const keptForMs = 90 * 24 * 3_600_000

export interface DraftSlot {
  /** The draft, or null when there is none, it is too old, or it cannot be read. */
  read(): Draft | null
  /** @returns Whether it was kept: private windows and full phones refuse. */
  write(draft: Draft): boolean
  remove(): void
}

const parse = (text: string | null): z.output<typeof draftSchema> | null => {
  if (text === null) return null
  try {
    return draftSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/**
 * The place of one item's draft on this device.
 *
 * @param store  `localStorage`, or null where the browser gives none.
 * @param key    Names the item and whether a review is written or changed.
 */
export const createDraftSlot = (store: DraftStore | null, key: string, now: () => number = Date.now): DraftSlot => {
  const name = `afterword:draft:${key}`
  return {
    read() {
      try {
        const stored = parse(store?.getItem(name) ?? null)
        if (stored === null || now() - stored.savedAt > keptForMs) return null
        const { version: _version, savedAt: _savedAt, ...draft } = stored
        return draft
      } catch {
        return null
      }
    },
    write(draft) {
      try {
        store?.setItem(name, JSON.stringify({ ...draft, version: 1, savedAt: now() }))
        return store !== null
      } catch {
        return false
      }
    },
    remove() {
      try {
        store?.removeItem(name)
      } catch {
        // A store that refuses to be read holds nothing to remove.
      }
    },
  }
}

/** `localStorage`, or null where reading it is refused. */
export const browserStore = (): Storage | null => {
  try {
    return globalThis.localStorage
  } catch {
    return null
  }
}

import type { Executor } from '@afterword/db/connection/client'
import { processMark } from '@afterword/db/schema'
import { eq } from 'drizzle-orm'

/** Notes that a process of a release has started. */
export const markRelease = async (db: Executor, release: string): Promise<void> => {
  await db.insert(processMark).values({ kind: 'release', name: release })
}

/** Performs scheduled work and notes from when to when it ran, whatever its end. */
export const markWork = async <Result>(db: Executor, name: string, work: () => Promise<Result>): Promise<Result> => {
  const [mark] = await db.insert(processMark).values({ kind: 'work', name }).returning({ id: processMark.id })
  try {
    return await work()
  } finally {
    if (mark !== undefined) await db.update(processMark).set({ until: new Date() }).where(eq(processMark.id, mark.id))
  }
}

const prefix = 'afterword.kept.'

/** @param owner  A person, a space, and the shop they act for. */
const keyOf = (owner: string, name: string): string => `${prefix}${owner}.${name}`

/** What was typed and not yet sent, in this tab, per person, shop and field. In a browser that forbids storage nothing is kept, and everything else works. */
export const createKeptStorage = (storage: () => Storage) => {
  const attempt = <Result>(work: (store: Storage) => Result, otherwise: Result): Result => {
    try {
      return work(storage())
    } catch {
      // Storage is full or forbidden.
      return otherwise
    }
  }
  const keysWith = (store: Storage, begins: string): string[] =>
    Array.from({ length: store.length }, (_, index) => store.key(index) ?? '').filter((key) => key.startsWith(begins))

  return {
    read: (owner: string, name: string): unknown =>
      attempt((store) => JSON.parse(store.getItem(keyOf(owner, name)) ?? 'null') as unknown, null),
    /** Null forgets it. */
    write: (owner: string, name: string, value: unknown): void =>
      attempt((store) => {
        if (value === null) store.removeItem(keyOf(owner, name))
        else store.setItem(keyOf(owner, name), JSON.stringify(value))
      }, undefined),
    /** The names that begin like this, without that beginning. */
    list: (owner: string, begins: string): string[] =>
      attempt((store) => {
        const start = keyOf(owner, begins)
        return keysWith(store, start).map((key) => key.slice(start.length))
      }, []),
    /** Deletes what other people typed in this tab, so that this person never sees it. */
    forgetOthers: (person: string): void =>
      attempt((store) => {
        for (const key of keysWith(store, prefix)) if (!key.startsWith(`${prefix}${person} `)) store.removeItem(key)
      }, undefined),
    forgetAll: (): void =>
      attempt((store) => {
        for (const key of keysWith(store, prefix)) store.removeItem(key)
      }, undefined),
  }
}

export const keptStorage = createKeptStorage(() => globalThis.sessionStorage)

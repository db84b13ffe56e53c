interface Place<T> {
  readonly item: T
  next: Place<T> | undefined
}

export interface WaitingLine<T> {
  readonly size: () => number
  readonly head: () => T | undefined
  readonly add: (item: T) => void
  readonly take: () => T | undefined
}

/** First in, first out; adding and taking cost the same at any length (an array's `shift` does not). */
export const createWaitingLine = <T>(): WaitingLine<T> => {
  let first: Place<T> | undefined
  let last: Place<T> | undefined
  let size = 0
  return {
    size: () => size,
    head: () => first?.item,
    add(item) {
      const place: Place<T> = { item, next: undefined }
      if (last === undefined) first = place
      else last.next = place
      last = place
      size += 1
    },
    take() {
      if (first === undefined) return undefined
      const { item, next } = first
      first = next
      if (next === undefined) last = undefined
      size -= 1
      return item
    },
  }
}

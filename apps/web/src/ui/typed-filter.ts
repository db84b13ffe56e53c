/** What stands in a field that filters a list, and which of it the address has been asked to say. */
export interface TypedFilter {
  readonly typed: string
  /** What the address said last. */
  readonly said: string
  /** What the address was asked to say, oldest first, and does not say yet: it follows a moment later. */
  readonly asked: readonly string[]
}

/** A field that shows what the address says. */
export const startTypedFilter = (said: string): TypedFilter => ({ typed: said, said, asked: [] })

/** The address is asked to say what was typed. */
export const askAddress = (state: TypedFilter, search: string): TypedFilter => ({
  ...state,
  asked: [...state.asked, search],
})

/**
 * The address says something else than before. What it was asked to say changes nothing that was typed meanwhile;
 * what came by other means (Back, a link, Clear) stands in the field.
 */
export const hearAddress = (state: TypedFilter, said: string): TypedFilter => {
  const place = state.asked.indexOf(said)
  return place === -1 ? startTypedFilter(said) : { ...state, said, asked: state.asked.slice(place + 1) }
}

/** What the address has still to be asked for; null when it says, or will say, what was typed. */
export const stillToAsk = ({ typed, said, asked }: TypedFilter): string | null => {
  const search = typed.trim()
  return search === (asked.at(-1) ?? said) ? null : search
}

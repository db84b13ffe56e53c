/** A browser's call without an answer counts as lost after this long; the next one asks what became of it. */
export const callTimeoutMs = 15_000

/** Text for a report: without link codes, and short. */
export const scrub = (text: string, length = 300): string =>
  text
    .replaceAll(/(\/write\/[a-z]+\/)[^\s/?#"'):]+/g, '$1…')
    .replaceAll(/[\w-]{40,}/g, '…')
    .slice(0, length)

/** One thing that mail programs add to the end of a link: a closing `.`, `)`, `>`, `,` or an escaped `=`. */
const trimming = /(?:[.)>,=]|%3D)$/i
/** Longer than any code of ours with all that a mail program adds. */
const longestText = 256

/**
 * A code as it stood in the mail, without what mail programs add to the end of links.
 *
 * @returns The text as it is when it is too long to hold a code: a caller's pattern then refuses it, and a stranger's
 *   long text costs nothing.
 */
export const withoutTrimmings = (text: string): string => {
  if (text.length > longestText) return text
  let code = text
  for (let found = trimming.exec(code); found !== null; found = trimming.exec(code)) code = code.slice(0, found.index)
  return code
}

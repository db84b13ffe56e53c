/**
 * An address that works from a mailbox: relative ones are taken from our own public address.
 *
 * @returns null for none and for anything that is not http or https.
 */
export const absoluteWebUrl = (url: string | null, publicUrl: string): string | null => {
  if (url === null || !URL.canParse(url, publicUrl)) return null
  const parsed = new URL(url, publicUrl)
  return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed.href : null
}

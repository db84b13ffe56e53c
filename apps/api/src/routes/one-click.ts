import { parse } from 'node:querystring'

/** What RFC 8058 has a mail service post, as the one form that this page's form does not send. */
const key = 'list-unsubscribe'
const word = 'one-click'

/**
 * A posted body as text, whatever its character set: its words are ASCII, so a byte stands for a letter, and the zero
 * bytes and marks of UTF-16 and UTF-32 say nothing.
 */
const toText = (body: Buffer): string =>
  body
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(?:\u00EF\u00BB\u00BF|\u00FE\u00FF|\u00FF\u00FE)/, '')

/** Fields of `application/x-www-form-urlencoded`, which some post under another type or none. */
const readPairs = (text: string): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(parse(text)).map(([name, value]) => [
      name.trim().toLowerCase(),
      String(Array.isArray(value) ? value[0] : value)
        .trim()
        .toLowerCase(),
    ]),
  )

/** One part of `multipart/form-data`: its name, quoted or not, the rest of its headers, an empty line, its value, plain or in base64. */
const part =
  /\bname\s*=\s*"?list-unsubscribe"?(?=[\s;])[^]{0,500}?\r?\n\r?\n\s*(?:one-click|T25lLUNsaWNr)\s*(?:\r?\n|$)/i
/** A member of a JSON object. */
const member = /"list-unsubscribe"\s*:\s*"\s*one-click\s*"/i

interface Posted {
  readonly body: Buffer
  /** Whether a browser sent it, which says so itself: a page's form always has fields. */
  readonly isFromBrowser: boolean
}

/**
 * Whether a mail service asks to unsubscribe on its customer's behalf: by the key and value of RFC 8058, §3.2, in any
 * type and character set, or with an empty body, as some services send it. A scanner that presses the page's button
 * sends the page's own fields.
 */
export const isOneClick = ({ body, isFromBrowser }: Posted): boolean => {
  const text = toText(body)
  if (text.trim() === '') return !isFromBrowser
  return readPairs(text).get(key) === word || part.test(text) || member.test(text)
}

/** The fields of the page's own form; none in a body of another type. */
export const readOwnForm = (body: Buffer, contentType: string | undefined): unknown =>
  /^application\/x-www-form-urlencoded *(?:;|$)/i.test(contentType ?? '') ? parse(body.toString('utf8')) : null

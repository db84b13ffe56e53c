/** RFC 5321 §4.5.3.1: a path of 256 octets less its angle brackets. */
export const mostEmailLength = 254
/** The same: octets before the @. */
const maxLocalLength = 64

/** RFC 5322 dot-atom: words of `atext` joined by single dots. */
const localPart = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
/** Letters of a dot-atom with dots anywhere. */
const looseLocalPart = /^[\w!#$%&'*+/=?^`{|}~.-]+$/
/**
 * Domains of Japanese telephone companies that gave out local parts with dots side by side or at the end, before 2009.
 * Such a mailbox is written quoted in mail (RFC 5321, 4.1.2) and unquoted by everybody else.
 */
const looseDomain =
  /(?:^|\.)(?:docomo\.ne\.jp|ezweb\.ne\.jp|softbank\.ne\.jp|vodafone\.ne\.jp|disney\.ne\.jp|jp-[a-z]\.ne\.jp|pdx\.ne\.jp|willcom\.com|au\.com)$/
/** RFC 1035 label: letters, digits and inner hyphens, 63 at most. */
const label = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i
const topLevel = /^(?:[a-z]{2,63}|xn--[a-z\d-]{1,59})$/i

const isDomain = (domain: string): boolean => {
  const labels = domain.split('.')
  return labels.length >= 2 && labels.every((part) => label.test(part)) && topLevel.test(labels.at(-1) ?? '')
}

/**
 * Reads the one address a mail may go to. Stricter than RFC 5322 on purpose, because the result goes
 * into mail headers and SMTP commands: display names, groups, lists, comments, white space, control
 * characters, quoted local parts (`"a b"@c.de`), address literals (`a@[192.0.2.1]`), hosts without a
 * dot (`a@localhost`), numeric top-level domains and anything but ASCII are refused. A domain in
 * another script is accepted in its `xn--` form. The dots of old Japanese addresses are accepted where such addresses
 * are, quoted or not, and left unquoted; `toMailbox` writes them for a mail.
 *
 * @returns The address with its domain in lower case, or null.
 */
export const parseEmail = (text: unknown): string | null => {
  if (typeof text !== 'string' || text.length > mostEmailLength) return null
  const at = text.indexOf('@')
  const written = text.slice(0, Math.max(at, 0))
  const domain = text.slice(at + 1).toLowerCase()
  const isLoose = looseDomain.test(domain)
  const local = isLoose ? written.replace(/^"(.*)"$/, '$1') : written
  const form = isLoose ? looseLocalPart : localPart
  if (local.length > maxLocalLength || !form.test(local) || !isDomain(domain)) return null
  return `${local}@${domain}`
}

/**
 * An address that `parseEmail` gave, as SMTP commands and mail headers take it: a local part that is no dot-atom is
 * quoted.
 *
 * @see RFC 5321, 4.1.2
 */
export const toMailbox = (email: string): string => {
  const at = email.lastIndexOf('@')
  const local = email.slice(0, at)
  return localPart.test(local) ? email : `"${local}"${email.slice(at)}`
}

/**
 * One spelling of an address as it was typed: the key under which something is counted for it, however its
 * letters were written.
 *
 * @returns The address in lower case without spaces around it, or null.
 */
export const foldEmail = (text: string): string | null => parseEmail(text.trim())?.toLowerCase() ?? null

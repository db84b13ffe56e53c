/**
 * An address without slashes at its end, so that a path can be appended to it.
 *
 * @param url  An absolute address, e.g. `https://reviews.example.com/`.
 */
export const withoutClosingSlashes = (url: string): string => {
  let end = url.length
  while (url[end - 1] === '/') end -= 1
  return url.slice(0, end)
}

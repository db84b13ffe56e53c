/** One part of a path as text; what cannot be decoded is kept as it stands and will not be found. */
export const readAddressPart = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

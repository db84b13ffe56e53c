/** 32 hexadecimal digits in the form of a UUID; what is longer is cut. Its version is whatever the digits say. */
export const uuidText = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')

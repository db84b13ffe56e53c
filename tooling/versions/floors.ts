/**
 * The lowest version of a package without a known advisory, by its major line; a line that is not
 * named is refused when it is older than every named one. Transitive entries count too.
 */
export const floors: Readonly<Record<string, readonly string[]>> = {
  '@node-rs/argon2': ['2.0.0'],
  '@tanstack/react-query': ['5.0.0'],
  '@trpc/client': ['11.8.0'],
  '@trpc/server': ['11.8.0'],
  '@trpc/tanstack-react-query': ['11.8.0'],
  'drizzle-orm': ['0.45.2'],
  fastify: ['5.0.0'],
  // The line of 4 is next-auth's own, safe since CVE-2024-28176 was mended; ours is 6.
  jose: ['6.0.0', '4.15.5'],
  maildev: ['3.0.0'],
  next: ['16.3.3'],
  'next-auth': ['4.24.15', '5.0.0-beta.32'],
  node: ['24.0.0'],
  nodemailer: ['9.1.1'],
  'pg-boss': ['12.0.0'],
  react: ['19.2.8'],
  'react-dom': ['19.2.8'],
  sharp: ['0.35.4'],
  typescript: ['7.0.0'],
  // The line of 3 is maildev's own, safe since CVE-2023-4316 was mended; ours is 4.
  zod: ['4.0.0', '3.22.3'],
}

interface Version {
  readonly numbers: readonly [number, number, number]
  /** The number at the end of `-beta.32`; infinite for a release, which is later. */
  readonly prerelease: number
}

const parseVersion = (text: string): Version => {
  const match = /^(\d+)\.(\d+)\.(\d+)(?:-(?:.*\D)?(\d+)$)?/.exec(text)
  if (match === null) throw new Error(`${text} is not a version.`)
  const [, major, minor, patch, prerelease] = match
  return {
    numbers: [Number(major), Number(minor), Number(patch)],
    prerelease: prerelease === undefined ? Number.POSITIVE_INFINITY : Number(prerelease),
  }
}

/** Whether one version is lower than another. */
export const isLower = (version: string, floor: string): boolean => {
  const [a, b] = [parseVersion(version), parseVersion(floor)]
  for (const [index, number] of a.numbers.entries()) {
    const other = b.numbers[index] ?? 0
    if (number !== other) return number < other
  }
  return a.prerelease < b.prerelease
}

const majorOf = (version: string): string => version.slice(0, version.indexOf('.'))

/** Name and version of every package of a lockfile (pnpm, version 9), as its `packages:` names them. */
export const readPackages = (lockfile: string): { name: string; version: string }[] => {
  const section = lockfile.slice(lockfile.indexOf('\npackages:\n'), lockfile.indexOf('\nsnapshots:\n'))
  return Array.from(section.matchAll(/^ {2}'?((?:@[^@/]+\/)?[^@'\s]+)@(\d[^:'(]*)'?:$/gm), ([, name, version]) => ({
    name: name ?? '',
    version: version ?? '',
  }))
}

/** One line per package of a lockfile that is older than allowed. */
export const findTooOld = (lockfile: string): string[] =>
  readPackages(lockfile).flatMap(({ name, version }) => {
    const lines = floors[name] ?? []
    const floor = lines.find((line) => majorOf(line) === majorOf(version)) ?? lines[0]
    return floor !== undefined && isLower(version, floor) ? [`${name} ${version} is below ${floor}`] : []
  })

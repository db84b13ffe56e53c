/** What one pass over all sessions, each renewed or checked once, took. */
export interface Pass {
  readonly seconds: number
  /** Milliseconds of one call. */
  readonly p50: number
  readonly p99: number
}

/** As many in flight as connections: more would measure waiting (docs/decisions/005-database-gate.md). */
export const connections = 10

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/** Calls `work` once for each item, ten at a time. */
export const runPass = async <T>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<void>,
): Promise<Pass> => {
  const times: number[] = []
  const queue = items.entries()
  const began = performance.now()
  const runOne = async (): Promise<void> => {
    for (const [index, item] of queue) {
      const start = performance.now()
      await work(item, index)
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: connections }, runOne))
  const sorted = times.toSorted((a, b) => a - b)
  return { seconds: (performance.now() - began) / 1000, p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) }
}

/** One of the things compared: a pass of it, over so many sessions. */
export interface Subject {
  readonly name: string
  readonly count: number
  readonly pass: () => Promise<Pass>
}

export interface Figure {
  readonly name: string
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** All in turn, so that what else the machine does strikes each; one pass to warm up, medians of the others. */
export const compare = async (subjects: readonly Subject[], seconds: number): Promise<Figure[]> => {
  const passes = new Map<Subject, Pass[]>(subjects.map((subject) => [subject, []]))
  for (const subject of subjects) await subject.pass()
  const spent = (): number =>
    Math.min(...[...passes.values()].map((all) => all.reduce((sum, { seconds: s }) => sum + s, 0)))
  for (let round = 0; round < 3 || (spent() < seconds * 3 && round < 50); round += 1) {
    for (const [subject, all] of passes) all.push(await subject.pass())
  }
  return [...passes].map(([{ name, count }, all]) => ({
    name,
    perSecond: median(all.map((pass) => count / pass.seconds)),
    p50: median(all.map((pass) => pass.p50)),
    p99: median(all.map((pass) => pass.p99)),
  }))
}

/** A table of figures, with the ratio of the first, which is ours, to each. */
export const printFigures = (title: string, figures: readonly Figure[]): void => {
  const [first] = figures
  console.log(`\n| ${title} | per second | Afterword ÷ this | p50 / p99 ms |\n| --- | --- | --- | --- |`)
  for (const { name, perSecond, p50, p99 } of figures) {
    const ratio = ((first?.perSecond ?? Number.NaN) / perSecond).toFixed(2)
    console.log(`| ${name} | ${Math.round(perSecond)} | ${ratio} | ${p50.toFixed(2)} / ${p99.toFixed(2)} |`)
  }
}

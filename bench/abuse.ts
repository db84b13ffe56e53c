import { type AttackName, attacks } from './abuse/attacks.ts'
import { openAbuseField } from './abuse/field.ts'
import { type HonestOutcome, kinds } from './abuse/outcome.ts'

const line = (cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`)

const show = (name: string, outcome: HonestOutcome): void => {
  const cells = kinds.flatMap((kind) => {
    const { asked, served, refused, p50, p99 } = outcome[kind]
    return [`${served} of ${asked}`, refused, `${p50} / ${p99}`]
  })
  line([name, ...cells])
}

/** How many times as long the slowest kind of call took, compared by its p99. */
const slowest = (calm: HonestOutcome, beside: HonestOutcome): string =>
  kinds.map((kind) => `${kind} ${(beside[kind].p99 / calm[kind].p99).toFixed(1)}`).join(', ')

const isKept = (calm: HonestOutcome, beside: HonestOutcome): boolean =>
  beside.submit.served === beside.submit.asked && kinds.every((kind) => beside[kind].p99 <= 3 * calm[kind].p99)

/**
 * Plays each attack for so long beside honest callers, and says what these saw of it. Each is compared with the calm
 * right before it, for a shared machine is not always as fast.
 */
export const benchAbuse = async (databaseUrl: string, seconds = 20): Promise<void> => {
  const names = Object.keys(attacks) as AttackName[]
  const field = await openAbuseField(databaseUrl, (2 * names.length + 1) * seconds * 5 + 100)
  await field.run(5, null)
  line(['', ...kinds.flatMap((kind) => [`${kind}s served`, 'refused', 'p50 / p99 ms'])])
  line(Array.from({ length: 1 + kinds.length * 3 }, () => '---'))
  const verdicts: string[] = []
  for (const name of names) {
    const calm = await field.run(seconds, null)
    const beside = await field.run(seconds, name)
    show('calm', calm)
    show(attacks[name].words, beside)
    verdicts.push(
      `- ${isKept(calm, beside) ? 'kept' : 'MISSED'}: ${name} (p99 as a multiple: ${slowest(calm, beside)})`,
    )
  }
  console.log(`\nEvery submit served, and each p99 within 3 times its calm value:\n\n${verdicts.join('\n')}`)
  await field.stop()
}

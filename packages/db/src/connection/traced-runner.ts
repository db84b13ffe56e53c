import { recordingSpan } from '@afterword/tracing/active-span'
import { runInSpan, type SpanOptions } from '@afterword/tracing/run-in-span'
import { SpanKind, type Tracer } from '@opentelemetry/api'
import type { Gate } from './gate.ts'
import { summarizeStatement } from './statement-summary.ts'

/** What lets work through: the gate, or nothing. */
export type Runner = Pick<Gate, 'run'>

const system = { 'db.system.name': 'postgresql' } as const

const describeStatement = (text: string): SpanOptions => {
  const { summary, operation } = summarizeStatement(text)
  const attributes = { ...system, 'db.operation.name': operation, 'db.query.summary': summary }
  return { name: summary, kind: SpanKind.CLIENT, attributes }
}

/** A transaction: its statements are spans of their own within it. */
const transaction: SpanOptions = { name: 'transaction', kind: SpanKind.INTERNAL, attributes: system }

/**
 * Runs work as a span that begins when it is let through; what it waited for that stands beside it, as
 * `afterword.gate.wait_ms`. Only within a call or job that is recorded: what the process does on its own
 * account, such as writing its log of attempts, belongs to no trace.
 *
 * @param text  The statement; left out for a transaction.
 */
export const traceRunner = (runner: Runner, tracer: Tracer, text?: string): Runner => ({
  async run(work) {
    if (recordingSpan() === undefined) return await runner.run(work)
    const asked = performance.now()
    return await runner.run(async () => {
      const waitedMs = Math.round((performance.now() - asked) * 1_000) / 1_000
      return await runInSpan(tracer, text === undefined ? transaction : describeStatement(text), async (span) => {
        span.setAttribute('afterword.gate.wait_ms', waitedMs)
        return await work()
      })
    })
  },
})

/** Lets everything through at once: a transaction already has its place. */
export const noGate: Runner = { run: async (work) => await work() }

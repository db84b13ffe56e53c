import { cn } from '../../style/cn.ts'
import type { IncidentAttempt } from './incident-types.ts'
import { formatMs } from './plot-scale.ts'

interface Mark {
  readonly ms: number
  readonly name: string
  readonly isBad?: boolean
}

const serverMarks = (server: NonNullable<IncidentAttempt['server']>): Mark[] => {
  const marks: Mark[] = [{ ms: server.receivedMs, name: 'received' }]
  if (server.committedMs !== null) marks.push({ ms: server.committedMs, name: 'committed' })
  if (server.finishedMs !== null)
    marks.push({ ms: server.finishedMs, name: `finished ${server.httpStatus ?? ''}`.trim() })
  if (server.closedMs !== null) marks.push({ ms: server.closedMs, name: 'connection closed', isBad: true })
  return marks
}

const Lane = ({ name, marks, end, note }: { name: string; marks: readonly Mark[]; end: number; note: string }) => (
  <div className="grid grid-cols-[4.5rem_minmax(0,1fr)] items-center gap-2 text-sm">
    <span className="text-ink-soft">{name}</span>
    <span className="grid gap-0.5">
      <span aria-hidden className="relative block h-3">
        <span className="absolute inset-x-0 top-1/2 border-t border-line-strong" />
        {marks.map((mark) => (
          <span
            key={mark.name}
            className={cn(
              'absolute top-0 size-3 -translate-x-1/2 rounded-full border-2 border-surface',
              mark.isBad === true ? 'bg-red' : 'bg-accent',
            )}
            style={{ left: `${Math.min(99, Math.max(1, (mark.ms / end) * 100))}%` }}
          />
        ))}
      </span>
      <span className="text-ink-soft tabular-nums">{note}</span>
    </span>
  </div>
)

const noteOf = (marks: readonly Mark[]): string =>
  marks.map(({ name, ms }) => `${name} at ${formatMs(Math.max(0, ms))}`).join(' · ')

/** Both sides of one attempt on one time line: what the browser saw, what the server did. */
export const AttemptLanes = ({ attempt }: { attempt: IncidentAttempt }) => {
  const { client, server } = attempt
  const seen = server === null ? [] : serverMarks(server)
  const end = Math.max(1, client?.durationMs ?? 0, ...seen.map(({ ms }) => ms))
  const sent: Mark[] =
    client === null
      ? []
      : [
          { ms: 0, name: 'sent' },
          { ms: client.durationMs, name: client.errorName, isBad: true },
        ]
  return (
    <div className="grid gap-2">
      <Lane name="Browser" marks={sent} end={end} note={client === null ? 'No browser report' : noteOf(sent)} />
      <Lane name="Server" marks={seen} end={end} note={server === null ? 'No server record' : noteOf(seen)} />
    </div>
  )
}

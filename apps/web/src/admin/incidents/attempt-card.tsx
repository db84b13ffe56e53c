import { Badge } from '../../components/ui/badge.tsx'
import { formatClock } from '../../time/format-time.ts'
import { AttemptLanes } from './attempt-lane.tsx'
import type { IncidentAttempt } from './incident-types.ts'
import { outcomeWords, verdictWords } from './verdict-words.ts'

const facts = (attempt: IncidentAttempt): (readonly [string, string])[] => {
  const all: (readonly [string, string | null])[] = [
    ['Shop', attempt.shop?.name ?? null],
    ['Order', attempt.orderName],
    ['Product', attempt.productTitle],
    ['Platform product id', attempt.productPlatformId],
    ['Line item', attempt.lineItemId],
    ['Customer', attempt.customerId],
    ['Browser', attempt.browser],
    ['Network', attempt.place],
    ['Release', attempt.release],
    ['Request id', attempt.requestId],
    ['Attempt id', attempt.attemptId],
  ]
  return all.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))
}

/** One failed attempt: when, why, on whose account, with both sides of it. */
export const AttemptCard = ({ attempt }: { attempt: IncidentAttempt }) => (
  <li className="grid gap-3 border-b border-line px-4 py-4 last:border-b-0">
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <time dateTime={attempt.startedAt} className="font-semibold tabular-nums">
        {formatClock(attempt.startedAt, true)}
      </time>
      <span>{[attempt.orderName, attempt.productTitle].filter((part) => part !== null).join(' · ')}</span>
      <Badge>{verdictWords[attempt.verdict].name}</Badge>
      <Badge tone={outcomeWords[attempt.outcome].tone}>{outcomeWords[attempt.outcome].name}</Badge>
    </div>
    <AttemptLanes attempt={attempt} />
    <details className="text-sm">
      <summary className="cursor-pointer text-ink-soft">Evidence and ids</summary>
      <ul className="mt-2 list-disc pl-5">
        {attempt.evidence.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        {facts(attempt).map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="break-all tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  </li>
)

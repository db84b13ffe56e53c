import { operatorAttemptsTexts as texts } from '@afterword/language/texts/operator-attempts/texts'
import { formatUtc } from '#time/format-time.ts'
import { AttemptLanes } from './attempt-lane.tsx'
import { attemptsHref } from './attempts-address.ts'
import type { IncidentAttempt } from './incident-types.ts'
import { OutcomeBadge } from './outcome-badge.tsx'
import { VerdictBadge } from './verdict-badge.tsx'

const { facts: names } = texts

type Fact = readonly [name: string, value: string | null, href?: string]

const facts = (attempt: IncidentAttempt): Fact[] => {
  const shopId = attempt.shop?.id
  const { orderId, lineItemId, customerId } = attempt
  const all: Fact[] = [
    [names.shop, attempt.shop?.name ?? null, attemptsHref({ shopId })],
    [names.order, attempt.orderName, attemptsHref({ shopId, orderId })],
    [names.product, attempt.productTitle],
    [names.productPlatformId, attempt.productPlatformId],
    [names.lineItem, lineItemId, attemptsHref({ shopId, lineItemId })],
    [names.customer, customerId, attemptsHref({ shopId, customerId })],
    [names.browser, attempt.browser],
    [names.network, attempt.place],
    [names.release, attempt.release],
    [names.requestId, attempt.requestId],
    [names.attemptId, attempt.attemptId],
  ]
  return all.filter(([, value]) => value !== null)
}

/** One failed attempt: when, why, of which order and customer, with what the browser and the server recorded. */
export const AttemptCard = ({
  attempt,
  isOutsideIncident = false,
}: {
  attempt: IncidentAttempt
  /** Names its incident, which an incident's own page has above it. */
  isOutsideIncident?: boolean
}) => (
  <li className="grid gap-3 border-b border-line px-4 py-4 last:border-b-0">
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <time dateTime={attempt.startedAt} className="font-semibold tabular-nums">
        {formatUtc(attempt.startedAt)}
      </time>
      <span>
        {[attempt.orderName, attempt.customerName, attempt.productTitle].filter((part) => part !== null).join(' · ')}
      </span>
      <VerdictBadge verdict={attempt.verdict} />
      <OutcomeBadge outcome={attempt.outcome} />
    </div>
    {isOutsideIncident && (
      <a data-stop href={`/operator/incidents/${attempt.incident.id}`} className="justify-self-start text-sm underline">
        {attempt.incident.title}
      </a>
    )}
    <AttemptLanes attempt={attempt} />
    <details className="text-sm">
      <summary data-stop className="cursor-pointer text-ink-soft">
        {texts.evidence}
      </summary>
      <ul className="mt-2 list-disc pl-5">
        {attempt.evidence.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        {facts(attempt).map(([name, value, href]) => (
          <div key={name} className="contents">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="break-all tabular-nums">
              {href === undefined ? (
                value
              ) : (
                <a href={href} className="underline">
                  {value}
                </a>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  </li>
)

'use client'

import { incidentStates } from '@afterword/validation/incident/rules'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { Badge } from '#ui/badge.tsx'
import { Table, Td, Th } from '#ui/table.tsx'
import { TimeAgo } from '#ui/time-ago.tsx'
import { useOneTabStop } from '#ui/use-one-tab-stop.ts'
import { useTRPC } from '#session/context.ts'
import { LogFrame } from '#frame/log-frame.tsx'
import { useNow } from '#time/use-now.ts'
import { LogUsageNotice } from './log-usage-notice.tsx'
import type { IncidentSummary } from '#operator/attempts/incident-types.ts'
import { countOf, stateWords, verdictWords } from '#operator/attempts/verdict-words.ts'

type IncidentState = (typeof incidentStates)[number]

/** What needs somebody comes first; `all` shows the muted and the resolved beside it. */
const firstState: IncidentState = 'open'

const readState = (wanted: string | null): IncidentState | null =>
  wanted === 'all' ? null : (incidentStates.find((known) => known === wanted) ?? firstState)

const hrefOf = (state: IncidentState | null): string =>
  state === firstState ? '/operator/incidents' : `/operator/incidents?state=${state ?? 'all'}`

/** On a phone, what the columns say stands above and below the sentence. */
const IncidentRow = ({ row, now }: { row: IncidentSummary; now: number }) => {
  const verdict = <Badge>{verdictWords[row.verdict].name}</Badge>
  const state = <Badge tone={stateWords[row.state].tone}>{stateWords[row.state].name}</Badge>
  const time = <TimeAgo at={row.lastAt} now={now} />
  return (
    <tr>
      <Td className="sm:min-w-72">
        <a data-stop href={`/operator/incidents/${row.id}`} className="font-semibold underline">
          {row.title}
        </a>
        <span className="mt-1 flex gap-2 sm:hidden">
          {state}
          {verdict}
        </span>
        <p className="mt-1 text-sm text-ink-soft">{row.sentence}</p>
        <p className="mt-1 text-sm text-ink-soft sm:hidden">
          {countOf(row.attemptCount, 'attempt')} · {countOf(row.peopleCount, 'customer')} · {time}
        </p>
      </Td>
      <Td className="max-sm:hidden">{verdict}</Td>
      <Td className="max-sm:hidden">{state}</Td>
      <Td className="text-right tabular-nums max-sm:hidden">{row.attemptCount.toLocaleString('en')}</Td>
      <Td className="text-right tabular-nums max-sm:hidden">{row.peopleCount.toLocaleString('en')}</Td>
      <Td className="text-right tabular-nums max-sm:hidden">{row.gaveUpCount.toLocaleString('en')}</Td>
      <Td className="whitespace-nowrap text-ink-soft max-sm:hidden">{time}</Td>
    </tr>
  )
}

/** What failed between browsers and us, grouped, each with the sentence an engineer would write. */
export const IncidentList = () => {
  const state = readState(useSearchParams().get('state'))
  const now = useNow()
  const stops = useOneTabStop<HTMLTableSectionElement>()
  const trpc = useTRPC()
  const list = useInfiniteQuery(
    trpc.operator.incident.list.infiniteQueryOptions(
      { pageSize: 50, ...(state === null ? {} : { state }) },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  )
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <LogFrame
      title="Incidents"
      notice={<LogUsageNotice />}
      filter={{
        label: 'State',
        choices: incidentStates,
        current: state,
        nameOf: (each) => stateWords[each].name,
        hrefOf,
      }}
      list={list}
      isEmpty={rows.length === 0}
      empty={{
        title: 'No incidents',
        text: 'When customers’ review pages fail to reach the server, the failures appear here, grouped, with the cause and the evidence.',
        filteredTitle: `No ${stateWords[state ?? firstState].name.toLowerCase()} incidents`,
      }}
    >
      <Table label="Incidents">
        <thead>
          <tr>
            <Th className="sm:w-1/2">Incident</Th>
            <Th className="max-sm:hidden">Verdict</Th>
            <Th className="max-sm:hidden">State</Th>
            <Th className="text-right max-sm:hidden">Attempts</Th>
            <Th className="text-right max-sm:hidden">Customers</Th>
            <Th className="text-right max-sm:hidden">Given up</Th>
            <Th className="max-sm:hidden">Last seen</Th>
          </tr>
        </thead>
        <tbody {...stops}>
          {rows.map((row) => (
            <IncidentRow key={row.id} row={row} now={now} />
          ))}
        </tbody>
      </Table>
    </LogFrame>
  )
}

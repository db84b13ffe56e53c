'use client'

import { formatNumber } from '@afterword/language/format-number'
import { sayCount } from '@afterword/language/say-count'
import { operatorIncidentsTexts as texts } from '@afterword/language/texts/operator-incidents/texts'
import { incidentStates } from '@afterword/validation/incident/rules'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { Table, Td, Th } from '#ui/table.tsx'
import { TimeAgo } from '#ui/time-ago.tsx'
import { useOneTabStop } from '#ui/use-one-tab-stop.ts'
import { useTRPC } from '#session/context.ts'
import { LogFrame } from '#frame/log-frame.tsx'
import { useNow } from '#time/use-now.ts'
import { LogUsageNotice } from './log-usage-notice.tsx'
import type { IncidentSummary } from '#operator/attempts/incident-types.ts'
import { VerdictBadge } from '#operator/attempts/verdict-badge.tsx'
import { StateBadge } from './state-badge.tsx'

type IncidentState = (typeof incidentStates)[number]

/** Open incidents come first, because they need work; `all` shows the muted and the resolved ones too. */
const firstState: IncidentState = 'open'

const readState = (wanted: string | null): IncidentState | null =>
  wanted === 'all' ? null : (incidentStates.find((known) => known === wanted) ?? firstState)

const hrefOf = (state: IncidentState | null): string =>
  state === firstState ? '/operator/incidents' : `/operator/incidents?state=${state ?? 'all'}`

/** On a phone, what the columns say stands above and below the sentence. */
const IncidentRow = ({ row, now }: { row: IncidentSummary; now: number }) => {
  const verdict = <VerdictBadge verdict={row.verdict} />
  const state = <StateBadge state={row.state} />
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
          {sayCount(texts.attempts, { count: row.attemptCount }, texts)} ·{' '}
          {sayCount(texts.customers, { count: row.peopleCount }, texts)} · {time}
        </p>
      </Td>
      <Td className="max-sm:hidden">{verdict}</Td>
      <Td className="max-sm:hidden">{state}</Td>
      <Td className="text-right tabular-nums max-sm:hidden">{formatNumber(row.attemptCount, texts)}</Td>
      <Td className="text-right tabular-nums max-sm:hidden">{formatNumber(row.peopleCount, texts)}</Td>
      <Td className="text-right tabular-nums max-sm:hidden">{formatNumber(row.gaveUpCount, texts)}</Td>
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
      title={texts.title}
      notice={<LogUsageNotice />}
      filter={{
        label: texts.state,
        choices: incidentStates,
        current: state,
        nameOf: (each) => texts.states[each],
        hrefOf,
      }}
      list={list}
      isEmpty={rows.length === 0}
      empty={{
        title: texts.none.title,
        text: texts.none.text,
        filteredTitle: texts.none.inState[state ?? firstState],
      }}
    >
      <Table label={texts.title}>
        <thead>
          <tr>
            <Th className="sm:w-1/2">{texts.columns.incident}</Th>
            <Th className="max-sm:hidden">{texts.columns.verdict}</Th>
            <Th className="max-sm:hidden">{texts.state}</Th>
            <Th className="text-right max-sm:hidden">{texts.columns.attempts}</Th>
            <Th className="text-right max-sm:hidden">{texts.columns.customers}</Th>
            <Th className="text-right max-sm:hidden">{texts.columns.givenUp}</Th>
            <Th className="max-sm:hidden">{texts.columns.lastSeen}</Th>
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

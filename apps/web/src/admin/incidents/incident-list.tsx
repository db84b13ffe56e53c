'use client'

import { incidentStates } from '@afterword/validation/incident'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { Badge } from '../../components/ui/badge.tsx'
import { Table, Td, Th } from '../../components/ui/table.tsx'
import { TimeAgo } from '../../components/ui/time-ago.tsx'
import { useTRPC } from '../../trpc/context.ts'
import { LogFrame } from '../log-frame.tsx'
import { useNow } from '../use-now.ts'
import { stateWords, verdictWords } from './verdict-words.ts'

type IncidentState = (typeof incidentStates)[number]

const hrefOf = (state: IncidentState | null): string =>
  state === null ? '/operator/incidents' : `/operator/incidents?state=${state}`

/** What failed between browsers and us, grouped, each with the sentence an engineer would write. */
export const IncidentList = () => {
  const wanted = useSearchParams().get('state')
  const state = incidentStates.find((known) => known === wanted) ?? null
  const now = useNow()
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
        title: 'Nothing has failed',
        text: 'When calls of customers’ pages fail, they appear here, grouped, with the reason and its evidence.',
        filteredTitle: 'None in this state',
      }}
    >
      <Table label="Incidents">
        <thead>
          <tr>
            <Th>Incident</Th>
            <Th>Verdict</Th>
            <Th>State</Th>
            <Th className="text-right">Attempts</Th>
            <Th className="text-right">People</Th>
            <Th className="text-right">Gave up</Th>
            <Th>Last seen</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <Td className="min-w-72">
                <a href={`/operator/incidents/${row.id}`} className="font-semibold underline">
                  {row.title}
                </a>
                <p className="mt-1 text-sm text-ink-soft">{row.sentence}</p>
              </Td>
              <Td>
                <Badge>{verdictWords[row.verdict].name}</Badge>
              </Td>
              <Td>
                <Badge tone={stateWords[row.state].tone}>{stateWords[row.state].name}</Badge>
              </Td>
              <Td className="text-right tabular-nums">{row.attemptCount.toLocaleString('en')}</Td>
              <Td className="text-right tabular-nums">{row.peopleCount.toLocaleString('en')}</Td>
              <Td className="text-right tabular-nums">{row.gaveUpCount.toLocaleString('en')}</Td>
              <Td className="whitespace-nowrap text-ink-soft">
                <TimeAgo at={row.lastAt} now={now} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </LogFrame>
  )
}

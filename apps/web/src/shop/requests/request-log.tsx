'use client'

import { sayCount } from '@afterword/language/say-count'
import { textFor } from '@afterword/language/text'
import { adminRequestsTexts as texts } from '@afterword/language/texts/admin-requests/texts'
import { type ReviewRequestState, reviewRequestStates } from '@afterword/validation/request/rules'
import type { AppRouter } from '@afterword/trpc/root'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useSearchParams } from 'next/navigation'
import { Badge, type BadgeTone } from '#ui/badge.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Table, Td, Th } from '#ui/table.tsx'
import { TimeAgo } from '#ui/time-ago.tsx'
import { useTRPC } from '#session/context.ts'
import { LogFrame } from '#frame/log-frame.tsx'
import { useNow } from '#time/use-now.ts'

type RequestLogRow = inferRouterOutputs<AppRouter>['admin']['reviewRequest']['list']['items'][number]

const tones: Readonly<Record<ReviewRequestState, BadgeTone>> = {
  scheduled: 'waiting',
  sent: 'good',
  cancelled: 'neutral',
  given_up: 'bad',
}

const reasonOf = (row: RequestLogRow): string => {
  if (row.cancelReason !== null) return textFor(texts.cancelReasons, row.cancelReason) ?? row.cancelReason
  if (row.lastError === null) return ''
  return sayCount(texts.failedTries, { count: row.attempts, error: row.lastError }, texts)
}

const hrefOf = (state: ReviewRequestState | null): string =>
  state === null ? '/admin/requests' : `/admin/requests?state=${state}`

/** On a phone, time and reason stand below what they belong to. */
const RequestRow = ({ row, now }: { row: RequestLogRow; now: number }) => {
  const time = <TimeAgo at={row.sentAt ?? row.sendAt} now={now} />
  const reason = reasonOf(row)
  return (
    <tr>
      <Td className="whitespace-nowrap">
        <span className="font-semibold tabular-nums">{row.orderName ?? '–'}</span>
        <span className="block text-sm text-ink-soft sm:hidden">{time}</span>
      </Td>
      <Td className="sm:min-w-32">
        <bdi>{row.customerName}</bdi>
        {reason !== '' && <span className="block text-sm text-ink-soft sm:hidden">{reason}</span>}
      </Td>
      <Td>
        <Badge tone={tones[row.state]}>{texts.states[row.state]}</Badge>
      </Td>
      <Td className="whitespace-nowrap text-ink-soft max-sm:hidden">{time}</Td>
      <Td className="min-w-56 text-ink-soft max-sm:hidden">{reason}</Td>
    </tr>
  )
}

/** Every review request with its state, its time and, where it was cancelled or failed, the reason. */
export const RequestLog = ({ isConnected }: { isConnected: boolean }) => {
  const wanted = useSearchParams().get('state')
  const state = reviewRequestStates.find((known) => known === wanted) ?? null
  const now = useNow()
  const trpc = useTRPC()
  const list = useInfiniteQuery(
    trpc.admin.reviewRequest.list.infiniteQueryOptions(
      { pageSize: 50, ...(state === null ? {} : { state }) },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  )
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <LogFrame
      title={texts.title}
      filter={{
        label: texts.state,
        choices: reviewRequestStates,
        current: state,
        nameOf: (each) => texts.states[each],
        hrefOf,
      }}
      list={list}
      isEmpty={rows.length === 0}
      empty={{
        title: texts.none.title,
        text: texts.none.text,
        filteredTitle: texts.none.inState,
        action: isConnected ? null : <ButtonLink href="/admin/shop">{texts.none.connect}</ButtonLink>,
      }}
    >
      <Table label={texts.title}>
        <thead>
          <tr>
            <Th>{texts.order}</Th>
            <Th>{texts.customer}</Th>
            <Th>{texts.state}</Th>
            <Th className="max-sm:hidden">{texts.when}</Th>
            <Th className="max-sm:hidden">{texts.reason}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RequestRow key={row.id} row={row} now={now} />
          ))}
        </tbody>
      </Table>
    </LogFrame>
  )
}

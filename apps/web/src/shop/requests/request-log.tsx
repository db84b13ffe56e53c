'use client'

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

const states: Record<ReviewRequestState, { name: string; tone: BadgeTone }> = {
  scheduled: { name: 'Scheduled', tone: 'waiting' },
  sent: { name: 'Sent', tone: 'good' },
  cancelled: { name: 'Cancelled', tone: 'neutral' },
  given_up: { name: 'Failed', tone: 'bad' },
}

const cancelReasons: Readonly<Record<string, string>> = {
  order_cancelled: 'The order was cancelled.',
  nothing_to_review: 'There are no items left to review.',
  unsubscribed: 'The customer unsubscribed.',
  shop_uninstalled: 'The shop was disconnected.',
}

const reasonOf = (row: RequestLogRow): string => {
  if (row.cancelReason !== null) return cancelReasons[row.cancelReason] ?? row.cancelReason
  if (row.lastError === null) return ''
  return `${row.attempts} ${row.attempts === 1 ? 'try' : 'tries'}: ${row.lastError}`
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
        <Badge tone={states[row.state].tone}>{states[row.state].name}</Badge>
      </Td>
      <Td className="whitespace-nowrap text-ink-soft max-sm:hidden">{time}</Td>
      <Td className="min-w-56 text-ink-soft max-sm:hidden">{reason}</Td>
    </tr>
  )
}

/** Every review request with its state, its time and, where one is due, its reason. */
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
      title="Review requests"
      filter={{
        label: 'State',
        choices: reviewRequestStates,
        current: state,
        nameOf: (each) => states[each].name,
        hrefOf,
      }}
      list={list}
      isEmpty={rows.length === 0}
      empty={{
        title: 'No review requests yet',
        text: 'The first one appears here when an order is fulfilled.',
        filteredTitle: 'No requests in this state',
        action: isConnected ? null : <ButtonLink href="/admin/shop">Connect your shop</ButtonLink>,
      }}
    >
      <Table label="Review requests">
        <thead>
          <tr>
            <Th>Order</Th>
            <Th>Customer</Th>
            <Th>State</Th>
            <Th className="max-sm:hidden">When</Th>
            <Th className="max-sm:hidden">Reason</Th>
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

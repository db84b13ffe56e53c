'use client'

import { type ReviewRequestState, reviewRequestStates } from '@afterword/validation/review-request'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { Badge, type BadgeTone } from '../../components/ui/badge.tsx'
import { Button } from '../../components/ui/button.tsx'
import { EmptyState } from '../../components/ui/empty-state.tsx'
import { Skeleton } from '../../components/ui/skeleton.tsx'
import { Tab, Tabs } from '../../components/ui/tabs.tsx'
import { Table, Td, Th } from '../../components/ui/table.tsx'
import { TimeAgo } from '../../components/ui/time-ago.tsx'
import { useTRPC } from '../../trpc/context.ts'
import { LoadFailed } from '../load-failed.tsx'
import { PageHeader } from '../page-header.tsx'
import { useNow } from '../use-now.ts'

const states: Record<ReviewRequestState, { name: string; tone: BadgeTone }> = {
  scheduled: { name: 'Scheduled', tone: 'waiting' },
  sent: { name: 'Sent', tone: 'good' },
  cancelled: { name: 'Cancelled', tone: 'neutral' },
  given_up: { name: 'Given up', tone: 'bad' },
}

const cancelReasons: Readonly<Record<string, string>> = {
  order_cancelled: 'The order was cancelled.',
  nothing_to_review: 'No item is left to review.',
  unsubscribed: 'The customer wants no review mail.',
  shop_uninstalled: 'The shop was disconnected.',
}

const reasonOf = (row: { cancelReason: string | null; lastError: string | null; attempts: number }): string => {
  if (row.cancelReason !== null) return cancelReasons[row.cancelReason] ?? row.cancelReason
  if (row.lastError === null) return ''
  return `${row.attempts} ${row.attempts === 1 ? 'try' : 'tries'}: ${row.lastError}`
}

const hrefOf = (state: ReviewRequestState | null): string =>
  state === null ? '/admin/requests' : `/admin/requests?state=${state}`

/** Every review request with its state, its time and, where one is due, its reason. */
export const RequestLog = () => {
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
  const go = (next: ReviewRequestState | null) => (): void => globalThis.history.pushState(null, '', hrefOf(next))
  return (
    <main>
      <PageHeader title="Review requests" />
      <div className="grid gap-4 px-4 pb-10 lg:px-6">
        <Tabs label="State">
          <Tab href={hrefOf(null)} isCurrent={state === null} onSelect={go(null)}>
            All
          </Tab>
          {reviewRequestStates.map((each) => (
            <Tab key={each} href={hrefOf(each)} isCurrent={state === each} onSelect={go(each)}>
              {states[each].name}
            </Tab>
          ))}
        </Tabs>
        {list.isError && <LoadFailed error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && (
          <div role="status" aria-label="Loading requests" className="grid gap-3">
            {Array.from({ length: 8 }, (_, index) => (
              <Skeleton key={index} className="h-11 w-full" />
            ))}
          </div>
        )}
        {list.isSuccess && rows.length === 0 && (
          <EmptyState title={state === null ? 'No review requests yet' : 'None in this state'}>
            {state === null
              ? 'The first one appears here when an order of your shop has been fulfilled.'
              : 'Choose another state above.'}
          </EmptyState>
        )}
        {rows.length > 0 && (
          <Table label="Review requests">
            <thead>
              <tr>
                <Th>Order</Th>
                <Th>Customer</Th>
                <Th>State</Th>
                <Th>When</Th>
                <Th>Reason</Th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <Td className="font-semibold whitespace-nowrap tabular-nums">{row.orderName ?? '–'}</Td>
                  <Td className="min-w-32">{row.customerName}</Td>
                  <Td>
                    <Badge tone={states[row.state].tone}>{states[row.state].name}</Badge>
                  </Td>
                  <Td className="whitespace-nowrap text-ink-soft">
                    <TimeAgo at={row.sentAt ?? row.sendAt} now={now} />
                  </Td>
                  <Td className="min-w-56 text-ink-soft">{reasonOf(row)}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
        {list.hasNextPage && (
          <div>
            <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {list.isFetchingNextPage ? 'Loading…' : 'Load more'}
            </Button>
          </div>
        )}
      </div>
    </main>
  )
}

'use client'

import { say } from '@afterword/language/text'
import { operatorWebhooksTexts as texts } from '@afterword/language/texts/operator-webhooks/texts'
import { type DeliveryOutcome, deliveryOutcomes } from '@afterword/validation/shopify/rules'
import type { AppRouter } from '@afterword/trpc/root'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useSearchParams } from 'next/navigation'
import { Badge, type BadgeTone } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Table, Td, Th } from '#ui/table.tsx'
import { TimeAgo } from '#ui/time-ago.tsx'
import { useTRPC } from '#session/context.ts'
import { describeReason } from './delivery-words.ts'
import { LogFrame } from '#frame/log-frame.tsx'
import { useNow } from '#time/use-now.ts'

type DeliveryRowData = inferRouterOutputs<AppRouter>['operator']['webhookDelivery']['list']['items'][number]

const tones: Readonly<Record<DeliveryOutcome, BadgeTone>> = {
  waiting: 'waiting',
  processed: 'good',
  ignored: 'neutral',
  rejected: 'bad',
}

const hrefOf = (outcome: DeliveryOutcome | null): string =>
  outcome === null ? '/operator' : `/operator?outcome=${outcome}`

/** On a phone, shop and time stand below the topic. */
const DeliveryRow = ({ row, now }: { row: DeliveryRowData; now: number }) => {
  const time = <TimeAgo at={row.receivedAt} now={now} />
  return (
    <tr>
      <Td>
        {row.topic}
        {row.orderName !== null && (
          <span className="block font-semibold wrap-anywhere tabular-nums">
            {say(texts.order, { name: row.orderName })}
          </span>
        )}
        <span className="block text-sm text-ink-soft sm:hidden">
          {row.shopName} · {time}
        </span>
        <span className="block text-sm break-all text-ink-soft">{row.webhookId}</span>
      </Td>
      <Td>
        <Badge tone={tones[row.outcome]}>{texts.outcomes[row.outcome]}</Badge>
        {row.reason !== null && (
          <span className="mt-1 block text-sm text-ink-soft">
            {describeReason(row.reason)} <code className="text-xs break-all">{row.reason}</code>
          </span>
        )}
      </Td>
      <Td className="max-sm:hidden">{row.shopName}</Td>
      <Td className="whitespace-nowrap text-ink-soft max-sm:hidden">{time}</Td>
    </tr>
  )
}

/** What the shops' platforms sent, and what became of it. */
export const OperatorDeliveries = () => {
  const wanted = useSearchParams().get('outcome')
  const outcome = deliveryOutcomes.find((known) => known === wanted) ?? null
  const now = useNow()
  const trpc = useTRPC()
  const list = useInfiniteQuery(
    trpc.operator.webhookDelivery.list.infiniteQueryOptions(
      { pageSize: 50, ...(outcome === null ? {} : { outcome }) },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  )
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <LogFrame
      title={texts.title}
      action={
        <Button disabled={list.isFetching} onClick={() => void list.refetch()}>
          {texts.refresh}
        </Button>
      }
      filter={{
        label: texts.outcome,
        choices: deliveryOutcomes,
        current: outcome,
        nameOf: (each) => texts.outcomes[each],
        hrefOf,
      }}
      list={list}
      isEmpty={rows.length === 0}
      empty={{
        title: texts.none.title,
        text: texts.none.text,
        filteredTitle: texts.none.withOutcome,
      }}
    >
      <Table label={texts.title}>
        <thead>
          <tr>
            <Th>{texts.topic}</Th>
            <Th>{texts.outcome}</Th>
            <Th className="max-sm:hidden">{texts.shop}</Th>
            <Th className="max-sm:hidden">{texts.received}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <DeliveryRow key={`${row.shopName} ${row.webhookId}`} row={row} now={now} />
          ))}
        </tbody>
      </Table>
    </LogFrame>
  )
}

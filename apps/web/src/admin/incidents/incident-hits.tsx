import type { ReactNode } from 'react'
import { Badge, type BadgeTone } from '../../components/ui/badge.tsx'
import { Table, Td, Th } from '../../components/ui/table.tsx'
import { attemptsHref } from './attempts-address.ts'
import type { IncidentDetail } from './incident-types.ts'

type Hit = IncidentDetail['hits'][number]

const outcomes: Readonly<Record<Hit['outcome'], { readonly name: string; readonly tone: BadgeTone }>> = {
  recovered: { name: 'Recovered', tone: 'good' },
  gave_up: { name: 'Gave up', tone: 'bad' },
  open: { name: 'Open', tone: 'waiting' },
}

const To = ({ href, children }: { href: string; children: ReactNode }) => (
  <a href={href} className="underline">
    {children}
  </a>
)

/** Whom it hit, by line item; each name leads to whatever else failed there. */
export const IncidentHits = ({ hits }: { hits: readonly Hit[] }) => (
  <section aria-labelledby="hits" className="grid gap-2">
    <h2 id="hits" className="text-lg font-semibold">
      Whom it hit
    </h2>
    <Table label="Whom it hit">
      <thead>
        <tr>
          <Th>Shop</Th>
          <Th>Order</Th>
          <Th>Product</Th>
          <Th>Customer</Th>
          <Th className="text-right">Attempts</Th>
          <Th>In the end</Th>
        </tr>
      </thead>
      <tbody>
        {hits.map(({ shop, orderId, lineItemId, customerId, ...hit }) => (
          <tr key={`${orderId} ${lineItemId ?? ''}`}>
            <Td className="min-w-32">
              <To href={attemptsHref({ shopId: shop.id })}>{shop.name}</To>
            </Td>
            <Td className="whitespace-nowrap tabular-nums">
              <To href={attemptsHref({ shopId: shop.id, orderId })}>{hit.orderName ?? orderId}</To>
            </Td>
            <Td className="min-w-44">
              {lineItemId === null ? (
                <span className="text-ink-soft">the order’s page</span>
              ) : (
                <To href={attemptsHref({ shopId: shop.id, lineItemId })}>{hit.productTitle ?? lineItemId}</To>
              )}
              {hit.productPlatformId !== null && (
                <p className="text-sm text-ink-soft tabular-nums">{hit.productPlatformId}</p>
              )}
            </Td>
            <Td className="min-w-28">
              {customerId !== null && (
                <To href={attemptsHref({ shopId: shop.id, customerId })}>
                  <bdi>{hit.customerName ?? customerId}</bdi>
                </To>
              )}
            </Td>
            <Td className="text-right tabular-nums">{hit.attemptCount.toLocaleString('en')}</Td>
            <Td>
              <Badge tone={outcomes[hit.outcome].tone}>{outcomes[hit.outcome].name}</Badge>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  </section>
)

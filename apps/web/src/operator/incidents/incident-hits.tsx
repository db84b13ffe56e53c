import type { ReactNode } from 'react'
import { Table, Td, Th } from '#ui/table.tsx'
import { useOneTabStop } from '#ui/use-one-tab-stop.ts'
import { attemptsHref } from '#operator/attempts/attempts-address.ts'
import type { IncidentDetail } from '#operator/attempts/incident-types.ts'
import { OutcomeBadge } from '#operator/attempts/outcome-badge.tsx'
import { countOf } from '#operator/attempts/verdict-words.ts'

type Hit = IncidentDetail['hits'][number]

const To = ({ href, children }: { href: string; children: ReactNode }) => (
  <a data-stop href={href} className="underline">
    {children}
  </a>
)

/** Whom it hit, by line item; each name leads to whatever else failed there. */
export const IncidentHits = ({ hits }: { hits: readonly Hit[] }) => {
  const stops = useOneTabStop<HTMLTableSectionElement>()
  return (
    <section aria-labelledby="hits" className="grid gap-2">
      <h2 id="hits" className="text-lg font-semibold">
        Affected customers
      </h2>
      <Table label="Affected customers">
        <thead>
          <tr>
            <Th className="max-sm:hidden">Shop</Th>
            <Th>Order</Th>
            <Th className="max-sm:hidden">Product</Th>
            <Th className="max-sm:hidden">Customer</Th>
            <Th className="text-right max-sm:hidden">Attempts</Th>
            <Th>Outcome</Th>
          </tr>
        </thead>
        <tbody {...stops}>
          {hits.map(({ shop, orderId, lineItemId, customerId, ...hit }) => (
            <tr key={`${orderId} ${lineItemId ?? ''}`}>
              <Td className="min-w-32 max-sm:hidden">
                <To href={attemptsHref({ shopId: shop.id })}>{shop.name}</To>
              </Td>
              <Td className="wrap-anywhere tabular-nums sm:whitespace-nowrap">
                <To href={attemptsHref({ shopId: shop.id, orderId })}>{hit.orderName ?? orderId}</To>
                <span className="grid text-sm sm:hidden">
                  {customerId !== null && (
                    <bdi>
                      <To href={attemptsHref({ shopId: shop.id, customerId })}>{hit.customerName ?? customerId}</To>
                    </bdi>
                  )}
                  <span className="text-ink-soft">{hit.productTitle ?? 'Order page'}</span>
                  <span className="text-ink-soft">
                    {shop.name} · {countOf(hit.attemptCount, 'attempt')}
                  </span>
                </span>
              </Td>
              <Td className="min-w-44 max-sm:hidden">
                {lineItemId === null ? (
                  <span className="text-ink-soft">Order page</span>
                ) : (
                  <To href={attemptsHref({ shopId: shop.id, lineItemId })}>{hit.productTitle ?? lineItemId}</To>
                )}
                {hit.productPlatformId !== null && (
                  <p className="text-sm text-ink-soft tabular-nums">{hit.productPlatformId}</p>
                )}
              </Td>
              <Td className="min-w-28 max-sm:hidden">
                {customerId !== null && (
                  <To href={attemptsHref({ shopId: shop.id, customerId })}>
                    <bdi>{hit.customerName ?? customerId}</bdi>
                  </To>
                )}
              </Td>
              <Td className="text-right tabular-nums max-sm:hidden">{hit.attemptCount.toLocaleString('en')}</Td>
              <Td>
                <OutcomeBadge outcome={hit.outcome} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}

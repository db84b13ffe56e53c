import { formatNumber } from '@afterword/language/format-number'
import { sayCount } from '@afterword/language/say-count'
import { operatorIncidentsTexts as texts } from '@afterword/language/texts/operator-incidents/texts'
import type { ReactNode } from 'react'
import { Table, Td, Th } from '#ui/table.tsx'
import { useOneTabStop } from '#ui/use-one-tab-stop.ts'
import { attemptsHref } from '#operator/attempts/attempts-address.ts'
import type { IncidentDetail } from '#operator/attempts/incident-types.ts'
import { OutcomeBadge } from '#operator/attempts/outcome-badge.tsx'

const { hits: words } = texts

type Hit = IncidentDetail['hits'][number]

const To = ({ href, children }: { href: string; children: ReactNode }) => (
  <a data-stop href={href} className="underline">
    {children}
  </a>
)

/** Which customers it hit, by line item; each name links to the other attempts of the same shop, order, item or customer. */
export const IncidentHits = ({ hits }: { hits: readonly Hit[] }) => {
  const stops = useOneTabStop<HTMLTableSectionElement>()
  return (
    <section aria-labelledby="hits" className="grid gap-2">
      <h2 id="hits" className="text-lg font-semibold">
        {words.title}
      </h2>
      <Table label={words.title}>
        <thead>
          <tr>
            <Th className="max-sm:hidden">{words.shop}</Th>
            <Th>{words.order}</Th>
            <Th className="max-sm:hidden">{words.product}</Th>
            <Th className="max-sm:hidden">{words.customer}</Th>
            <Th className="text-right max-sm:hidden">{words.attempts}</Th>
            <Th>{words.outcome}</Th>
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
                  <span className="text-ink-soft">{hit.productTitle ?? words.orderPage}</span>
                  <span className="text-ink-soft">
                    {shop.name} · {sayCount(texts.attempts, { count: hit.attemptCount }, texts)}
                  </span>
                </span>
              </Td>
              <Td className="min-w-44 max-sm:hidden">
                {lineItemId === null ? (
                  <span className="text-ink-soft">{words.orderPage}</span>
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
              <Td className="text-right tabular-nums max-sm:hidden">{formatNumber(hit.attemptCount, texts)}</Td>
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

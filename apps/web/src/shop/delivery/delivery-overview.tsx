'use client'

import { formatNumber } from '@afterword/language/format-number'
import { sayCount } from '@afterword/language/say-count'
import { say } from '@afterword/language/text'
import { adminDeliveryTexts as texts } from '@afterword/language/texts/admin-delivery/texts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { sayWith } from '#ui/say-with.ts'
import { Skeleton } from '#ui/skeleton.tsx'
import { Table, Td, Th } from '#ui/table.tsx'
import { TimeAgo } from '#ui/time-ago.tsx'
import { useTRPC } from '#session/context.ts'
import { LoadFailed } from '#frame/load-failed.tsx'
import { PageBody } from '#frame/page-body.tsx'
import { PageHeader } from '#frame/page-header.tsx'
import { useNow } from '#time/use-now.ts'
import { DeliveryFigures } from './delivery-figures.tsx'

/** What became of a shop's review requests, and which customers gave up. */
export const DeliveryOverview = ({ canResend }: { canResend: boolean }) => {
  const trpc = useTRPC()
  const client = useQueryClient()
  const now = useNow()
  const query = useQuery(trpc.admin.delivery.overview.queryOptions())
  const resend = useMutation(
    trpc.admin.delivery.resend.mutationOptions({
      onSettled: async () => await client.invalidateQueries(trpc.admin.delivery.pathFilter()),
    }),
  )
  const { data } = query
  return (
    <main>
      <PageHeader title={texts.title} />
      <PageBody className="pt-4">
        {query.isError && <LoadFailed error={query.error} onRetry={() => void query.refetch()} />}
        {query.isPending && (
          <div role="status" aria-label={texts.loading} className="grid gap-3 sm:grid-cols-3">
            {Array.from({ length: 6 }, (_, index) => (
              <Skeleton key={index} className="h-28 w-full" />
            ))}
          </div>
        )}
        {data !== undefined && (
          <>
            <DeliveryFigures overview={data} />
            <section aria-labelledby="gave-up" className="grid gap-3">
              <h2 id="gave-up" className="text-lg font-semibold">
                {texts.failed.title}
              </h2>
              {resend.isError && <LoadFailed error={resend.error} onRetry={() => resend.reset()} />}
              {data.gaveUpCount > data.gaveUp.length && (
                <p className="text-ink-soft">
                  {say(texts.failed.latest, { count: formatNumber(data.gaveUp.length, texts) })}
                </p>
              )}
              {data.gaveUp.length === 0 ? (
                <EmptyState title={texts.failed.none}>
                  {sayCount(texts.failed.noneText, { count: data.days }, texts)}
                </EmptyState>
              ) : (
                <Table label={texts.failed.title}>
                  <thead>
                    <tr>
                      <Th>{texts.failed.order}</Th>
                      <Th className="max-sm:hidden">{texts.failed.customer}</Th>
                      <Th className="max-sm:hidden">{texts.failed.lastTry}</Th>
                      <Th>{texts.failed.newLink}</Th>
                    </tr>
                  </thead>
                  <tbody>
                    {data.gaveUp.map((row) => (
                      <tr key={row.reviewRequestId}>
                        <Td className="wrap-anywhere">
                          <span className="font-semibold tabular-nums">{row.orderName ?? '–'}</span>
                          <span className="block text-sm sm:hidden">
                            <bdi>{row.customerName}</bdi>
                          </span>
                          <span className="block text-sm text-ink-soft sm:hidden">
                            <TimeAgo at={row.lastTriedAt} now={now} />
                          </span>
                        </Td>
                        <Td className="max-sm:hidden">
                          <bdi>{row.customerName}</bdi>
                        </Td>
                        <Td className="whitespace-nowrap text-ink-soft max-sm:hidden">
                          <TimeAgo at={row.lastTriedAt} now={now} />
                        </Td>
                        <Td>
                          {row.freshLinkSentAt === null ? (
                            <Button
                              size="small"
                              disabled={!canResend || resend.isPending}
                              onClick={() => resend.mutate({ reviewRequestId: row.reviewRequestId })}
                            >
                              {texts.failed.send}
                            </Button>
                          ) : (
                            <span className="text-ink-soft">
                              {sayWith(texts.failed.sent, { time: <TimeAgo at={row.freshLinkSentAt} now={now} /> })}
                            </span>
                          )}
                        </Td>
                      </tr>
                    ))}
                  </tbody>
                </Table>
              )}
            </section>
          </>
        )}
      </PageBody>
    </main>
  )
}

import { formatNumber } from '@afterword/language/format-number'
import { sayCount } from '@afterword/language/say-count'
import { adminDeliveryTexts as texts } from '@afterword/language/texts/admin-delivery/texts'
import type { deliveryOverviewSchema } from '@afterword/validation/incident/schema'
import type { ReactNode } from 'react'
import type { z } from 'zod'

type DeliveryOverview = z.output<typeof deliveryOverviewSchema>

const Figure = ({ words, value }: { words: { readonly name: string; readonly note: string }; value: number }) => (
  <div className="rounded-xl border border-line bg-surface p-4">
    <dt className="text-ink-soft">{words.name}</dt>
    <dd className="text-xl font-semibold tabular-nums">{formatNumber(value, texts)}</dd>
    <dd className="text-sm text-ink-soft">{words.note}</dd>
  </div>
)

const Figures = ({ id, title, text, children }: { id: string; title: string; text: string; children: ReactNode }) => (
  <section aria-labelledby={id} className="grid gap-3">
    <div>
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      <p className="text-ink-soft">{text}</p>
    </div>
    <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4">{children}</dl>
  </section>
)

/** Two sets of figures that do not add up with each other: of requests that were sent, and of submissions that failed. */
export const DeliveryFigures = ({ overview }: { overview: DeliveryOverview }) => (
  <>
    <Figures
      id="requests"
      title={texts.requests.title}
      text={sayCount(texts.requests.text, { count: overview.days }, texts)}
    >
      <Figure words={texts.requests.sent} value={overview.requestsSent} />
      <Figure words={texts.requests.opened} value={overview.openedByPeople} />
      <Figure words={texts.requests.scanned} value={overview.openedByScanners} />
      <Figure words={texts.requests.reviewed} value={overview.requestsReviewed} />
    </Figures>
    <Figures
      id="submissions"
      title={texts.submissions.title}
      text={sayCount(texts.submissions.text, { count: overview.days }, texts)}
    >
      <Figure words={texts.submissions.recovered} value={overview.recoveredByRetry} />
      <Figure words={texts.submissions.gaveUp} value={overview.gaveUpCount} />
    </Figures>
  </>
)

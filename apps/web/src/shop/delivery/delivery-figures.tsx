import type { deliveryOverviewSchema } from '@afterword/validation/incident/schema'
import type { ReactNode } from 'react'
import type { z } from 'zod'

type DeliveryOverview = z.output<typeof deliveryOverviewSchema>

const Figure = ({ name, value, note }: { name: string; value: number; note: string }) => (
  <div className="rounded-xl border border-line bg-surface p-4">
    <dt className="text-ink-soft">{name}</dt>
    <dd className="text-xl font-semibold tabular-nums">{value.toLocaleString('en')}</dd>
    <dd className="text-sm text-ink-soft">{note}</dd>
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
      title="Review requests"
      text={`Those sent in the last ${overview.days} days, and what has come of them so far.`}
    >
      <Figure name="Sent" value={overview.requestsSent} note="accepted by the mail server" />
      <Figure name="Opened by people" value={overview.openedByPeople} note="of those sent, a person opened the link" />
      <Figure
        name="Opened by scanners only"
        value={overview.openedByScanners}
        note="of those sent, only email security programs opened the link"
      />
      <Figure name="Reviewed" value={overview.requestsReviewed} note="of those sent, the order has a review" />
    </Figures>
    <Figures
      id="submissions"
      title="Submissions"
      text={`Reviews that failed on their way in the last ${overview.days} days, whenever their request was sent.`}
    >
      <Figure
        name="Recovered by retry"
        value={overview.recoveredByRetry}
        note="failed at first, then sent again automatically"
      />
      <Figure name="Never arrived" value={overview.gaveUpCount} note="requests whose customer gave up" />
    </Figures>
  </>
)

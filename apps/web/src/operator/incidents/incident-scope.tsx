import { formatNumber } from '@afterword/language/format-number'
import { localeOf } from '@afterword/language/locale-of'
import { sayCount } from '@afterword/language/say-count'
import { say } from '@afterword/language/text'
import { operatorIncidentsTexts as texts } from '@afterword/language/texts/operator-incidents/texts'
import { outcomeUnitOf } from '@afterword/validation/incident/rules'
import type { IncidentDetail } from '#operator/attempts/incident-types.ts'

const { scope: words } = texts

/** Parted by commas, with nothing before the last. */
const list = new Intl.ListFormat(localeOf(texts), { type: 'unit', style: 'short' })
const written = (count: number): string => formatNumber(count, texts)

const Shares = ({ title, parts }: { title: string; parts: readonly { name: string; count: number }[] }) =>
  parts.length === 0 ? null : (
    <div>
      <dt className="text-sm text-ink-soft">{title}</dt>
      <dd>{list.format(parts.map(({ name, count }) => say(words.share, { name, count: written(count) })))}</dd>
    </div>
  )

const Fact = ({ title, children }: { title: string; children: string }) => (
  <div>
    <dt className="text-sm text-ink-soft">{title}</dt>
    <dd className="tabular-nums">{children}</dd>
  </div>
)

/** Which shops, orders and customers it hit, and what became of their work. */
export const IncidentScope = ({ incident }: { incident: IncidentDetail }) => {
  const { scope } = incident
  const unit = outcomeUnitOf(incident.procedure)
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
      <Fact title={words.reach}>
        {scope.shops === 0
          ? words.unknown
          : say(words.shopsAndOrders, {
              shops: sayCount(words.shops, { count: scope.shops }, texts),
              orders: sayCount(words.orders, { count: scope.orders }, texts),
            })}
      </Fact>
      {scope.orders > 0 && (
        <Fact title={words.lineItems}>
          {sayCount(
            words.itemsOfOrders,
            { count: scope.orders, items: written(scope.lineItems), all: written(scope.lineItemsOfOrders) },
            texts,
          )}
        </Fact>
      )}
      <Fact title={words.attempts}>{written(incident.attemptCount)}</Fact>
      <Fact title={words.customers}>
        {incident.peopleCount === 0 ? words.noCustomer : written(incident.peopleCount)}
      </Fact>
      <Fact title={words.outcome}>
        {sayCount(
          words.outcomeOf[unit],
          { count: incident.recoveredCount, gaveUp: written(incident.gaveUpCount) },
          texts,
        )}
      </Fact>
      <Shares title={words.browsers} parts={scope.browsers} />
      <Shares title={words.networks} parts={scope.places} />
      <Shares title={words.releases} parts={scope.releases} />
    </dl>
  )
}

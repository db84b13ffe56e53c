import { outcomeUnitOf } from '@afterword/validation/incident/rules'
import type { IncidentDetail } from '#operator/attempts/incident-types.ts'
import { countOf } from '#operator/attempts/verdict-words.ts'

const Shares = ({ title, parts }: { title: string; parts: readonly { name: string; count: number }[] }) =>
  parts.length === 0 ? null : (
    <div>
      <dt className="text-sm text-ink-soft">{title}</dt>
      <dd>{parts.map(({ name, count }) => `${name} (${count.toLocaleString('en')})`).join(', ')}</dd>
    </div>
  )

const Fact = ({ title, children }: { title: string; children: string }) => (
  <div>
    <dt className="text-sm text-ink-soft">{title}</dt>
    <dd className="tabular-nums">{children}</dd>
  </div>
)

/** Whom it hit, out of how many. */
export const IncidentScope = ({ incident }: { incident: IncidentDetail }) => {
  const { scope } = incident
  const unit = outcomeUnitOf(incident.procedure)
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
      <Fact title="Reach">
        {scope.shops === 0
          ? 'Shop and order unknown'
          : `${countOf(scope.shops, 'shop')}, ${countOf(scope.orders, 'order')}`}
      </Fact>
      {scope.orders > 0 && (
        <Fact title="Line items">
          {`${scope.lineItems.toLocaleString('en')} of ${scope.lineItemsOfOrders.toLocaleString('en')} in ${scope.orders === 1 ? 'this order' : 'these orders'}`}
        </Fact>
      )}
      <Fact title="Attempts">{incident.attemptCount.toLocaleString('en')}</Fact>
      <Fact title="Customers">
        {incident.peopleCount === 0 ? 'None known' : incident.peopleCount.toLocaleString('en')}
      </Fact>
      <Fact title="In the end">{`${countOf(incident.recoveredCount, unit)} recovered, ${incident.gaveUpCount.toLocaleString('en')} given up`}</Fact>
      <Shares title="Browsers" parts={scope.browsers} />
      <Shares title="Networks" parts={scope.places} />
      <Shares title="Releases" parts={scope.releases} />
    </dl>
  )
}

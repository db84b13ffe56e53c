import { shopifyEmbedCode } from '@afterword/validation/widget/embed-code'
import { PageBody } from '#frame/page-body.tsx'
import { PageHeader } from '#frame/page-header.tsx'
import { CopyText } from './copy-text.tsx'
import { WebhookSecret } from './webhook-secret.tsx'

interface ShopSettingsProps {
  shop: { readonly name: string; readonly domain: string; readonly accessCode: string }
  publicUrl: string
  isOwner: boolean
}

/** How the shop's platform and its customers reach us. */
export const ShopSettings = ({ shop, publicUrl, isOwner }: ShopSettingsProps) => (
  <main>
    <PageHeader title="Shop" />
    <PageBody className="pt-2">
      <dl className="grid gap-4 rounded-xl border border-line bg-surface p-4">
        <div>
          <dt className="text-sm text-ink-soft">Name</dt>
          <dd className="font-semibold wrap-anywhere">{shop.name}</dd>
        </div>
        <div>
          <dt className="text-sm text-ink-soft">Platform domain</dt>
          <dd className="wrap-anywhere">{shop.domain}</dd>
        </div>
        <div>
          <dt className="text-sm text-ink-soft">Where customers can request a new review link</dt>
          <dd>
            <CopyText name="the customers' address" text={`${publicUrl}/write/login/${shop.accessCode}`} />
          </dd>
        </div>
        <div>
          <dt className="text-sm text-ink-soft">Webhook address for your platform</dt>
          <dd>
            <CopyText name="the webhook address" text={`${publicUrl}/webhooks/shopify`} />
          </dd>
        </div>
      </dl>
      <p className="text-sm text-ink-soft">
        Name and domain were set when the operator of this installation added the shop; they can’t be changed here.
      </p>
      <section aria-labelledby="embed-title" className="grid gap-3">
        <h2 id="embed-title" className="text-lg font-semibold">
          On your product pages
        </h2>
        <p className="text-ink-soft">
          Paste this code where you want the reviews to appear. In a Shopify theme it fills in the product and the
          language. On other platforms, replace the product id and leave out the language: the widget then uses the
          page’s language.
        </p>
        <CopyText name="the embed" text={shopifyEmbedCode({ publicUrl, accessCode: shop.accessCode })} />
      </section>
      {isOwner && <WebhookSecret />}
    </PageBody>
  </main>
)

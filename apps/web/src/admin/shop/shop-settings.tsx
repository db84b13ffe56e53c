import { shopifyEmbedCode } from '@afterword/validation/embed-code'
import { PageHeader } from '../page-header.tsx'
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
    <div className="grid max-w-3xl gap-8 px-4 pt-2 pb-10 lg:px-6">
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
          <dt className="text-sm text-ink-soft">Where customers ask for a fresh review link</dt>
          <dd>
            <CopyText name="the customers' address" text={`${publicUrl}/write/login/${shop.accessCode}`} />
          </dd>
        </div>
        <div>
          <dt className="text-sm text-ink-soft">Where the platform sends its webhooks</dt>
          <dd>
            <CopyText name="the webhook address" text={`${publicUrl}/webhooks/shopify`} />
          </dd>
        </div>
      </dl>
      <section aria-labelledby="embed-title" className="grid gap-3">
        <h2 id="embed-title" className="text-lg font-semibold">
          On your product pages
        </h2>
        <p className="text-ink-soft">
          Paste this where the reviews should stand. In a Shopify theme it names the product and the page’s language by
          itself; elsewhere put the product’s id in its place, and leave the language out: then the page’s own is taken.
        </p>
        <CopyText name="the embed" text={shopifyEmbedCode({ publicUrl, accessCode: shop.accessCode })} />
      </section>
      {isOwner && <WebhookSecret />}
    </div>
  </main>
)

import { type AddedShop, addShop } from '@afterword/services/operations/setup/add-shop'
import { listShops } from '@afterword/services/shop/list-shops'
import { shopifyEmbedCode } from '@afterword/validation/widget/embed-code'
import { type NewShop, newShopSchema } from '@afterword/validation/shop/new-shop'
import { platformTopics } from '@afterword/validation/shopify/topics'
import { parseArgs } from 'node:util'
import type { Env } from '../launcher/env.ts'
import { findPublicUrl } from '../launcher/find-public-url.ts'
import { atConsole, readInput } from './at-console.ts'
import { shopsUsage } from '../usages.ts'

const describeAdded = (added: AddedShop, publicUrl: string, input: NewShop): string =>
  [
    `Shop added. Its access code is ${added.accessCode}.`,
    '',
    `Webhooks go to   ${publicUrl}/webhooks/shopify`,
    `signed with      ${input.webhookSecret === undefined ? `${added.webhookSecret}   (shown this once)` : 'the secret you gave'}`,
    `as JSON, of      ${platformTopics.join(', ')}`,
    '',
    added.isOwnerNew
      ? `${input.owner.email} can choose a password at ${publicUrl}/forgot-password?first=1`
      : `${input.owner.email} already has an account and can open the shop at ${publicUrl}/sign-in`,
    ...(added.isOwnerNew ? [] : [`(not signed in yet? A first password: ${publicUrl}/forgot-password?first=1)`]),
    '',
    'For the product pages of its theme:',
    shopifyEmbedCode({ publicUrl, accessCode: added.accessCode }),
  ].join('\n')

const add = async (env: Env, args: readonly string[]): Promise<void> => {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...args],
    options: {
      name: text,
      domain: text,
      owner: text,
      'owner-name': text,
      currency: { ...text, default: 'EUR' },
      locale: { ...text, default: 'en' },
      'delay-days': { ...text, default: '14' },
      'webhook-secret': text,
      'reply-to': text,
      address: text,
    },
  })
  const { owner = '', name } = values
  const input = readInput(newShopSchema, {
    name,
    domain: values.domain,
    currency: values.currency,
    locale: values.locale,
    requestDelayDays: values['delay-days'],
    webhookSecret: values['webhook-secret'],
    replyToEmail: values['reply-to'],
    postalAddress: values.address,
    owner: { email: owner, name: values['owner-name'] ?? owner.split('@', 1)[0] },
  })
  const added = await atConsole(env, async (ctx) => await addShop({ ctx, input }))
  console.log(describeAdded(added, await findPublicUrl(env), input))
}

const list = async (env: Env): Promise<void> => {
  const shops = await atConsole(env, async (ctx) => await listShops({ ctx }))
  for (const { accessCode, domain, name, uninstalledAt } of shops)
    console.log(`${accessCode}  ${domain}  ${name}${uninstalledAt === null ? '' : '  (disconnected)'}`)
}

/** Lists the installation's shops and adds one. */
export const runShops = async (env: Env, [action, ...args]: readonly string[]): Promise<void> => {
  if (action === 'list' && args.length === 0) await list(env)
  else if (action === 'add' && args.length > 0) await add(env, args)
  else throw new Error(shopsUsage)
}

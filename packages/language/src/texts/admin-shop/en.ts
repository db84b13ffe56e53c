/** How a shop’s platform and its customers reach us: the page Connection. */
export const en = {
  title: 'Connection',
  name: 'Name',
  domain: 'Platform domain',
  customersAddress: 'Where customers can request a new review link',
  webhookAddress: 'Webhook address for your platform',
  setByOperator: 'The domain was set when the operator of this installation added the shop; it can’t be changed here.',
  embed: {
    title: 'On your product pages',
    text: 'Paste this code where you want the reviews to appear. In a Shopify theme it fills in the product and the language. On other platforms, replace the product id and leave out the language: the widget then uses the page’s language.',
  },
  copy: {
    idle: 'Copy',
    copied: 'Copied',
    failed: 'Couldn’t copy. Select the text and copy it manually.',
    customersAddress: { idle: "Copy the customers' address", copied: "Copied the customers' address" },
    webhookAddress: { idle: 'Copy the webhook address', copied: 'Copied the webhook address' },
    embed: { idle: 'Copy the embed', copied: 'Copied the embed' },
    webhookSecret: { idle: 'Copy the webhook secret', copied: 'Copied the webhook secret' },
  },
  secret: {
    title: 'Webhook secret',
    text: 'The platform signs every webhook with this secret, so that no one else can send orders. It is stored encrypted and cannot be shown again.',
    entered: 'The platform’s secret',
    enteredHint: 'Shopify shows it under Settings, Notifications, Webhooks: “Your webhooks will be signed with …”.',
    save: 'Save secret',
    saved: 'Secret saved. Webhooks signed with any other secret are now refused.',
    createHere: 'If your platform asks you for a secret, create one here:',
    created: 'Your new secret. Copy it to your platform now; it won’t be shown again.',
    create: 'Create a new secret',
    askTitle: 'Create a new webhook secret?',
    askText:
      'The current secret stops working immediately. Webhooks are refused until your platform uses the new one; platforms retry refused webhooks for a while.',
    cancel: 'Cancel',
    replace: 'Replace',
  },
} as const

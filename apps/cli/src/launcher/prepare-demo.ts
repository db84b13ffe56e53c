import type { Keyring } from '@afterword/auth/keyring'
import { hashPassword } from '@afterword/auth/password'
import { openDatabase } from '@afterword/db/connection/client'
import { seedDemoShop } from '@afterword/db/seed/seed-demo-shop'
import { createDemoLinks } from '@afterword/services/operations/demo/create-demo-links'
import { findDemoShop } from '@afterword/services/operations/demo/find-demo-shop'
import { encodeId } from '@afterword/validation/primitives/ids'
import { deriveDemoAccounts } from './demo-accounts.ts'
import type { DemoFile } from './demo-file.ts'
import { loadDemoIncident } from './demo-incident.ts'

interface DemoPlace {
  /** Of the checkout, where the demo's incident lies. */
  readonly root: string
  readonly databaseUrl: string
  readonly publicUrl: string
  readonly mailboxUrl: string | null
  readonly keyring: Keyring
}

/**
 * Loads the demo shop and an incident of its past into an empty database and describes it.
 *
 * @returns What demo.json says, or null when the database holds other shops and no demo.
 */
export const prepareDemo = async ({
  root,
  databaseUrl,
  publicUrl,
  mailboxUrl,
  keyring,
}: DemoPlace): Promise<DemoFile | null> => {
  const { db, close } = openDatabase({ url: databaseUrl, maxConnections: 2, applicationName: 'afterword-cli' })
  const accounts = deriveDemoAccounts(keyring)
  try {
    if ((await findDemoShop(db)) === null) {
      const now = new Date()
      await seedDemoShop(db, {
        now,
        accounts: {
          admin: {
            email: accounts.admin.email,
            name: 'Ada Holm',
            passwordHash: await hashPassword(accounts.admin.password),
          },
          operator: {
            email: accounts.operator.email,
            name: 'Olu Operator',
            passwordHash: await hashPassword(accounts.operator.password),
          },
        },
        webhookSecretSealed: keyring.seal('shop-webhook-secret', accounts.webhookSecret),
      })
      await loadDemoIncident({ root, databaseUrl, now })
    }
    const demo = await findDemoShop(db)
    if (demo === null) return null
    const codes = await createDemoLinks(db, demo.shopId)
    return {
      publicUrl,
      mailboxUrl,
      databaseUrl,
      shop: {
        id: encodeId('shop', demo.shopId),
        accessCode: demo.accessCode,
        domain: demo.domain,
        webhookSecret: accounts.webhookSecret,
      },
      admin: accounts.admin,
      operator: accounts.operator,
      reviewUrls: codes.map((code) => `${publicUrl}/write/detail/${code}`),
      productIds: demo.productIds,
      storefrontUrl: `${publicUrl}/demo/${demo.accessCode}`,
    }
  } finally {
    await close()
  }
}

import { languageNames } from '@afterword/language/languages'

// What each command does, apart from what it needs to do it: asking for help loads no more than this.

export const devUsage = `pnpm afterword dev

  the same in watch mode: api and worker start again when a file changes`

export const incidentsUsage = `pnpm afterword incidents <action>

  replay <file>          loads attempts and reports from JSON lines and prints the resulting incidents
                         (docs/incidents.md; the same file twice changes nothing)`

export const keysUsage = `pnpm afterword keys <action>

  list                   the keys that sign access tokens
  rotate                 publishes a new key; it signs after 10 minutes, and the old one stays valid for 31 more
  rotate --now           the same, but the new key signs immediately
  rotate --refresh       creates a new refresh-token secret; sessions switch to it as they renew
  rotate --refresh --now the same, but everyone has to sign in again
  retire <kid>           retires a replaced key early`

export const linksUsage = `pnpm afterword links <action>

  import <file.csv> --until 2027-03-31
                         imports link codes from an older system (columns code, shop, email); until that day,
                         their holders can request a new link by email`

export const operatorsUsage = `pnpm afterword operators <action>

  add olu@example.com    adds an operator; also --name "Olu Operator"
  log                    the last 100 acts of operators and of this console, latest first`

export const orderUsage = `pnpm afterword order [email]

  sends a new order to the running demo; its email arrives in the mailbox. Without an address it goes to
  mina@example.com`

export const shopsUsage = `pnpm afterword shops <action>

  list                   lists every shop with its domain and access code
  add --name "Hearth & Wool" --domain hearth-and-wool.myshopify.com --owner ada@example.com
                         adds a shop and its owner. --webhook-secret is the signing secret your platform shows
                         (Shopify: Settings, Notifications, Webhooks); without it, one is created and
                         shown once. Also --owner-name, --currency EUR, --locale ${languageNames.join('|')}, --delay-days 14,
                         --reply-to, --address. --locale is for the shop's customers and invitations: this
                         console and all other mails to owners and staff are English only`

export const startUsage = `pnpm afterword start

  starts everything on this machine (what "npm start" runs) and prints the addresses; Ctrl-C stops it.
  Settings are environment variables: "Configuration" in README.md`

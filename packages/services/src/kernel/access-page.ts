import { accessTokenLifetimeSeconds } from '@afterword/auth/access-token'
import { stepUpSeconds } from '@afterword/auth/authenticate'
import { memberRoles } from '@afterword/validation/session/rules'
import { type AccessRule, accessRules } from './access.ts'
import { writeTable } from './markdown-table.ts'

const toRow = ([permission, rule]: readonly [string, AccessRule]): string[] => [
  `\`${permission}\``,
  rule.allows,
  ...memberRoles.map((role) => (rule.roles.includes(role) ? 'yes' : '')),
  rule.needsStepUp === true ? 'yes' : '',
]

/** `docs/access.md`: who may do what, written from the table that decides it. */
export const renderAccessPage = (): string => `# Who may do what

Written from the table in [packages/services/src/kernel/access.ts](../packages/services/src/kernel/access.ts) by \`pnpm docs:access\`; a test fails when the two differ. What each call of the API answers to each kind of caller is tested in [packages/trpc/src/access.db.test.ts](../packages/trpc/src/access.db.test.ts).

${writeTable([
  ['Permission', 'Allows', 'Owner', 'Moderator', 'Viewer', 'Password again'],
  ...Object.entries(accessRules).map(toRow),
])}

- **Password again**: only for somebody who signed in, or gave their password again, within the last ${stepUpSeconds / 60} minutes. Everybody else is answered \`step_up.required\` and asked for it.
- A role counts for one shop. It is read anew at every write, so a change acts at once; a read goes by the access token, which ends within ${accessTokenLifetimeSeconds / 60} minutes.
- A shop always keeps at least one owner.
- Operators run the installation. They see deliveries of webhooks and incidents, set the window of daily work and belong to no shop: none of the above is theirs.
- Customers need no account: the link in their mail allows what belongs to that one order.
`

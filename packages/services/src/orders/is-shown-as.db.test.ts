import { createCustomer, createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { shownNames } from '../testing/shown-names.ts'
import { isShownAs } from './is-shown-as.ts'

const { db } = await useTestDatabase()
const { id: shopId } = await createShop(db)
const columns = { first: sql`c.first_name`, last: sql`c.last_name` }

const find = async (search: string) => {
  const condition = isShownAs(search, columns)
  if (condition === undefined) return null
  const rows = await db.execute<{ name: string }>(
    sql`select concat_ws('|', c.first_name, c.last_name) as name from customer c where c.shop_id = ${shopId} and ${condition}`,
  )
  return rows.map(({ name }) => name).toSorted()
}

const names = Object.values(shownNames).flat()
const inShort = names.filter(([, , name]) => /[*.]/.test(name))
for (const [firstName, lastName] of names) await createCustomer(db, { shopId, firstName, lastName })

test.each(inShort)('%s %s is found as it is shown: %s', async (firstName, lastName, shown) => {
  const own = [firstName, lastName].filter((part) => part !== null).join('|')
  for (const search of [shown, ` ${shown} `, shown.normalize('NFD')]) expect(await find(search)).toContain(own)
})

test('a name in short finds no other', async () => {
  for (const [firstName, lastName] of [
    ['Jan', 'Janssen'],
    ['Dana', 'Smith'],
    ['영희', '남'],
  ]) {
    await createCustomer(db, { shopId, firstName, lastName })
  }
  expect(await find('Jan J.')).toEqual(['Jan|Janssen'])
  expect(await find('Dana D.')).toEqual([])
  expect(await find('dana s.')).toEqual(['Dana|Smith'])
  expect(await find('남*희')).toEqual(['영희|남'])
  expect(await find('남**희')).toEqual([])
  expect(await find('남*수')).toEqual([])
})

test('nothing that is typed is a pattern of its own', async () => {
  for (const search of ['*', '**', '%', '_', '조_빈', '조.빈', '.*', '[조]*', '(조*', '조*)빈', '조\\*빈', 'a*b'])
    expect([search, await find(search)]).toEqual([search, null])
  for (const search of ['% D.', '_ane D.', '.* D.', '\\ D.', "' D."])
    expect([search, await find(search)]).toEqual([search, []])
  expect(await find(`조${'*'.repeat(5_000)}빈`)).toEqual([])
})

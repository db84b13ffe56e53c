import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv } from '../testing/read-csv.ts'
import { writeCsvRow } from './csv.ts'

test('whatever text is written is read back, rows and cells in place', () => {
  const text = fc.string({ unit: 'grapheme' }).map((value) => value.replace(/^[=+\-@\t\r\n＝＋－＠]+/, ''))
  const table = fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 1 })
  fc.assert(
    fc.property(table, (rows) => {
      expect(readCsv(rows.map(writeCsvRow).join(''))).toEqual(rows)
    }),
  )
})

test('a quote, a comma or a line break puts the cell into quotes', () => {
  expect(writeCsvRow(['He said "no", twice', 'a,b', 'one\r\ntwo', 'plain'])).toBe(
    '"He said ""no"", twice","a,b","one\r\ntwo",plain\r\n',
  )
})

test.each([
  '=HYPERLINK("http://evil.example")',
  '+1',
  '-1+cmd',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1',
  '－1',
  '＋1',
  '＠a',
])('a spreadsheet does not run %j', (formula) => {
  expect(readCsv(writeCsvRow([formula, 'x']))).toEqual([[`'${formula}`, 'x']])
})

test('numbers and flags are written as they are, nothing is an empty cell', () => {
  expect(writeCsvRow([-1, 0, true, false, null, ''])).toBe('-1,0,true,false,,\r\n')
})

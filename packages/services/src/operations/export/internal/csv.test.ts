import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv } from '../../../testing/read-csv.ts'
import { writeCsvRow } from './csv.ts'

const text = fc.string({ unit: 'grapheme' })
const formula = /[=+\-@\t\r\n＝＋－＠]/g

test('whatever text is written is read back, rows and cells in place', () => {
  const harmless = text.map((value) => value.replaceAll(formula, ''))
  const table = fc.array(fc.array(harmless, { minLength: 3, maxLength: 3 }), { minLength: 1 })
  fc.assert(
    fc.property(table, (rows) => {
      expect(readCsv(rows.map(writeCsvRow).join(''))).toEqual(rows)
    }),
  )
})

test('text stands in quotes always, a quote in it twice', () => {
  expect(writeCsvRow(['He said "no", twice', 'a,b', 'one\r\ntwo', 'plain', ''])).toBe(
    '"He said ""no"", twice","a,b","one\r\ntwo","plain",""\r\n',
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
  '\tone',
  ' =1',
  '\u3000=1',
  '＝1',
  '－1',
  '＋1',
  '＠a',
])('a spreadsheet does not run %j', (value) => {
  const [[cell = ''] = []] = readCsv(writeCsvRow([value, 'x']))
  expect(cell.startsWith("'")).toBe(true)
})

test.each([
  ['nice;=1+1', "nice;'=1+1"],
  ['nice;"=1+1', 'nice;\'"=1+1'],
  ['nice; =1+1', "nice;' =1+1"],
  ['nice\t@SUM(A1)', "nice\t'@SUM(A1)"],
  ['nice|-1', "nice|'-1"],
  ['nice,+1', "nice,'+1"],
  ['nice\n=1', "nice\n'=1"],
  ['a;=1;=2', "a;'=1;'=2"],
  ['a;;=1', "a;;'=1"],
  ['well-made, 5+ years; a=b', 'well-made, 5+ years; a=b'],
])('a program that splits elsewhere does not run a formula in %j', (value, written) => {
  expect(readCsv(writeCsvRow([value]))).toEqual([[written]])
})

test('no piece of a file begins a formula, whatever it is split at', () => {
  const nasty = fc.string({ unit: fc.constantFrom(...Array.from('=+-@;,|\t\r\n "\'ax＝')) })
  fc.assert(
    fc.property(fc.array(nasty, { minLength: 1, maxLength: 3 }), (row) => {
      for (const separator of [/[;\r\n]/, /[\t\r\n]/, /[|\r\n]/, /[,\r\n]/]) {
        for (const piece of writeCsvRow(row).split(separator)) expect(piece).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/)
      }
    }),
  )
})

test('numbers and flags are written as they are, nothing is an empty cell', () => {
  expect(writeCsvRow([-1, 0, true, false, null])).toBe('-1,0,true,false,\r\n')
})

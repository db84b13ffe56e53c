import { expect, test } from 'vitest'
import { isKnownTag, tagOf } from './known-tag.ts'

const tag = tagOf('{"items":[]}')
const strong = tag.slice(2)

test.each(['*', ' * ', tag, strong, `"a", ${strong}`, `"a,b" ,${tag}`, `W/"x",${strong},"y"`])(
  'a caller that sends %s has it',
  (header) => {
    expect(isKnownTag(header, tag)).toBe(true)
  },
)

test.each([undefined, '', '""', '"*"', 'W/', strong.slice(1, -1), `"${strong}"x`, tag.replace('W/', 'w/x'), '"a", *'])(
  'a caller that sends %s does not',
  (header) => {
    expect(isKnownTag(header, tagOf('[]'))).toBe(false)
  },
)

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { findShownTextsIn } from './find-shown-texts.ts'
import { exemptFolders, findShownTexts, wordlessFolders } from './shown-texts.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const textsIn = (source: string): string[] => findShownTextsIn('planted.tsx', source).map(({ text }) => text)

test('no component of these folders has a text of its own', () => {
  expect([...wordlessFolders, ...exemptFolders].filter((folder) => !existsSync(`${root}/${folder}`))).toEqual([])
  expect(findShownTexts(root)).toEqual([])
})

test.each([
  ['between tags', '<p>Hello there</p>', 'Hello there'],
  ['between tags, in small letters', '<p>ok</p>', 'ok'],
  ['in a fragment', '<><b />or</>', 'or'],
  ['beside a value', '<p>by {name}</p>', 'by'],
  ['in another language', '<p>보내기</p>', '보내기'],
  ['in braces', "<p>{'ok'}</p>", 'ok'],
  ['in a template', '<p>{`${count} items`}</p>', 'items'],
  ['on one side of a condition', "<p>{isOn ? 'on' : words.off}</p>", 'on'],
  ['after a condition', "<p>{isOn && 'on'}</p>", 'on'],
  ['in place of a missing value', "<p>{name ?? 'nobody'}</p>", 'nobody'],
  ['added up', "<p>{name + ' wrote'}</p>", 'wrote'],
  ['joined', "<p>{[name, 'and more'].join(' ')}</p>", 'and more'],
  ['for each of a list', "<p>{items.map((item) => (item.isOn ? 'on' : null))}</p>", 'on'],
  ['as a type', "<p>{('on' as string)!}</p>", 'on'],
  ['in aria-label', '<a aria-label="next" />', 'next'],
  ['in a placeholder', "<input placeholder={'you'} />", 'you'],
  ['in a title', '<p title={`${count} items`} />', 'items'],
  ['in alt', '<img alt="a cup" />', 'a cup'],
  ['in a component’s label', "<Field label={isOn ? 'on' : 'off'} />", 'off'],
  ['in a component’s own property', '<Notice lead="Please wait a moment" />', 'Please wait a moment'],
  ['in an element within a property', '<Field note={<b>soon</b>} />', 'soon'],
  ['in a page’s title', "export const metadata = { title: 'lost' }", 'lost'],
  ['in a constant', "const sent = 'Sent. Thank you.'", 'Sent. Thank you.'],
  ['in a constant of one word', "const sent = 'Saved'", 'Saved'],
  ['in a template outside of tags', 'const sent = `Hello ${name},`', 'Hello'],
  ['given to a function', "greet('Dear customer')", 'Dear customer'],
  ['in what is compared', "const isIt = name === greet('Dear customer')", 'Dear customer'],
])('a text is found %s', (_where, source, text) => {
  expect(textsIn(source.startsWith('<') ? `const planted = ${source}` : source)).toContain(text)
})

test.each([
  '<p>{words.send}</p>',
  '<p>{say(words.thanks, { name })}</p>',
  "<p>{words['send']}</p>",
  "<p>{' · '}</p>",
  '<p>★ 1 / 2</p>',
  '<p>Afterword</p>',
  '<img alt="" />',
  '<p className="Text large" id="news" role="status" aria-live="polite" />',
  "<p className={cn('mt-2', isOn ? 'font-semibold' : 'hidden')} />",
  "<p>{state === 'waiting' ? words.on : words.off}</p>",
  '<Button look="primary" size="large" type="submit" />',
  "<Input onKeyDown={(event) => event.key === 'Escape' && close()} />",
  "() => { switch (event.key) { case 'Enter': return send() } }",
])('what is no text is left alone: %s', (source) => {
  expect(textsIn(`const planted = ${source}`)).toEqual([])
})

test('modules, types and errors for developers are left alone', () => {
  const source = `'use client'
import { x } from 'Some module here'
type Kind = 'Big one' | 'Small one'
interface Shape { readonly kind: 'Big one' }
const fail = () => { throw new TypeError('Nothing came back.') }`
  expect(textsIn(source)).toEqual([])
})

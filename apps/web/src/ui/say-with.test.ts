import { englishTexts } from '@afterword/language/catalogue'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { sayWith } from './say-with.ts'

const texts = englishTexts({ instead: 'No password? {link} instead.', sent: 'Sent {at}' } as const)

test('a text is shown with elements in its places, and what they hold stays text', () => {
  const link = createElement('a', { href: '/sign-in' }, 'Sign in <again> {link}')
  expect(renderToStaticMarkup(sayWith(texts.instead, { link }))).toBe(
    'No password? <a href="/sign-in">Sign in &lt;again&gt; {link}</a> instead.',
  )
  expect(renderToStaticMarkup(sayWith(texts.sent, { at: 'today' }))).toBe('Sent today')
})

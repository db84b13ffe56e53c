import '@fontsource-variable/inter/wght.css'
import './globals.css'
import { startPageTexts } from '@afterword/language/texts/start-page/texts'
import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { documentLanguage } from '#customer/page/document-language.ts'

export const metadata: Metadata = {
  title: { default: 'Afterword', template: '%s · Afterword' },
  description: startPageTexts.description,
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf9f7' },
    { media: '(prefers-color-scheme: dark)', color: '#151412' },
  ],
}

/** Every page is made for its request: its scripts carry the nonce that apps/api chose for it. */
const RootLayout = async ({ children }: { children: ReactNode }) => {
  await connection()
  return (
    <html lang={await documentLanguage()}>
      <body>{children}</body>
    </html>
  )
}

export default RootLayout

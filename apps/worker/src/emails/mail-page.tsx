import { type Language, languages } from '@afterword/language/languages'
import { Container, Head, Html } from '@react-email/components'
import type { ReactNode } from 'react'
import { darkStyles, koreanLines, styles } from './styles.ts'

interface MailPageProps {
  readonly language: Language
  readonly title: string
  readonly children: ReactNode
}

/**
 * The frame of every mail: one card on a page. The page's colour stands on the body and on the cell in it, because some
 * mail programs keep only one of them; in dark mode both change.
 */
export const MailPage = ({ language, title, children }: MailPageProps) => (
  <Html lang={language} dir={languages[language].direction}>
    <Head>
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <style>{darkStyles}</style>
    </Head>
    <body style={{ ...styles.body, ...(language === 'ko' ? koreanLines : {}) }} className="page">
      <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0}>
        <tbody>
          <tr>
            <td style={{ ...styles.page, ...(language === 'ko' ? koreanLines : {}) }} className="page">
              <Container style={styles.container} className="card">
                {children}
              </Container>
            </td>
          </tr>
        </tbody>
      </table>
    </body>
  </Html>
)

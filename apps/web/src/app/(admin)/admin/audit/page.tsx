import { adminAuditTexts as texts } from '@afterword/language/texts/admin-audit/texts'
import type { Metadata } from 'next'
import { AuditLog } from '#shop/audit/audit-log.tsx'
import { memberSession } from '#session/session.ts'

export const metadata: Metadata = { title: texts.title }

const AuditPage = async () => {
  await memberSession()
  return <AuditLog />
}

export default AuditPage

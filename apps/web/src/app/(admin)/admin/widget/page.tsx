import { adminWidgetTexts as texts } from '@afterword/language/texts/admin-widget/texts'
import { isAllowed } from '@afterword/services/kernel/access'
import type { Metadata } from 'next'
import { WidgetEditor } from '#shop/widget/widget-editor.tsx'
import { memberSession } from '#session/session.ts'

export const metadata: Metadata = { title: texts.title }

const WidgetPage = async () => {
  const session = await memberSession()
  return <WidgetEditor canSave={isAllowed(session.role, 'widget.write')} />
}

export default WidgetPage

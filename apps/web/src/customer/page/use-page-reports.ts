'use client'

import type { ReviewPageView } from '@afterword/validation/review/customer-page'
import { useEffect, useState } from 'react'
import { browserStore } from '#browser/browser-store.ts'
import { fetchInTime } from '#call/call.ts'
import { createPageReports } from '#customer/reports/page-reports.ts'
import { forgetDelivered } from './forget-delivered.ts'
import { rememberShop } from './remembered-shop.ts'

/** What this browser keeps of the page: its shop, what was delivered, and reports of calls that fail. */
export const usePageReports = ({ shop, items }: Pick<ReviewPageView, 'shop' | 'items'>) => {
  const [reports] = useState(() => createPageReports(fetchInTime))
  useEffect(() => {
    rememberShop(browserStore(), { name: shop.name, accessCode: shop.accessCode })
  }, [shop])
  useEffect(() => reports.watch(), [reports])
  useEffect(() => {
    for (const id of forgetDelivered(browserStore(), items)) reports.settle(id)
  }, [items, reports])
  return reports
}

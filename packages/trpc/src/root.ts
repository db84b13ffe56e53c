import { adminAccountRouter } from './routers/admin/account.ts'
import { adminAuditRouter } from './routers/admin/audit.ts'
import { adminMemberRouter } from './routers/admin/member.ts'
import { adminDeliveryRouter } from './routers/admin/delivery.ts'
import { adminProductRouter } from './routers/admin/product.ts'
import { adminReviewRequestRouter } from './routers/admin/review-request.ts'
import { adminReviewRouter } from './routers/admin/review.ts'
import { adminSessionRouter } from './routers/admin/session.ts'
import { adminShopRouter } from './routers/admin/shop-settings.ts'
import { adminWidgetRouter } from './routers/admin/widget.ts'
import { customerDraftRouter } from './routers/customer/draft.ts'
import { customerReviewLinkRouter } from './routers/customer/review-link.ts'
import { customerReviewRequestRouter } from './routers/customer/review-request.ts'
import { customerReviewRouter } from './routers/customer/review.ts'
import { customerShopRouter } from './routers/customer/shop.ts'
import { customerSubscriptionRouter } from './routers/customer/subscription.ts'
import { operatorIncidentRouter } from './routers/operator/incident.ts'
import { operatorScheduleRouter } from './routers/operator/schedule.ts'
import { operatorWebhookDeliveryRouter } from './routers/operator/webhook-delivery.ts'
import { t } from './procedure/trpc.ts'

export const appRouter = t.router({
  customer: {
    reviewRequest: customerReviewRequestRouter,
    review: customerReviewRouter,
    draft: customerDraftRouter,
    reviewLink: customerReviewLinkRouter,
    shop: customerShopRouter,
    subscription: customerSubscriptionRouter,
  },
  admin: {
    account: adminAccountRouter,
    audit: adminAuditRouter,
    delivery: adminDeliveryRouter,
    session: adminSessionRouter,
    review: adminReviewRouter,
    reviewRequest: adminReviewRequestRouter,
    product: adminProductRouter,
    widget: adminWidgetRouter,
    member: adminMemberRouter,
    shop: adminShopRouter,
  },
  operator: {
    incident: operatorIncidentRouter,
    schedule: operatorScheduleRouter,
    webhookDelivery: operatorWebhookDeliveryRouter,
  },
})

export type AppRouter = typeof appRouter

/** Calls procedures in this process, for pages rendered on the server. */
export const createCaller = t.createCallerFactory(appRouter)

/**
 * Every act that the log of acts records, as `entity.verb`: the only ones a service may write. An action keeps its name
 * for as long as rows of it are kept; programs of the shop may look for it.
 */
export const auditActions = [
  'customer.resubscribe',
  'customer.unsubscribe',
  'delivery.resend',
  'invitation.accept',
  'invitation.create',
  'invitation.resend',
  'invitation.revoke',
  'invitation.send',
  'member.change_role',
  'member.remove',
  'order.cancel',
  'order.create',
  'order.fulfill',
  'order.refund',
  'order.update',
  'order.withdraw',
  'product.delete',
  'product.update',
  'review.edit',
  'review.export',
  'review.publish',
  'review.reject',
  'review.reply',
  'review.reply_removed',
  'review.submit',
  'review.undo',
  'review_link.send',
  'review_request.cancel',
  'review_request.fail',
  'review_request.give_up',
  'review_request.postpone',
  'review_request.schedule',
  'review_request.send',
  'shop.add',
  'shop.change_settings',
  'shop.reconnect',
  'shop.replace_webhook_secret',
  'shop.set_webhook_secret',
  'shop.uninstall',
  'widget.save',
] as const
export type AuditAction = (typeof auditActions)[number]

/** Who can be behind an act. */
export const actorKinds = ['member', 'customer', 'platform', 'operator', 'system'] as const
export type ActorKind = (typeof actorKinds)[number]

/** Every act that the operators' log records: what is done to the installation as a whole. */
export const operatorActions = [
  'incident.mute',
  'incident.reopen',
  'incident.replay',
  'incident.resolve',
  'old_link_code.import',
  'operator.add',
  'refresh_pepper.rotate',
  'schedule.save',
  'signing_key.retire',
  'signing_key.rotate',
] as const
export type OperatorAction = (typeof operatorActions)[number]

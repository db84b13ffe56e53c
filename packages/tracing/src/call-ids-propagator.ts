import type { TextMapPropagator } from '@opentelemetry/api'
import { describeCall, parseAttemptId, parseRequestId } from './call-ids.ts'
import { withAttributes } from './inherited-attributes.ts'

/** Takes the ids of a call from its headers, so that the spans of a page carry what the door knows it by. */
export const callIdsPropagator: TextMapPropagator = {
  inject: () => undefined,
  extract(parent, carrier, getter) {
    const requestId = parseRequestId(getter.get(carrier, 'x-request-id'))
    const attemptId = parseAttemptId(getter.get(carrier, 'x-attempt-id'))
    return withAttributes(parent, describeCall(requestId, attemptId))
  },
  fields: () => ['x-request-id', 'x-attempt-id'],
}

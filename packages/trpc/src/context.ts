import type { Auth, Origin } from '@afterword/auth/auth'
import type { CallTrace } from '@afterword/services/attempt/call-trace'
import type { ServiceDeps } from '@afterword/services/context'

/** One call as it reaches the routers, over HTTP or in-process. */
export interface RequestContext {
  readonly deps: ServiceDeps
  readonly auth: Auth
  /** From the `Authorization` header or the session cookie; not checked yet. */
  readonly accessToken: string | undefined
  /** The shop the calling page was made for (`x-shop`), as an outside id; absent for programs. */
  readonly pageShop?: string | undefined
  readonly origin: Origin
  readonly requestId: string
  /** What the operator's log notes of this call, where it names its attempt. */
  readonly trace?: CallTrace | undefined
  /** Headers of the answer, where the call comes over HTTP. */
  readonly replyHeaders?: Headers | undefined
}

import type { Auth } from '@afterword/auth/auth'
import type { ServiceDeps } from '@afterword/services/context'

/** One call as it reaches the routers, over HTTP or in-process. */
export interface RequestContext {
  readonly deps: ServiceDeps
  readonly auth: Auth
  /** From the `Authorization` header or the session cookie; not checked yet. */
  readonly accessToken: string | undefined
  readonly requestId: string
}

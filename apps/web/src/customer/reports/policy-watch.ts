interface PolicyWatch {
  /** Whether the page's content policy refused to call this address since then. */
  readonly isForbidden: (url: string, since: number) => boolean
  watch(): () => void
}

const mostKept = 20

/** A policy that allows our own addresses is broken only by what redirects them elsewhere: it was sent all the same. */
const allowsOwn = (policy: string): boolean => /(?:^|;)\s*connect-src[^;]*'self'/.test(policy)

const pathOf = (url: string): string => new URL(url, globalThis.location.href).href.split(/[?#]/, 1)[0] ?? ''

/** Notes which addresses the browser refused to call by the page's content policy: it says so itself. */
export const createPolicyWatch = (now: () => number): PolicyWatch => {
  let refused: readonly { readonly address: string; readonly at: number }[] = []
  const onViolation = ({ blockedURI, disposition, originalPolicy }: SecurityPolicyViolationEvent): void => {
    if (disposition !== 'enforce' || allowsOwn(originalPolicy) || !URL.canParse(blockedURI)) return
    refused = [...refused, { address: pathOf(blockedURI), at: now() }].slice(-mostKept)
  }
  return {
    isForbidden: (url, since) => refused.some(({ address, at }) => at >= since && address === pathOf(url)),
    watch() {
      document.addEventListener('securitypolicyviolation', onViolation)
      return () => document.removeEventListener('securitypolicyviolation', onViolation)
    },
  }
}

/** The part of autocannon 9 that the load process uses; the package brings no types. */
declare module 'autocannon' {
  interface Result {
    readonly requests: { readonly average: number }
    readonly latency: { readonly p50: number; readonly p99: number }
    readonly non2xx: number
    readonly errors: number
  }
  const autocannon: (options: { url: string; connections: number; duration: number }) => Promise<Result>
  export default autocannon
}

/**
 * More shops than this start in no minute of a window, but with a probability of `risk`.
 *
 * Slots are independent and even, so a minute's shops are binomial with mean m = shops / minutes, and
 * Bernstein's inequality bounds its tail: P(more than m + t) ≤ exp(−t² / 2(m + t/3)). Here t is where
 * that falls to risk / minutes, so that it holds for all minutes together.
 */
export const mostPerMinute = (shopCount: number, lengthMinutes: number, risk = 1e-6): number => {
  const mean = shopCount / lengthMinutes
  const third = Math.log(lengthMinutes / risk) / 3
  return Math.min(shopCount, Math.ceil(mean + third + Math.sqrt(third * third + 6 * mean * third)))
}

import type { HitOutcome, ShownOutcome } from '@afterword/validation/incident/rules'
import { Badge } from '#ui/badge.tsx'
import { outcomeWords } from './verdict-words.ts'

/** What became of the visitor's work; nothing where there was none. */
export const OutcomeBadge = ({ outcome }: { outcome: ShownOutcome | HitOutcome }) => {
  const words = outcomeWords[outcome]
  return words === null ? null : <Badge tone={words.tone}>{words.name}</Badge>
}

import { operatorAttemptsTexts as texts } from '@afterword/language/texts/operator-attempts/texts'
import type { HitOutcome, ShownOutcome } from '@afterword/validation/incident/rules'
import { Badge, type BadgeTone } from '#ui/badge.tsx'

type Outcome = Exclude<ShownOutcome | HitOutcome, 'none'>

const tones: Readonly<Record<Outcome, BadgeTone>> = {
  recovered: 'good',
  recovered_by_retry: 'good',
  recovered_later: 'good',
  gave_up: 'bad',
  not_yet: 'waiting',
  unknown: 'neutral',
}

/** What became of the visitor's work; nothing where there was no work that could have an outcome. */
export const OutcomeBadge = ({ outcome }: { outcome: Outcome | 'none' }) =>
  outcome === 'none' ? null : <Badge tone={tones[outcome]}>{texts.outcomes[outcome]}</Badge>

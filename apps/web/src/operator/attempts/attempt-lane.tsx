import { operatorAttemptsTexts } from '@afterword/language/texts/operator-attempts/texts'
import { cn } from '#ui/cn.ts'
import { browserMarks, type Mark, marksInWords, serverMarks } from './attempt-marks.ts'
import type { IncidentAttempt } from './incident-types.ts'

const { lanes: texts } = operatorAttemptsTexts

const tones: Readonly<Record<Mark['tone'], string>> = { good: 'bg-accent', bad: 'bg-red', plain: 'bg-line-strong' }

const Lane = ({ name, marks, end, note }: { name: string; marks: readonly Mark[]; end: number; note: string }) => (
  <div className="grid grid-cols-[4.5rem_minmax(0,1fr)] items-center gap-2 text-sm">
    <span className="text-ink-soft">{name}</span>
    <span className="grid gap-0.5">
      <span aria-hidden className="relative block h-3">
        <span className="absolute inset-x-0 top-1/2 border-t border-line-strong" />
        {marks.map((mark) => (
          <span
            key={mark.name}
            className={cn(
              'absolute top-0 size-3 -translate-x-1/2 rounded-full border-2 border-surface',
              tones[mark.tone],
            )}
            style={{ left: `${Math.min(99, Math.max(1, (mark.ms / end) * 100))}%` }}
          />
        ))}
      </span>
      <span className="text-ink-soft tabular-nums">{note}</span>
    </span>
  </div>
)

/** Both sides of one attempt on one time line: what the browser saw, what the server did. */
export const AttemptLanes = ({ attempt }: { attempt: IncidentAttempt }) => {
  const [seen, done] = [browserMarks(attempt), serverMarks(attempt)]
  const end = Math.max(1, ...[...seen, ...done].map(({ ms }) => ms))
  return (
    <div className="grid gap-2">
      <Lane name={texts.browser} marks={seen} end={end} note={marksInWords(seen) ?? texts.noBrowser} />
      <Lane name={texts.server} marks={done} end={end} note={marksInWords(done) ?? texts.noServer} />
    </div>
  )
}
